#include <algorithm>
#include <map>
#include <sstream>

#include "footing/base/sha256.hpp"
#include "support/dataset.hpp"

using footing::Engine;
using footing::sha256;
using namespace footing::test;

namespace {

constexpr const char* kFile = "tests/links/golden.jsonl";

/// The lines of the growing file of links; none before the first release.
std::vector<std::string> golden_lines() {
  std::vector<std::string> lines;
  const auto names = names_in_folder("tests/links");
  if (std::find(names.begin(), names.end(), "golden.jsonl") == names.end()) return lines;
  std::istringstream in(read_text(kFile));
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// The frozen revision that a link names, loaded from its file alone.
Engine& engine_of(const std::string& link) {
  static std::map<std::string, std::unique_ptr<Engine>> engines;
  static Engine reader;
  const Json read = ask(reader, "link", {{"text", link}});
  const std::string file =
      "datasets/releases/" + read["claim"].get<std::string>() + "/r" + read["revision"].dump() + ".json";
  auto& engine = engines[file];
  if (!engine) {
    engine = std::make_unique<Engine>();
    const Json loaded = Json::parse(engine->call("load", read_text(file)).json);
    INFO(file << "\n" << lines_of(loaded["errors"]));
    REQUIRE(loaded["ok"] == true);
  }
  return *engine;
}

}  // namespace

TEST_CASE("no golden link was changed, moved or removed") {
  const auto lines = golden_lines();
  if (lines.empty()) return;
  const Json head = Json::parse(lines.front());
  CHECK(head["links"] == lines.size() - 1);
  std::string chain;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    INFO("line " << i + 1 << ": " << lines[i].substr(0, 100));
    chain = sha256(chain + "\n" + lines[i].substr(0, lines[i].rfind(",\"chain\":")));
    REQUIRE(Json::parse(lines[i])["chain"] == chain);
  }
  CHECK(head["head"] == chain);
}

TEST_CASE("every golden link gives its result to the last bit") {
  const auto lines = golden_lines();
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Json golden = Json::parse(lines[i]);
    const std::string link = golden["link"];
    INFO(link);
    Engine& engine = engine_of(link);
    const Json read = ask_ok(engine, "link", {{"text", link}});
    CHECK(read["notices"].empty());
    Json request = read["request"];
    request["density"] = false;
    request["shapes"] = false;
    const Json answer = ask_ok(engine, "evaluate", request);
    CHECK(answer["link"] == link);
    for (const auto& [id, numbers] : golden["outputs"].items()) {
      bool found = false;
      for (const auto& output : answer["outputs"]) {
        if (output["id"] != id) continue;
        found = true;
        for (const auto& [name, number] : numbers.items()) CHECK(output["summary"][name] == number);
      }
      CHECK(found);
    }
    Json with_samples = request;
    with_samples["samples_of"] = step_ids(answer);
    std::vector<double> samples;
    ask_ok(engine, "evaluate", with_samples, &samples);
    CHECK(hash_of(samples) == golden["hash"]);
    if (!golden.contains("solve")) continue;
    Json solve = request;
    solve.erase("density");
    solve.erase("shapes");
    solve["input"] = golden["solve"]["input"];
    const Json solved = ask_ok(engine, "solve", solve);
    CHECK(solved["crossings"] == golden["solve"]["crossings"]);
    CHECK(solved["span"] == golden["solve"]["span"]);
  }
}
