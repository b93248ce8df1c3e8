#include <algorithm>

#include "support/dataset.hpp"

using footing::Engine;
using namespace footing::test;

namespace {

/// Hash of every sample of every step of a scenario.
std::string hash(Engine& engine, const std::string& claim, const std::string& scenario,
                 const Json& set = Json::object()) {
  Json request = {{"claim", claim},  {"scenario", scenario}, {"set", set},
                  {"samples", 1024}, {"density", false},     {"shapes", false}};
  request["samples_of"] = step_ids(ask_ok(engine, "evaluate", request));
  std::vector<double> samples;
  ask_ok(engine, "evaluate", request, &samples);
  return hash_of(samples);
}

void collect_keys(const Json& node, std::vector<std::string>& keys) {
  if (node.is_object()) {
    for (const auto& [key, value] : node.items()) {
      keys.push_back(key);
      collect_keys(value, keys);
    }
  } else if (node.is_array()) {
    for (const auto& element : node) collect_keys(element, keys);
  }
}

}  // namespace

TEST_CASE("a frozen closure alone evaluates each claim to the same bits as the whole dataset") {
  Engine whole;
  load_real(whole);
  for (const auto& claim : some_claims_of(whole)) {
    const std::string id = claim["id"];
    INFO(id);
    const Json closure = ask_ok(whole, "closure", {{"claim", id}})["closure"];
    CHECK(closure["frozen"] == true);
    CHECK(closure["files"].size() < 30);
    Engine alone;
    const Json loaded = ask_ok(alone, "load", closure);
    CHECK(loaded["claims"] == Json({id}));
    for (const auto& scenario : claim["scenarios"]) CHECK(hash(alone, id, scenario) == hash(whole, id, scenario));
    CHECK(ask_ok(alone, "describe", {{"claim", id}})["dimensions"] ==
          ask_ok(whole, "describe", {{"claim", id}})["dimensions"]);
    CHECK(ask_ok(alone, "closure", {{"claim", id}})["closure"] == closure);
  }
}

TEST_CASE("a frozen closure holds no words, sources, findings or readings") {
  Engine engine;
  load_real(engine);
  for (const auto& claim : some_claims_of(engine)) {
    const Json closure = ask_ok(engine, "closure", {{"claim", claim["id"]}})["closure"];
    std::vector<std::string> keys;
    collect_keys(closure, keys);
    for (const char* word : {"en", "zh-Hans", "zh-Hant", "title", "label", "findings", "readings", "appears_in",
                             "chain", "rivals", "converts", "$schema"}) {
      INFO(claim["id"] << " " << word);
      CHECK(std::count(keys.begin(), keys.end(), word) == 0);
    }
    for (const auto& [path, file] : closure["files"].items()) CHECK(path.rfind("sources/", 0) != 0);
  }
}

TEST_CASE("a closure with words loads and checks without an error, with the sources and rivals that it shows") {
  Engine whole;
  load_real(whole);
  for (const auto& claim : some_claims_of(whole)) {
    const Json closure = ask_ok(whole, "closure", {{"claim", claim["id"]}, {"words", true}})["closure"];
    Engine alone;
    const Json answer = ask(alone, "check", closure);
    INFO(claim["id"] << "\n" << lines_of(answer["errors"]));
    CHECK(answer["ok"] == true);
    for (const auto& rival : claim["rivals"])
      CHECK(closure["files"].contains("claims/" + rival.get<std::string>() + ".json"));
  }
}

TEST_CASE("a closure of another method is refused and leaves the dataset that is held") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  Json closure = ask_ok(engine, "closure", {{"claim", "fleet-claim"}})["closure"];
  closure["method"] = footing::kMethodVersion + 1;
  CHECK(has_error(ask(engine, "load", closure)["errors"], "method-version", "/method"));
  CHECK(ask_ok(engine, "list", Json::object())["claims"].size() == 1);
}

TEST_CASE("changing a word leaves the frozen closure as it is, changing a number does not") {
  Engine engine;
  const auto closure = [&](const Json& map) {
    ask_ok(engine, "load", map);
    return ask_ok(engine, "closure", {{"claim", "fleet-claim"}})["closure"];
  };
  const Json before = closure(small_map());
  CHECK(closure(small_with({{"models/fleet.json#/inputs/servers/label", words("Machines")},
                            {"claims/fleet-claim.json#/findings/0/changes", words("More.")},
                            {"quantities/pue.json#/readings/0/value", "1.3 kWh_facility/kWh_it"}})) == before);
  CHECK(closure(small_with({{"models/fleet.json#/inputs/servers/min", "2"}})) != before);
  CHECK(closure(small_with({{"bundles/site.json#/options/1/values/pue/value", "1.6 kWh_facility/kWh_it"}})) != before);
}

TEST_CASE("a claim keeps its bits when claims, models and units that it does not use are added around it") {
  Json around = small_map();
  Json other = part(around, "claims/fleet-claim.json");
  other["id"] = "another-claim";
  around["files"].erase("articles/report.json");
  other["scenarios"]["as_published"]["inputs"]["servers"]["value"] = "101 server";
  other["published"].erase(0);
  part(around, "claims/another-claim.json") = other;
  Engine small, large;
  ask_ok(small, "load", small_map());
  ask_ok(large, "load", around);
  CHECK(hash(small, "fleet-claim", "weighted") == hash(large, "fleet-claim", "weighted"));
}
