#include <algorithm>

#include "support/dataset.hpp"

using footing::Engine;
using namespace footing::test;

namespace {

Json check(const Json& map) {
  Engine engine;
  return ask(engine, "check", map);
}

}  // namespace

TEST_CASE("a used model's bound input becomes a step with the formula it is bound to") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  const Json described = ask_ok(engine, "describe", {{"model", "fleet"}});
  CHECK(described["uses"] == Json({"fleet", "carbon"}));
  Json order = Json::array();
  for (const auto& step : described["steps"]) {
    order.push_back(step["id"]);
    if (step["id"] != "energy") continue;
    CHECK(step["routes"][0]["formula"] == "energy_per_day * 1 [day]");
    CHECK(step["unit"] == "kWh_facility");
    CHECK(step["model"] == "carbon");
  }
  CHECK(order == Json({"server_count", "it_power", "energy_per_day", "households", "energy", "emissions"}));
  for (const auto& input : described["inputs"]) CHECK(input["id"] != "energy");

  const Json answer = ask_ok(engine, "evaluate", {{"claim", "fleet-claim"}, {"scenario", "as_published"}});
  for (const auto& step : answer["steps"]) {
    // 100 servers x 5 kW x 24 h x 1.2 = 14,400 kWh a day; x 0.4 kg.
    if (step["id"] == "energy") CHECK(step["central"].get<double>() == Approx(14400).epsilon(1e-14));
    if (step["id"] == "emissions") CHECK(step["central"].get<double>() == Approx(5760).epsilon(1e-14));
  }
}

TEST_CASE("a model used on its own keeps the input that others bind") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  const Json described = ask_ok(engine, "describe", {{"model", "carbon"}});
  CHECK(described["inputs"][0]["id"] == "energy");
  CHECK(described["steps"].size() == 1);
}

TEST_CASE("the formula a bound input is bound to is checked against that input's unit, kinds included") {
  const Json answer = check(small_with({{"models/fleet.json#/use/0/with/energy", "it_power * 1 [day]"}}));
  INFO(lines_of(answer["errors"]));
  CHECK(has_error(answer["errors"], "unit-mismatch", "models/fleet.json#/use/0/with/energy:0"));
  CHECK(has_error(answer["errors"], "model-unknown", "claims/fleet-claim.json#/model"));
}

TEST_CASE("equal input ids of composed models are one input and must be declared alike") {
  Json map = small_map();
  Json own = part(map, "quantities/grid_intensity.json");
  own.erase("id");
  own["min"] = "2";
  part(map, "models/carbon.json#/inputs/grid_intensity") = own;
  part(map, "models/fleet.json#/inputs/grid_intensity") = {{"quantity", "grid_intensity"}};
  Json answer = check(map);
  INFO(lines_of(answer["errors"]));
  CHECK(has_error(answer["errors"], "input-conflict", "models/carbon.json#/inputs/grid_intensity"));

  part(map, "models/carbon.json#/inputs/grid_intensity") = {{"quantity", "grid_intensity"}};
  part(map, "models/fleet.json#/steps/4") = {
      {"id", "dirt"}, {"unit", "gCO2e/kWh"}, {"label", words("Dirt")}, {"formula", "2 * grid_intensity"}};
  answer = check(map);
  INFO(lines_of(answer["errors"]));
  CHECK(answer["ok"] == true);
}

TEST_CASE("circles of steps are refused with the whole circle named") {
  const Json answer = check(small_with({{"models/fleet.json#/steps/0/formula", "energy_per_day / pue"}}));
  INFO(lines_of(answer["errors"]));
  REQUIRE(has_error(answer["errors"], "step-cycle", "models/fleet.json#/steps/0/formula"));
  CHECK(answer["errors"].dump().find("it_power -> energy_per_day -> it_power") != std::string::npos);
}

TEST_CASE("a step that names itself is a circle") {
  const Json answer = check(small_with({{"models/carbon.json#/steps/0/formula", "emissions"}}));
  CHECK(has_error(answer["errors"], "step-cycle", "models/carbon.json#/steps/0/formula"));
}

TEST_CASE("circles of models are refused, of one model and of two") {
  const Json use = Json::array({{{"model", "fleet"}, {"with", Json::object()}}});
  Json answer = check(small_with({{"models/carbon.json#/use", use}}));
  INFO(lines_of(answer["errors"]));
  CHECK(has_error(answer["errors"], "model-cycle", "models/carbon.json#/use"));
  CHECK(has_error(answer["errors"], "model-cycle", "models/fleet.json#/use"));

  const Json itself = Json::array({{{"model", "carbon"}, {"with", Json::object()}}});
  answer = check(small_with({{"models/carbon.json#/use", itself}}));
  CHECK(has_error(answer["errors"], "model-cycle", "models/carbon.json#/use"));
}

TEST_CASE("steps may stand in any order in the file without changing a bit of the result") {
  Json turned = small_map();
  Json& steps = part(turned, "models/fleet.json#/steps");
  std::reverse(steps.begin(), steps.end());
  std::string hashes[2];
  const Json maps[2] = {small_map(), turned};
  for (int i = 0; i < 2; ++i) {
    Engine engine;
    ask_ok(engine, "load", maps[i]);
    std::vector<double> samples;
    ask_ok(engine, "evaluate",
           {{"claim", "fleet-claim"}, {"samples_of", {"it_power", "energy_per_day", "households", "emissions"}}},
           &samples);
    hashes[i] = hash_of(samples);
  }
  CHECK(hashes[0] == hashes[1]);
}

TEST_CASE("water multiplied by PUE twice is refused by check with the leftover kinds named") {
  const Json map = small_with({{"models/fleet.json#/steps/2/formula", "it_power * pue * pue"}});
  const Json answer = check(map);
  REQUIRE(has_error(answer["errors"], "unit-mismatch", "models/fleet.json#/steps/2/formula:0"));
  bool named = false;
  for (const auto& error : answer["errors"]) {
    named = named || error["message"].get<std::string>().find("kWh_facility/kWh_it") != std::string::npos;
  }
  INFO(lines_of(answer["errors"]));
  CHECK(named);
}

TEST_CASE("a model file of the real dataset with PUE applied twice to the water is refused with the leftover named") {
  std::vector<footing::TextFile> files = dataset_files();
  int bent = 0;
  for (auto& [path, text] : files) {
    if (path != "models/water-per-request.json") continue;
    Json model = Json::parse(text);
    for (auto& step : model["steps"]) {
      const std::string formula = step.value("formula", "");
      if (formula.find("wue") == std::string::npos && formula.find("ewif") == std::string::npos) continue;
      step["formula"] = "pue * (" + formula + ")";
      ++bent;
    }
    text = model.dump();
  }
  REQUIRE(bent == 2);
  Engine engine;
  const Json answer = Json::parse(engine.check_files(files, {}).json);
  INFO(lines_of(answer["errors"]));
  int named = 0;
  for (const auto& error : answer["errors"]) {
    if (error["code"] != "unit-mismatch") continue;
    CHECK(error["path"].get<std::string>().rfind("models/water-per-request.json#/steps/", 0) == 0);
    if (error["message"].get<std::string>().find("kWh_facility/kWh_it") != std::string::npos) ++named;
  }
  CHECK(named == 2);
}
