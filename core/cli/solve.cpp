#include <iostream>

#include "commands.hpp"
#include "session.hpp"
#include "table.hpp"

namespace footing::cli {
namespace {

void print_solved(const Json& answer) {
  const std::string unit = answer["unit"];
  std::cout << answer["output"].get<std::string>() << " = " << readable(answer["target"], 6) << " "
            << answer["output_unit"].get<std::string>() << " needs\n";
  if (answer["crossings"].empty()) {
    std::cout << "  no value of " << answer["input"].get<std::string>() << " from "
              << readable(answer["searched"]["low"], 4) << " to " << readable(answer["searched"]["high"], 4) << " "
              << unit << "\n";
  }
  for (const auto& crossing : answer["crossings"]) {
    std::cout << "  " << answer["input"].get<std::string>() << " = " << readable(crossing["value"], 6) << " " << unit
              << (crossing["jump"].get<bool>() ? " (the output jumps over the figure here)" : "")
              << ", the other inputs at their medians\n";
  }
  if (!answer["span"].is_null()) {
    std::cout << "  " << readable(answer["span"]["p05"], 3) << " to " << readable(answer["span"]["p95"], 3) << " "
              << unit << " as the other inputs move together over their 5-95 %\n";
  }
}

void print_closest(const Json& answer) {
  const Json& closest = answer["closest"];
  std::cout << "\nThe closest combination";
  if (closest.is_null()) {
    std::cout << ": none within six standard deviations of every input.\n";
    return;
  }
  std::cout << ", " << readable(closest["distance"], 3) << " standard deviations from the medians\n";
  std::vector<std::vector<std::string>> rows{{"input", "median", "here", "unit", "deviations", "share"}};
  for (const auto& input : closest["inputs"]) {
    if (!input["moved"].get<bool>()) continue;
    rows.push_back({input["input"], readable(input["median"], 4), readable(input["value"], 4), input["unit"],
                    readable(input["deviations"], 2), readable(100 * input["share"].get<double>(), 2) + " %"});
  }
  std::cout << table(rows)
            << "  First-order reliability (Hasofer & Lind 1974): nearest in the ranges given here. It is not the "
               "likely story.\n";
}

}  // namespace

int run_solve(const Arguments& arguments) {
  const auto engine = open_engine(arguments);
  if (!engine) return kAmiss;
  const Asked asked = request_from(arguments, *engine);
  if (asked.code != kOk) return asked.code;
  Json request = asked.request;
  take_options(arguments, {"output", "target", "published"}, request);
  if (arguments.has("--for")) {
    request["input"] = arguments.last("--for");
    const Json answer = ask(*engine, "solve", request, asked);
    if (begin_print(arguments, answer)) print_solved(answer);
    return exit_code(answer);
  }
  int code = kOk;
  if (!arguments.has("--closest")) {
    Json wanted = request;
    wanted["indices"] = wanted["tornado"] = false;
    const Json answer = ask(*engine, "explain", wanted, asked);
    code = exit_code(answer);
    if (!begin_print(arguments, answer)) return code;
    if (answer["target"].is_null()) {
      std::cerr << "footing: no figure was published on " << answer["output"].get<std::string>()
                << "; give --target.\n";
      return kAmiss;
    }
    print_break_evens(answer);
  }
  // What the link lacks was said with the break-evens.
  const Asked silent{asked.request, Json::array(), kOk};
  const Json closest = ask(*engine, "closest", request, arguments.has("--closest") ? asked : silent);
  if (begin_print(arguments, closest)) print_closest(closest);
  return code == kOk ? exit_code(closest) : code;
}

}  // namespace footing::cli
