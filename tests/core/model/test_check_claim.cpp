#include "support/dataset.hpp"

using footing::Engine;
using namespace footing::test;

namespace {

const std::string kClaim = "claims/fleet-claim.json#";

Json check(const Json& map) {
  Engine engine;
  return ask(engine, "check", map);
}

Json input(const Json& answer, const std::string& id) {
  for (const auto& one : answer["inputs"]) {
    if (one["id"] == id) return one;
  }
  FAIL("no " << id);
  return Json();
}

}  // namespace

TEST_CASE("a scenario takes over inputs, bundles and route of the one it extends, and its own entries win") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  const Json answer = ask_ok(engine, "evaluate", {{"claim", "fleet-claim"}, {"scenario", "weighted"}});
  CHECK(input(answer, "servers")["value"]["text"] == "50..200");  // from sourced_then
  CHECK(input(answer, "server_power")["value"]["text"] == "5");   // from as_published, two steps up
  CHECK(input(answer, "pue")["value"]["text"] == "choice(1.2:1,1.5:1)");
  CHECK(answer["bundles"][1]["option"] == "choice(us:1,cn:1)");
  CHECK(answer["bundles"][0]["option"] == "us");
}

TEST_CASE("a scenario that extends itself, at once or in a circle, or extends nothing, is refused at its place") {
  CHECK(has_error(check(small_with({{kClaim + "/scenarios/weighted/extends", "weighted"}}))["errors"], "scenario-cycle",
                  kClaim + "/scenarios/weighted/extends"));
  CHECK(has_error(check(small_with({{kClaim + "/scenarios/as_published/extends", "weighted"}}))["errors"],
                  "scenario-cycle", kClaim + "/scenarios/sourced_then/extends"));
  CHECK(has_error(check(small_with({{kClaim + "/scenarios/weighted/extends", "sourced"}}))["errors"],
                  "scenario-unknown", kClaim + "/scenarios/weighted/extends"));
}

TEST_CASE("the default scenario is sourced_then where there is one, else as_published") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  CHECK(ask_ok(engine, "evaluate", {{"claim", "fleet-claim"}})["scenario"] == "sourced_then");
  Json map = small_map();
  part(map, kClaim + "/scenarios").erase("sourced_then");
  part(map, kClaim + "/scenarios").erase("weighted");
  ask_ok(engine, "load", map);
  CHECK(ask_ok(engine, "evaluate", {{"claim", "fleet-claim"}})["scenario"] == "as_published");
}

TEST_CASE("a value taken as another kind keeps its number and takes the kind's unit") {
  Json map = small_map();
  Json& power = part(map, kClaim + "/scenarios/by_power/inputs/fleet_power");
  power["value"] = "0.6 MW_facility";
  CHECK(has_error(check(map)["errors"], "unit-mismatch", kClaim + "/scenarios/by_power/inputs/fleet_power/value"));
  power["taken_as"] = "MW_it";
  CHECK(has_error(check(map)["errors"], "reason-missing", kClaim + "/scenarios/by_power/inputs/fleet_power/value/why"));
  power["why"] = words("The source left the overhead out.");
  Engine engine;
  ask_ok(engine, "load", map);
  const Json answer = ask_ok(engine, "evaluate", {{"claim", "fleet-claim"}, {"scenario", "by_power"}});
  CHECK(input(answer, "fleet_power")["value"]["median"].get<double>() == Approx(600).epsilon(1e-14));
}

TEST_CASE("taken_as is refused unless the two units differ in kind alone and the second fits the input") {
  const std::string place = kClaim + "/scenarios/by_power/inputs/fleet_power";
  const auto errors = [&](const char* value, const char* as) {
    Json map = small_with({{place + "/value", value}, {place + "/taken_as", as}, {place + "/why", words("Why.")}});
    return check(map)["errors"];
  };
  CHECK(errors("600 kW_facility", "kW_it").empty());
  for (const auto& [value, as] : {std::pair{"600 kW_it", "kW_it"},
                                  {"600 kW_facility", "kW_facility"},
                                  {"600 kW_facility", "W_it"},
                                  {"600 kWh_facility", "kWh_it"},
                                  {"600 server", "kW_it"}}) {
    INFO(value << " taken as " << as);
    CHECK(has_error(errors(value, as), "taken-as", place + "/value/taken_as"));
  }
}

TEST_CASE("every input of as_published says what the author did with it") {
  Json map = small_map();
  part(map, kClaim + "/scenarios/as_published/inputs/servers").erase("state");
  CHECK(
      has_error(check(map)["errors"], "state-unknown", kClaim + "/scenarios/as_published/inputs/servers/value/state"));
}

TEST_CASE("the state of an author's input and the value published are shown in every scenario") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  const Json answer = ask_ok(engine, "evaluate", {{"claim", "fleet-claim"}, {"scenario", "by_power"}});
  CHECK(input(answer, "load")["state"] == "omitted");
  CHECK(input(answer, "server_power")["state"] == "stated");
  CHECK(input(answer, "fleet_power")["state"].is_null());
  CHECK(input(answer, "fleet_power")["published_value"].is_null());
  CHECK(input(answer, "pue")["published_value"]["median"] == 1.2);
  CHECK(input(answer, "pue")["value"]["median"] == 1.5);
}

TEST_CASE("Sobol dimensions are given once for all scenarios, in order of the ids, and a closure's own are kept") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  Json dimensions = ask_ok(engine, "describe", {{"claim", "fleet-claim"}})["dimensions"];
  CHECK(dimensions == Json({{"fleet_power", 0},
                            {"grid_intensity", 1},
                            {"home", 2},
                            {"household_use", 3},
                            {"load", 4},
                            {"pue", 5},
                            {"server_power", 6},
                            {"servers", 7},
                            {"site", 8}}));
  // A new input takes the next free dimension; the others keep theirs.
  ask_ok(engine, "load", small_with({{kClaim + "/dimensions", {{"servers", 3}, {"load", 0}}}}));
  dimensions = ask_ok(engine, "describe", {{"claim", "fleet-claim"}})["dimensions"];
  CHECK(dimensions["servers"] == 3);
  CHECK(dimensions["load"] == 0);
  CHECK(dimensions["fleet_power"] == 4);
}

TEST_CASE("every error of a claim is reported at once") {
  Json map = small_with({{kClaim + "/driver", "chips"},
                         {kClaim + "/chain", {"nobody"}},
                         {kClaim + "/published/0/value", "14.4 MWh_it/day"},
                         {kClaim + "/published/1/finding", "no_such"},
                         {kClaim + "/scenarios/by_power/route", "by_flop"}});
  const Json errors = check(map)["errors"];
  INFO(lines_of(errors));
  CHECK(has_error(errors, "driver-unknown", kClaim + "/driver"));
  CHECK(has_error(errors, "source-unknown", kClaim + "/chain/0"));
  CHECK(has_error(errors, "unit-mismatch", kClaim + "/published/0/value"));
  CHECK(has_error(errors, "finding-unknown", kClaim + "/published/1/finding"));
  CHECK(has_error(errors, "route-unknown", kClaim + "/scenarios/by_power/route"));
}
