#include <cmath>
#include <string>

#include "support/dataset.hpp"

using namespace footing::test;
using footing::DetailEngine;
using footing::Engine;

namespace {

const Json* with(const Json& list, const char* key, const std::string& value) {
  for (const auto& one : list) {
    if (one[key] == value) return &one;
  }
  return nullptr;
}

Json small_ok(const char* call, const Json& request) {
  Engine engine;
  ask_ok(engine, "load", small_map());
  return ask_ok(engine, call, request);
}

std::string exact(double value) { return Json(value).dump(); }

}  // namespace

TEST_CASE("a break-even put back into eval gives the published figure, for each claim, scenario and input") {
  Engine engine;
  load_real(engine);
  int put_back = 0;
  for (const auto& claim : some_claims_of(engine)) {
    for (const auto& scenario : claim["scenarios"]) {
      const Json request = {{"claim", claim["id"]}, {"scenario", scenario}, {"indices", false}, {"tornado", false}};
      const Json answer = ask_ok(engine, "explain", request);
      if (answer["target"].is_null()) continue;
      const double figure = answer["target"]["value"];
      for (const auto& even : answer["break_evens"]) {
        for (const auto& crossing : even["crossings"]) {
          if (crossing["jump"] == true || !even["options"].empty()) continue;
          INFO(claim["id"] << " " << scenario << " " << even["input"] << " = " << crossing["value"]);
          const Json back = ask_ok(engine, "evaluate",
                                   {{"claim", claim["id"]},
                                    {"scenario", scenario},
                                    {"samples", 2},
                                    {"shapes", false},
                                    {"outputs", {answer["output"]}},
                                    {"set", {{even["input"].get<std::string>(), exact(crossing["value"])}}}});
          if (!back["notices"].empty()) {  // beyond a hard bound
            CHECK(back["notices"][0]["code"] == "outside-bounds");
            continue;
          }
          const Json* step = with(back["steps"], "id", answer["output"]);
          REQUIRE(step != nullptr);
          CHECK((*step)["central"].get<double>() == Approx(figure).epsilon(1e-9));
          ++put_back;
        }
      }
    }
  }
  CHECK(put_back > static_cast<int>(30 / kEveryClaim));
}

TEST_CASE("explain gives the answers of solve, input by input, and says how they lie to the ranges") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  const Json answer = ask_ok(engine, "explain", {{"claim", "fleet-claim"}, {"samples", 4096}});
  CHECK(answer["scenario"] == "sourced_then");
  CHECK(answer["output"] == "energy_per_day");
  CHECK(answer["target"]["published"] == "article");
  REQUIRE(answer["break_evens"].size() == 4);  // servers, their power, load and PUE
  for (const auto& even : answer["break_evens"]) {
    const Json solved = ask_ok(engine, "solve", {{"claim", "fleet-claim"}, {"input", even["input"]}});
    CHECK(even["span"] == solved["span"]);
    CHECK(even["searched"] == solved["searched"]);
    REQUIRE(even["crossings"].size() == solved["crossings"].size());
    for (std::size_t i = 0; i < even["crossings"].size(); ++i) {
      CHECK(even["crossings"][i]["value"] == solved["crossings"][i]["value"]);
      CHECK(even["crossings"][i]["jump"] == solved["crossings"][i]["jump"]);
    }
  }
  // 14,400 kWh with 100 servers of 5 kW at full load and a PUE of 1.2; here load is 0.8: 125 servers, within 50..200.
  const Json& servers = *with(answer["break_evens"], "input", "servers");
  CHECK(servers["crossings"][0]["value"].get<double>() == Approx(125).epsilon(1e-9));
  CHECK(servers["crossings"][0]["inside"] == true);
  CHECK(servers["range"]["high"].get<double>() == Approx(200));
  const Json& power = *with(answer["break_evens"], "input", "server_power");
  CHECK(power["spread"] == false);
  CHECK(power["crossings"][0]["times"].get<double>() == Approx(1.25));
  CHECK(power["crossings"][0]["off"].get<double>() == Approx(1.25));
  const Json& load = *with(answer["break_evens"], "input", "load");  // 0.8 * 1.25
  CHECK(load["crossings"][0]["value"].get<double>() == Approx(1).epsilon(1e-9));
  CHECK(load["crossings"][0]["inside"] == false);

  const Json one = ask_ok(engine, "explain", {{"claim", "fleet-claim"}, {"inputs", {"load"}}, {"tornado", false}});
  CHECK(one["break_evens"].size() == 1);
  CHECK_FALSE(one.contains("tornado"));
  CHECK(one["indices"]["rows"] == 8192);
}

TEST_CASE("indices, tornado and elasticities of a product, in the claim's own words") {
  const Json answer = small_ok("explain", {{"claim", "fleet-claim"}});
  CHECK(answer["held"] == Json({"pue", "server_power"}));
  const Json& groups = answer["indices"]["groups"];
  REQUIRE(groups.size() == 2);
  CHECK(groups[0]["inputs"] == Json({"servers"}));
  const double own = std::pow(std::log(4.0) / (2 * 1.6448536269514722), 2);
  // Variance of the log of a uniform: by its moments.
  const auto first = [](double x) { return x * (std::log(x) - 1); };
  const auto second = [](double x) { return x * (std::pow(std::log(x), 2) - 2 * std::log(x) + 2); };
  const double mean = (first(0.9) - first(0.7)) / 0.2;
  const double spread = (second(0.9) - second(0.7)) / 0.2 - mean * mean;
  CHECK(groups[0]["log"]["total"]["value"].get<double>() == Approx(own / (own + spread)).margin(0.005));
  CHECK(groups[1]["log"]["first"]["value"].get<double>() == Approx(spread / (own + spread)).margin(0.005));
  CHECK(answer["indices"]["log_sd"].get<double>() == Approx(std::sqrt(own + spread)).epsilon(0.01));
  CHECK(answer["tornado"][0]["low"].get<double>() == Approx(14400 * 0.8 / 2));
  CHECK(answer["tornado"][0]["high"].get<double>() == Approx(14400 * 0.8 * 2));
  for (const auto& one : answer["elasticities"]) CHECK(one["value"].get<double>() == Approx(1).epsilon(1e-9));
  CHECK(answer["elasticities"].size() == 4);
}

TEST_CASE("a bundle is one bar and one index, and is tried option by option") {
  const Json answer = small_ok(
      "explain",
      {{"claim", "fleet-claim"}, {"scenario", "weighted"}, {"output", "emissions"}, {"target", "6000 kgCO2e"}});
  const Json* group = with(answer["indices"]["groups"], "bundle", "site");
  REQUIRE(group != nullptr);
  CHECK((*group)["inputs"].size() == 2);
  const Json* bar = with(answer["tornado"], "bundle", "site");
  REQUIRE(bar != nullptr);
  REQUIRE((*bar)["options"].size() == 2);
  CHECK((*bar)["options"][0]["option"] == "us");
  CHECK(with(answer["break_evens"], "input", "pue") == nullptr);
  const Json* site = with(answer["bundles"], "bundle", "site");
  REQUIRE(site != nullptr);
  for (const auto& option : (*site)["options"]) {
    const Json alone = small_ok(
        "evaluate",
        {{"claim", "fleet-claim"}, {"scenario", "weighted"}, {"samples", 64}, {"set", {{"site", option["option"]}}}});
    if (option["output"].is_null()) {
      CHECK(has_error(alone["notices"], "option-incomplete", "site"));
      CHECK(option["side"].is_null());
      continue;
    }
    const double central = (*with(alone["steps"], "id", "emissions"))["central"];
    CHECK(option["output"] == central);
    CHECK(option["side"] == (central < 6000 ? "below" : "above"));
  }
}

TEST_CASE("explain refuses what cannot be, and without a figure has no break-evens") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  const auto refused = [&](const Json& more, const char* code, const char* path) {
    Json request = {{"claim", "fleet-claim"}, {"samples", 64}};
    request.update(more);
    const Json answer = ask(engine, "explain", request);
    INFO(lines_of(answer["errors"]));
    CHECK(has_error(answer["errors"], code, path));
  };
  refused({{"output", "nothing"}}, "output-unknown", "output");
  refused({{"inputs", {"nothing"}}}, "input-unknown", "inputs");
  refused({{"published", "nothing"}}, "solve-target", "target");
  refused({{"target", "3 server"}}, "unit-mismatch", "target");
  refused({{"density", true}}, "unknown-key", "/density");
  refused({{"indices", 3}}, "wrong-type", "/indices");
  const Json answer = ask_ok(engine, "explain", {{"claim", "fleet-claim"}, {"output", "emissions"}});
  CHECK(answer["target"].is_null());
  CHECK_FALSE(answer.contains("break_evens"));
}

TEST_CASE("the page's module of details answers as the full engine, to the letter") {
  Engine whole;
  load_real(whole);
  for (const auto& claim : some_claims_of(whole)) {
    DetailEngine page;
    const Json prepared = ask_ok(whole, "prepare", {{"claim", claim["id"]}})["prepared"];
    ask_ok(page, "load", {{"footing", 1}, {"prepared", prepared}});
    for (const auto& scenario : claim["scenarios"]) {
      Json request = {{"claim", claim["id"]}, {"scenario", scenario}, {"samples", 512}};
      const Json answer = ask_ok(whole, "explain", request);
      CHECK(page.call("explain", request.dump()).json == whole.call("explain", request.dump()).json);
      for (const auto& even : answer.value("elasticities", Json::array())) {
        request["input"] = even["input"];
        request["points"] = 5;
        CHECK(page.call("sweep", request.dump()).json == whole.call("sweep", request.dump()).json);
      }
    }
  }
  DetailEngine page;
  CHECK(has_error(ask(page, "evaluate", Json::object())["errors"], "call-unknown", ""));
}

TEST_CASE("a sweep goes over slider and range, or over what is asked") {
  Json answer = small_ok("sweep", {{"claim", "fleet-claim"}, {"input", "servers"}, {"points", 3}});
  CHECK(answer["scale"] == "log");
  CHECK(answer["unit"] == "server");
  REQUIRE(answer["points"].size() == 3);
  CHECK(answer["points"][0]["value"] == 10);
  CHECK(answer["points"][1]["value"].get<double>() == Approx(100));
  CHECK(answer["points"][1]["central"].get<double>() == Approx(14400 * 0.8));
  CHECK(answer["points"][1]["band"]["p05"].get<double>() == Approx(14400 * 0.71).epsilon(2e-3));
  CHECK(answer["points"][1]["band"]["p95"].get<double>() == Approx(14400 * 0.89).epsilon(2e-3));
  answer = small_ok("sweep", {{"claim", "fleet-claim"},
                              {"input", "load"},
                              {"from", "20 %"},
                              {"to", "0.6"},
                              {"points", 5},
                              {"output", "households"}});
  CHECK(answer["points"][1]["value"].get<double>() == Approx(0.3));
  CHECK(answer["output_unit"] == "household");
  Engine engine;
  ask_ok(engine, "load", small_map());
  const auto refused = [&](const Json& more, const char* code, const char* path) {
    Json request = {{"claim", "fleet-claim"}, {"input", "load"}};
    request.update(more);
    CHECK(has_error(ask(engine, "sweep", request)["errors"], code, path));
  };
  refused({{"from", "0.7"}, {"to", "0.6"}}, "solve-reach", "from");
  refused({{"to", "1.6"}}, "solve-reach", "from");
  refused({{"to", "3 server"}}, "unit-mismatch", "to");
  refused({{"points", 1}}, "number-range", "/points");
  refused({{"input", "nothing"}}, "input-unknown", "input");
  refused({{"output", "nothing"}}, "output-unknown", "output");
}

TEST_CASE("two scenarios are taken apart into factors that multiply to their ratio, routes included") {
  const Json answer = small_ok("compare", {{"a", {{"claim", "fleet-claim"}, {"scenario", "as_published"}}},
                                           {"b", {{"claim", "fleet-claim"}, {"scenario", "by_power"}}}});
  // 100 servers against 600 kW / 5 kW = 120 servers; load 1 on both sides; PUE by the site.
  CHECK(answer["scale"] == "log");
  CHECK(answer["exact"] == true);
  const Json* route = with(answer["factors"], "kind", "route");
  REQUIRE(route != nullptr);
  CHECK((*route)["id"] == "server_count");
  CHECK((*route)["from"]["text"] == "by_servers");
  CHECK((*route)["value"].get<double>() == Approx(1.2).epsilon(1e-12));
  double product = 1;
  for (const auto& factor : answer["factors"]) product *= factor["value"].get<double>();
  CHECK(product == Approx(answer["ratio"].get<double>()).epsilon(1e-12));
  const auto central = [](const char* scenario) {
    const Json one = small_ok("evaluate", {{"claim", "fleet-claim"}, {"scenario", scenario}, {"samples", 64}});
    return (*with(one["steps"], "id", "energy_per_day"))["central"].get<double>();
  };
  CHECK(answer["a"]["value"].get<double>() == central("as_published"));
  CHECK(answer["b"]["value"].get<double>() == central("by_power"));
  CHECK(answer["only_a"] == Json({"servers"}));
  CHECK(answer["only_b"] == Json({"fleet_power"}));
  CHECK(answer["same"] == Json({"load", "server_power"}));
  CHECK(answer["a"]["published"]["value"] == 14400);
  CHECK(answer["b"]["published"].is_null());
  CHECK(answer["residual"].is_null());
  CHECK(answer["walk"]["values"].front() == answer["a"]["value"]);
  CHECK(answer["walk"]["values"].back().get<double>() == Approx(answer["b"]["value"].get<double>()).epsilon(1e-14));
}

TEST_CASE("a comparison the other way round has the factors turned over, and one with itself has none") {
  const Json a = {{"claim", "fleet-claim"}, {"scenario", "as_published"}}, b = {{"claim", "fleet-claim"}};
  const Json there = small_ok("compare", {{"a", a}, {"b", b}}), back = small_ok("compare", {{"a", b}, {"b", a}});
  CHECK(there["b"]["medians"] == true);
  CHECK(there["a"]["medians"] == false);
  REQUIRE(there["factors"].size() == back["factors"].size());
  for (const auto& factor : there["factors"]) {
    const Json* other = with(back["factors"], "id", factor["id"]);
    REQUIRE(other != nullptr);
    CHECK(factor["value"].get<double>() * (*other)["value"].get<double>() == Approx(1).epsilon(1e-12));
  }
  const Json same = small_ok("compare", {{"a", a}, {"b", a}});
  CHECK(same["factors"].empty());
  CHECK(same["ratio"] == 1);
  CHECK(same["residual"] == 1);
}

TEST_CASE("factors are grouped as the claim says, and the walk goes as asked") {
  Engine engine;
  Json map = small_map();
  part(map, "claims/fleet-claim.json#/groups") = {
      {{"id", "fleet"}, {"nature", "error"}, {"label", words("Fleet")}, {"of", {"servers", "load"}}},
      {{"id", "unused"}, {"nature", "boundary"}, {"label", words("Other")}, {"of", {"it_power"}}}};
  ask_ok(engine, "load", map);
  const Json request = {
      {"a", {{"claim", "fleet-claim"}, {"scenario", "as_published"}}},
      {"b", {{"claim", "fleet-claim"}, {"set", {{"servers", "300"}, {"pue", "1.5"}, {"load", "0.5"}}}}},
      {"order", {"pue", "load"}}};
  const Json answer = ask_ok(engine, "compare", request);
  REQUIRE(answer["groups"].size() == 1);
  CHECK(answer["groups"][0]["id"] == "fleet");
  CHECK(answer["groups"][0]["nature"] == "error");
  CHECK(answer["groups"][0]["value"].get<double>() == Approx(3 * 0.5).epsilon(1e-12));
  CHECK((*with(answer["factors"], "id", "pue"))["group"].is_null());
  CHECK((*with(answer["factors"], "id", "load"))["from"]["state"] == "omitted");
  CHECK(answer["factors"][0]["id"] == "servers");  // the largest first
  CHECK(answer["walk"]["ids"] == Json({"pue", "load", "servers"}));
  CHECK(answer["walk"]["values"][1].get<double>() == Approx(14400 * 1.5 / 1.2));
  CHECK(answer["b"]["changed"] == true);
  // Groups are words about the comparison, not what numbers depend on.
  const Json closure = ask_ok(engine, "closure", {{"claim", "fleet-claim"}})["closure"];
  CHECK_FALSE(closure["files"]["claims/fleet-claim.json"].contains("groups"));
  CHECK(ask_ok(engine, "check",
               ask_ok(engine, "closure", {{"claim", "fleet-claim"}, {"words", true}})["closure"])["ok"] == true);
}

TEST_CASE("compare refuses what cannot be compared") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  const Json fine = {{"claim", "fleet-claim"}};
  const auto refused = [&](const Json& request, const char* code, const char* path) {
    const Json answer = ask(engine, "compare", request);
    INFO(lines_of(answer["errors"]));
    CHECK(has_error(answer["errors"], code, path));
  };
  refused({{"a", fine}}, "key-missing", "/b");
  refused({{"a", fine}, {"b", {{"claim", "none"}}}}, "claim-unknown", "claim");
  refused({{"a", fine}, {"b", {{"claim", "fleet-claim"}, {"scenario", "none"}}}}, "scenario-unknown", "_scenario");
  refused({{"a", fine}, {"b", fine}, {"output", "none"}}, "output-unknown", "output");
  refused({{"a", fine}, {"b", {{"claim", "fleet-claim"}, {"samples", 4}}}}, "unknown-key", "/b/samples");
  refused(Json(3), "wrong-type", "");
}

TEST_CASE("the closest combination of a product of a lognormal and a uniform meets the figure") {
  const Json answer = small_ok("closest", {{"claim", "fleet-claim"}});
  const Json& closest = answer["closest"];
  CHECK(closest["output"].get<double>() == Approx(14400).epsilon(1e-8));
  const Json& servers = *with(closest["inputs"], "input", "servers");
  const Json& load = *with(closest["inputs"], "input", "load");
  CHECK(servers["value"].get<double>() * load["value"].get<double>() == Approx(100).epsilon(1e-8));
  CHECK(closest["distance"].get<double>() ==
        Approx(std::hypot(servers["deviations"].get<double>(), load["deviations"].get<double>())));
  CHECK((*with(closest["inputs"], "input", "pue"))["moved"] == false);
  CHECK(small_ok("closest", {{"claim", "fleet-claim"}, {"target", "1e9 kWh_facility/day"}})["closest"].is_null());
}
