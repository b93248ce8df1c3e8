#include "support/dataset.hpp"

using footing::Engine;
using namespace footing::test;

namespace {

const std::string kFigure = "claims/fleet-claim.json#/published/0";

/// Whether check accepts the first figure, which the model recomputes as 14,400 kWh_facility/day.
bool accepted(const std::vector<std::pair<std::string, Json>>& changes) {
  Engine engine;
  std::vector<std::pair<std::string, Json>> placed;
  for (const auto& [key, value] : changes) placed.emplace_back(kFigure + key, value);
  const Json answer = ask(engine, "check", small_with(placed));
  INFO(lines_of(answer["errors"]));
  if (answer["ok"] == true) return true;
  CHECK(answer["errors"].size() == 1);
  CHECK(has_error(answer["errors"], "figure-not-recomputed", kFigure + "/value"));
  return false;
}

bool accepted(const std::string& value) { return accepted({{"/value", value}}); }

}  // namespace

TEST_CASE("a figure must be met within half a unit of its last printed digit") {
  CHECK(accepted("14.4 MWh_facility/day"));
  CHECK(accepted("14.40 MWh_facility/day"));
  CHECK(accepted("14 MWh_facility/day"));  // 13.5 to 14.5
  CHECK_FALSE(accepted("15 MWh_facility/day"));
  CHECK_FALSE(accepted("14.3 MWh_facility/day"));
  CHECK(accepted("14400 kWh_facility/day"));
  CHECK_FALSE(accepted("14401 kWh_facility/day"));
  CHECK(accepted("600 kW_facility"));  // the same in another unit
  CHECK_FALSE(accepted("601 kW_facility"));
  CHECK(accepted("1e4 kWh_facility/day"));  // 5,000 to 15,000
}

TEST_CASE("a figure that lies on the edge of its own rounding is met") {
  CHECK(accepted({{"/value", "14350 kWh_facility/day"}, {"/rounded_to", "100 kWh_facility/day"}}));
  CHECK(accepted({{"/value", "14450 kWh_facility/day"}, {"/rounded_to", "100 kWh_facility/day"}}));
  CHECK_FALSE(accepted({{"/value", "14451 kWh_facility/day"}, {"/rounded_to", "100 kWh_facility/day"}}));
}

TEST_CASE("rounded_to takes the place of the last digit, in any unit of the kind") {
  CHECK_FALSE(accepted("14000 kWh_facility/day"));
  CHECK(accepted({{"/value", "14000 kWh_facility/day"}, {"/rounded_to", "1000 kWh_facility/day"}}));
  CHECK(accepted({{"/value", "14000 kWh_facility/day"}, {"/rounded_to", "1 MWh_facility/day"}}));
}

TEST_CASE("relations are tested as relations") {
  const auto relation = [](const char* word, const char* value) {
    return accepted({{"/relation", word}, {"/value", value}});
  };
  CHECK(relation("more_than", "14.3 MWh_facility/day"));
  CHECK_FALSE(relation("more_than", "14.5 MWh_facility/day"));
  CHECK(relation("less_than", "14.5 MWh_facility/day"));
  CHECK_FALSE(relation("less_than", "14.3 MWh_facility/day"));
  CHECK(relation("at_least", "14.4 MWh_facility/day"));
  CHECK_FALSE(relation("at_least", "14.6 MWh_facility/day"));
  CHECK(relation("at_most", "14.4 MWh_facility/day"));
  CHECK(relation("at_most", "20 MWh_facility/day"));
  CHECK_FALSE(relation("at_most", "14.2 MWh_facility/day"));
}

TEST_CASE("a tolerance is at most 2 percent and has its reason") {
  CHECK(accepted(
      {{"/value", "14.2 MWh_facility/day"}, {"/tolerance", {{"percent", 2}, {"reason", words("Rounded inputs.")}}}}));
  CHECK_FALSE(accepted(
      {{"/value", "14.0 MWh_facility/day"}, {"/tolerance", {{"percent", 2}, {"reason", words("Rounded inputs.")}}}}));
  Engine engine;
  const Json answer = ask(
      engine, "check", small_with({{kFigure + "/tolerance", {{"percent", 3}, {"reason", words("Rounded inputs.")}}}}));
  CHECK(has_error(answer["errors"], "tolerance-range", kFigure + "/tolerance"));
}

TEST_CASE("a figure that is not met may name a finding, and one that is met may not") {
  CHECK(accepted({{"/value", "20 MWh_facility/day"}, {"/finding", "load"}}));
  Engine engine;
  const Json answer = ask(engine, "check", small_with({{kFigure + "/finding", "load"}}));
  CHECK(has_error(answer["errors"], "finding-not-needed", kFigure + "/finding"));
}

TEST_CASE("a figure of a scenario that holds a range is refused") {
  Engine engine;
  const Json answer = ask(engine, "check", small_with({{kFigure + "/scenario", "sourced_then"}}));
  CHECK(has_error(answer["errors"], "figure-not-a-point", kFigure + "/scenario"));
}

TEST_CASE("a figure's unit must be of the output's kind") {
  Engine engine;
  const Json answer = ask(engine, "check", small_with({{kFigure + "/value", "14.4 MWh/day"}}));
  CHECK(has_error(answer["errors"], "unit-mismatch", kFigure + "/value"));
}

TEST_CASE("a ratio divides the output's centre in one scenario by that in another, a plain number with its rounding") {
  // 14.4 MWh a day as published; 600 kW for a day at a PUE of 1.5 by power: 21.6 MWh.
  const auto ratio = [](const char* value) { return accepted({{"/over", "by_power"}, {"/value", value}}); };
  CHECK(ratio("0.67"));
  CHECK(ratio("0.7"));
  CHECK_FALSE(ratio("0.66"));
  CHECK_FALSE(ratio("1.5"));
  const auto turned = [](const char* value) {
    return accepted({{"/scenario", "by_power"}, {"/over", "as_published"}, {"/value", value}});
  };
  CHECK(turned("1.5"));
  CHECK_FALSE(turned("1.6"));
  CHECK(accepted({{"/over", "by_power"}, {"/relation", "less_than"}, {"/value", "0.7"}}));
  CHECK_FALSE(accepted({{"/over", "by_power"}, {"/relation", "more_than"}, {"/value", "0.7"}}));
}

TEST_CASE("a ratio takes the centre of a scenario that holds ranges") {
  Engine engine;
  ask_ok(engine, "load",
         small_with(
             {{kFigure + "/scenario", "sourced_then"}, {kFigure + "/over", "by_power"}, {kFigure + "/value", "1"}}));
  const auto central = [&](const Json& answer) {
    for (const auto& step : answer["steps"]) {
      if (step["id"] == "energy_per_day") return step["central"].get<double>();
    }
    return 0.0;
  };
  const Json here = ask_ok(engine, "evaluate", {{"claim", "fleet-claim"}, {"scenario", "sourced_then"}});
  const Json there = ask_ok(engine, "evaluate", {{"claim", "fleet-claim"}, {"scenario", "by_power"}});
  const double expected = central(here) / central(there);
  REQUIRE(expected > 0);
  CHECK(here["ratios"][0]["ratio"].get<double>() == Approx(expected).epsilon(1e-12));
  CHECK(there["ratios"] == here["ratios"]);
}

TEST_CASE("an answer says a ratio apart from the figures that lie on the output's range") {
  Engine engine;
  ask_ok(engine, "load", small_with({{kFigure + "/over", "by_power"}, {kFigure + "/value", "0.67"}}));
  const Json request = {{"claim", "fleet-claim"}, {"scenario", "as_published"}};
  Json answer = ask_ok(engine, "evaluate", request);
  for (const auto& output : answer["outputs"]) {
    for (const auto& placement : output["placements"]) CHECK(placement["published"] != "article");
  }
  REQUIRE(answer["ratios"].size() == 1);
  CHECK(answer["ratios"][0]["published"] == "article");
  CHECK(answer["ratios"][0]["over"] == "by_power");
  CHECK(answer["ratios"][0]["value"] == 0.67);
  CHECK(answer["ratios"][0]["ratio"].get<double>() == Approx(2.0 / 3).epsilon(1e-12));
  CHECK(answer["ratios"][0]["holds"] == true);

  // The reader's change counts in the scenario that is shown, and nowhere else.
  Json changed = request;
  changed["set"] = {{"pue", "1.8"}};
  answer = ask_ok(engine, "evaluate", changed);
  CHECK(answer["ratios"][0]["ratio"].get<double>() == Approx(1.0).epsilon(1e-12));
  CHECK(answer["ratios"][0]["holds"] == false);
  changed["scenario"] = "by_power";
  answer = ask_ok(engine, "evaluate", changed);
  CHECK(answer["ratios"][0]["ratio"].get<double>() == Approx(14.4 / 25.92).epsilon(1e-12));

  // Nothing is solved for a ratio.
  const Json solve = {
      {"claim", "fleet-claim"}, {"input", "servers"}, {"scenario", "as_published"}, {"output", "energy_per_day"}};
  CHECK(has_error(ask(engine, "solve", solve)["errors"], "solve-target", "target"));
}
