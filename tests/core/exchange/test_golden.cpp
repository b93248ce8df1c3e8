#include <set>

#include "support/dataset.hpp"

using footing::Engine;
using namespace footing::test;

namespace {

/// Compares every case of a file with this build, bit for bit. Returns "claim scenario" of the cases without changes.
std::set<std::string> compare(Engine& engine, const std::string& name) {
  std::set<std::string> plain;
  for (const auto& one : read_json("tests/golden/" + name)) {
    Json request = one["request"];
    INFO(name << " " << request.dump());
    if (request.size() == 2 && request.contains("scenario")) {
      plain.insert(request["claim"].get<std::string>() + " " + request["scenario"].get<std::string>());
    }
    request["shapes"] = false;
    request["density"] = false;
    const Json answer = ask_ok(engine, "evaluate", request);
    CHECK(answer["notices"].empty());
    for (const auto& [id, summary] : one["outputs"].items()) {
      bool found = false;
      for (const auto& output : answer["outputs"]) {
        if (output["id"] != id) continue;
        found = true;
        for (const auto& [key, value] : summary.items()) {
          INFO(id << " " << key);
          CHECK(output["summary"][key].get<double>() == value.get<double>());
        }
      }
      CHECK(found);
    }
    request["samples_of"] = step_ids(answer);
    std::vector<double> samples;
    ask_ok(engine, "evaluate", request, &samples);
    CHECK(hash_of(samples) == one["hash"]);
    if (!one.contains("solve")) continue;
    Json question = one["request"];
    question["input"] = one["solve"]["input"];
    const Json solved = ask_ok(engine, "solve", question);
    CHECK(solved["crossings"] == one["solve"]["crossings"]);
    CHECK(solved["span"] == one["solve"]["span"]);
  }
  return plain;
}

}  // namespace

TEST_CASE("the small dataset gives the approved bits") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  CHECK(compare(engine, "small.json").size() == 4);
}

TEST_CASE(
    "each claim and scenario gives the approved bits (else look at the difference and run scripts/approve_golden)") {
  Engine engine;
  load_real(engine);
  for (const auto& claim : some_claims_of(engine)) {
    const std::string id = claim["id"];
    const auto plain = compare(engine, "claim." + id + ".json");
    for (const auto& scenario : claim["scenarios"]) {
      INFO(id << " " << scenario << " has no approved result");
      CHECK(plain.count(id + " " + scenario.get<std::string>()) == 1);
    }
  }
}
