#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "exchange/answer.hpp"
#include "exchange/load.hpp"
#include "explain/groups.hpp"
#include "footing/evaluate/evaluate.hpp"

/// A claim's output as a plain function of uniform numbers, for programs in other languages to compare with:
///   model_values DATASETS CLAIM SCENARIO OUTPUT
/// prints a line "d id id …" (inputs that are spread, those drawn together joined by "+"), then, for each row of d
/// doubles on standard input (native byte order), writes one double to standard output. Exits with 1 if anything is
/// amiss.
namespace {

using namespace footing;

std::vector<DatasetFile> read_files(const std::filesystem::path& folder) {
  std::vector<DatasetFile> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string path = std::filesystem::relative(entry.path(), folder).generic_string();
    if (entry.path().extension() != ".json" || path.rfind("schema/", 0) == 0 || path.rfind("releases/", 0) == 0)
      continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    auto json = parse_json(text.str(), path);
    if (json) files.push_back({path, std::move(json).value()});
  }
  return files;
}

int fail(const char* what) {
  std::fprintf(stderr, "model_values: %s\n", what);
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return fail("DATASETS CLAIM SCENARIO OUTPUT");
  Errors errors;
  const LoadedDataset loaded = load_dataset(read_files(argv[1]), true, errors);
  const auto claim = find_claim(loaded.prepared, argv[2]);
  if (!errors.empty() || !claim) return fail("no such claim, or the dataset has errors");
  const auto resolved = resolve(**claim, argv[3], {}, DeclaredUnits());
  if (!resolved) return fail("no such scenario");
  const Plan plan = prune(plan_of(*resolved), {argv[4]});
  if (plan.program.steps.empty()) return fail("no such output");
  const auto groups = internal::spread_groups(plan);
  std::printf("%zu", groups.size());
  for (const auto& group : groups) {
    std::string ids;
    for (const std::size_t i : group.inputs) ids += (ids.empty() ? "" : "+") + plan.program.inputs[i];
    std::printf(" %s", ids.c_str());
  }
  std::printf("\n");

  std::vector<double> row(groups.size());
  std::vector<double> point = medians(plan);
  while (std::fread(row.data(), sizeof(double), row.size(), stdin) == row.size()) {
    for (std::size_t g = 0; g < groups.size(); ++g) {
      for (const std::size_t i : groups[g].inputs) point[i] = plan.inputs[i].distribution.quantile(row[g]);
    }
    const double value = run_point(plan, point).front();
    std::fwrite(&value, sizeof value, 1, stdout);
  }
  return 0;
}
