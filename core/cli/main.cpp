#include <algorithm>
#include <iostream>

#include "commands.hpp"
#include "footing/exchange/engine.hpp"
#include "session.hpp"

namespace footing::cli {
namespace {

const std::vector<OptionSpec> kCommon{{"--help"}, {"--json"}, {"--datasets", true}, {"--releases", true}};

std::vector<OptionSpec> with(std::vector<OptionSpec> more) {
  more.insert(more.end(), kCommon.begin(), kCommon.end());
  return more;
}

const std::vector<OptionSpec> kScenario{{"--scenario", true}, {"--set", true},  {"--samples", true},
                                        {"--seed", true},     {"--link", true}, {"--revision", true}};

std::vector<OptionSpec> with_scenario(std::vector<OptionSpec> more) {
  more.insert(more.end(), kScenario.begin(), kScenario.end());
  return with(std::move(more));
}

constexpr const char* kFigureHelp =
    "  --target VALUE      the figure (default: the first published on the output)\n"
    "  --published ID      a published figure by its id\n";

constexpr const char* kScenarioHelp =
    "  --scenario ID       as_published, sourced_then … (default: sourced_then where there is one)\n"
    "  --set ID=VALUE      change an input (1.2, 2000..6000, \"uniform(0.7,0.8)\", \"6500 W_it/server\") or a bundle "
    "(home=cn)\n"
    "  --samples N         points of the joint sample (default 16384)\n"
    "  --seed N            seed of the sample (default 1)\n"
    "  --link URL          take claim, revision, scenario and changes from a link\n"
    "  --revision N        a frozen revision of the claim (default: what the dataset says now)\n";

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> list{
      {"eval", "evaluate a claim",
       "footing eval CLAIM [options]\n" + std::string(kScenarioHelp) +
           "  --hash              also print a hash of every sample's bits\n",
       with_scenario({{"--hash"}}), run_eval},
      {"explain", "what moves the result most, and what each input would have to be",
       "footing explain CLAIM [options]\n"
       "  --output ID         the output to explain (default: the claim's first)\n" +
           std::string(kFigureHelp) + kScenarioHelp,
       with_scenario({{"--output", true}, {"--target", true}, {"--published", true}}), run_explain},
      {"solve", "the value of each input at which a figure is met, and the closest combination",
       "footing solve CLAIM [--for INPUT | --closest] [options]\n"
       "  --for INPUT         this input alone\n"
       "  --closest           the closest combination alone\n"
       "  --output ID         the output that is to meet the figure (default: the claim's first)\n" +
           std::string(kFigureHelp) + kScenarioHelp,
       with_scenario({{"--for", true}, {"--closest"}, {"--output", true}, {"--target", true}, {"--published", true}}),
       run_solve},
      {"compare", "why two estimates differ: their ratio as factors",
       "footing compare A B [--output ID] [--order ID,ID…]\n"
       "  A, B                CLAIM, CLAIM:SCENARIO or a link; both of one model\n"
       "  --output ID         the output that is compared (default: the first claim's first)\n"
       "  --order ID,ID…      the order of the walk from one to the other\n",
       with({{"--output", true}, {"--order", true}}), run_compare},
      {"sweep", "an output against an input, with its band",
       "footing sweep CLAIM --for INPUT [options]\n"
       "  --for INPUT         the input to move\n"
       "  --output ID         the output (default: the claim's first)\n"
       "  --from VALUE        where to begin and to end (default: slider and range of the input)\n"
       "  --to VALUE\n"
       "  --points N          values of the input, 2 to 257 (default 33)\n" +
           std::string(kScenarioHelp),
       with_scenario({{"--for", true}, {"--output", true}, {"--from", true}, {"--to", true}, {"--points", true}}),
       run_sweep},
      {"check", "check files: every error with its place",
       "footing check [FILE…|FOLDER]\n  Without files, the whole dataset. A file is checked together with the dataset "
       "around it.\n",
       with({}), run_check},
      {"list", "list the claims, the articles, or every number of an article",
       "footing list                     the claims\nfooting list --articles          the articles, with how many of "
       "their "
       "statements are computed\nfooting list --article ID        every numeric statement of an article and what "
       "became of "
       "it\n",
       with({{"--articles"}, {"--article", true}}), run_list},
      {"new", "begin a claim: a file to fill in",
       "footing new CLAIM --model MODEL [options]\n"
       "  --model ID          the model that computes it (see footing describe MODEL)\n"
       "  --route ID          the way to compute a step that has several; may stand more than once\n"
       "  --output ID         what is published, a step of the model (default: the model's first output); may stand "
       "more "
       "than once\n"
       "  --print             print the file instead of writing claims/CLAIM.json\n"
       "The file's comment says what belongs where. What is left to fill in is an error of footing check.\n",
       with({{"--model", true}, {"--route", true}, {"--output", true}, {"--print"}}), run_new},
      {"describe", "steps, formulas and units of a claim's model", "footing describe CLAIM|MODEL\n", with({}),
       run_describe},
      {"link", "write or read a link",
       "footing link CLAIM [options]     write the link of a claim with changes\nfooting link URL                 read "
       "a link\n" +
           std::string(kScenarioHelp),
       with(kScenario), run_link},
      {"closure", "everything a claim's numbers depend on, as one file",
       "footing closure CLAIM [--words]\nfooting closure --all            those of all claims, each with the digest "
       "that tells whether it has changed\n"
       "  --words             keep the texts, sources and rivals that a page shows\n"
       "  --revision N        of a frozen revision (default: of what the dataset says now)\n",
       with({{"--words"}, {"--all"}, {"--revision", true}}), run_closure},
      {"prepare", "a claim checked and compiled, as a page takes it",
       "footing prepare CLAIM [--rivals]\n  --rivals            with the claims that it is set beside\n",
       with({{"--rivals"}}), run_prepare},
  };
  return list;
}

namespace {

int print_help(std::ostream& out) {
  out << "footing " << kEngineVersion << ": what does this number stand on?\n\nUsage: footing COMMAND [options]\n\n";
  for (const auto& command : commands()) {
    out << "  " << command.name << std::string(12 - command.name.size(), ' ') << command.summary << "\n";
  }
  out << "\nEvery command takes --help, --json, --datasets DIR and --releases DIR.\n"
         "Exit codes: 0 done; 1 something is amiss in the data, a link or a value (it is printed); 2 the command line "
         "is not understood.\n";
  return kOk;
}

int run(const std::vector<std::string>& argv) {
  if (argv.empty()) {
    print_help(std::cerr);
    return kUsage;
  }
  if (argv[0] == "--help" || argv[0] == "help" || argv[0] == "-h") return print_help(std::cout);
  if (argv[0] == "--version") {
    std::cout << "footing " << kEngineVersion << ", method " << kMethodVersion << ", link " << kLinkVersion << "\n";
    return kOk;
  }
  const auto& list = commands();
  const auto command = std::find_if(list.begin(), list.end(), [&](const Command& c) { return c.name == argv[0]; });
  if (command == list.end()) return usage_error("there is no command \"" + argv[0] + "\"");
  std::string problem;
  const Arguments arguments = parse_arguments({argv.begin() + 1, argv.end()}, command->options, problem);
  if (!problem.empty()) return usage_error(command->name + ": " + problem);
  if (arguments.has("--help")) {
    std::cout
        << command->usage
        << "  --json              print JSON\n  --datasets DIR      the dataset folder (default: the nearest "
           "datasets/ here or above)\n  --releases DIR      its frozen revisions (default: releases/ in that folder)\n";
    return kOk;
  }
  return command->run(arguments);
}

}  // namespace
}  // namespace footing::cli

int main(int argc, char** argv) { return footing::cli::run({argv + 1, argv + argc}); }
