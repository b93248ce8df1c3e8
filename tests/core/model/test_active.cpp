#include "support/dataset.hpp"

using footing::Engine;
using namespace footing::test;

namespace {

Json ids_of_inputs(const Json& answer) {
  Json ids = Json::array();
  for (const auto& input : answer["inputs"]) ids.push_back(input["id"]);
  return ids;
}

}  // namespace

TEST_CASE("only inputs on the chosen route are drawn and shown") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  const Json counted = ask_ok(engine, "evaluate", {{"claim", "fleet-claim"}, {"scenario", "as_published"}});
  CHECK(ids_of_inputs(counted) == Json({"grid_intensity", "household_use", "load", "pue", "server_power", "servers"}));
  const Json powered = ask_ok(engine, "evaluate", {{"claim", "fleet-claim"}, {"scenario", "by_power"}});
  CHECK(ids_of_inputs(powered) ==
        Json({"fleet_power", "grid_intensity", "household_use", "load", "pue", "server_power"}));
  for (const auto& step : powered["steps"]) {
    if (step["id"] == "server_count") {
      CHECK(step["route"] == "by_power");
      CHECK(step["formula"] == "fleet_power / server_power");
      CHECK(step["central"].get<double>() == Approx(120).epsilon(1e-14));
    } else {
      CHECK(step["route"].is_null());
    }
  }
}

TEST_CASE("samples of an input off the route cannot be asked for, and setting it has no effect") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  const Json refused = ask(engine, "evaluate", {{"claim", "fleet-claim"}, {"samples_of", {"fleet_power"}}});
  CHECK(has_error(refused["errors"], "output-unknown", "samples_of"));
  CHECK_FALSE(refused.contains("outputs"));
  const Json answer = ask_ok(engine, "evaluate", {{"claim", "fleet-claim"}, {"set", {{"fleet_power", "700"}}}});
  CHECK(has_error(answer["notices"], "change-without-effect", "fleet_power"));
  CHECK(answer["changed"] == false);
  CHECK(answer["request"]["set"].empty());
}

TEST_CASE("a scenario must choose a route where a step has several") {
  Engine engine;
  Json map = small_map();
  part(map, "claims/fleet-claim.json#/scenarios/as_published").erase("route");
  const Json answer = ask(engine, "check", map);
  INFO(lines_of(answer["errors"]));
  CHECK(has_error(answer["errors"], "route-missing", "claims/fleet-claim.json#/scenarios/as_published/route"));
}

TEST_CASE("a route that no step has is refused") {
  Engine engine;
  const Json answer =
      ask(engine, "check", small_with({{"claims/fleet-claim.json#/scenarios/by_power/route", "by_flop"}}));
  CHECK(has_error(answer["errors"], "route-unknown", "claims/fleet-claim.json#/scenarios/by_power/route"));
}

TEST_CASE("a value for an input off the route is refused, and so is one the model does not know") {
  Engine engine;
  const Json value = {{"value", "600 kW_it"}, {"evidence", "read"}, {"source", "report"}, {"state", "stated"}};
  Json answer =
      ask(engine, "check", small_with({{"claims/fleet-claim.json#/scenarios/as_published/inputs/fleet_power", value}}));
  CHECK(has_error(answer["errors"], "input-inactive",
                  "claims/fleet-claim.json#/scenarios/as_published/inputs/fleet_power/value"));
  answer =
      ask(engine, "check", small_with({{"claims/fleet-claim.json#/scenarios/as_published/inputs/flet_power", value}}));
  CHECK(has_error(answer["errors"], "input-unknown",
                  "claims/fleet-claim.json#/scenarios/as_published/inputs/flet_power/value"));
}

TEST_CASE("an active input without a value is refused") {
  Engine engine;
  Json map = small_map();
  part(map, "claims/fleet-claim.json#/scenarios/by_power/inputs").erase("server_power");
  const Json answer = ask(engine, "check", map);
  CHECK(
      has_error(answer["errors"], "input-missing", "claims/fleet-claim.json#/scenarios/by_power/inputs/server_power"));
}

TEST_CASE("inputs upstream of no output of the claim are neither needed nor shown") {
  Engine engine;
  Json map = small_with({{"claims/fleet-claim.json#/outputs", {"energy_per_day"}}});
  part(map, "claims/fleet-claim.json#/published").erase(1);
  for (const char* scenario : {"as_published", "by_power"}) {
    part(map, std::string("claims/fleet-claim.json#/scenarios/") + scenario + "/bundles").erase("home");
  }
  Json answer = ask(engine, "load", map);
  INFO(lines_of(answer["errors"]));
  CHECK(answer["ok"] == true);
  answer = ask_ok(engine, "evaluate", {{"claim", "fleet-claim"}});
  CHECK(ids_of_inputs(answer) == Json({"load", "pue", "server_power", "servers"}));
  CHECK(step_ids(answer) == Json({"server_count", "it_power", "energy_per_day"}));
}
