#include <algorithm>
#include <set>

#include "support/dataset.hpp"

using footing::Engine;
using namespace footing::test;

namespace {

Json evaluate(Engine& engine, const std::string& scenario, const Json& set, std::vector<double>* samples = nullptr,
              const Json& rows = Json::array()) {
  return ask_ok(engine, "evaluate",
                {{"claim", "fleet-claim"},
                 {"scenario", scenario},
                 {"set", set},
                 {"samples", 4096},
                 {"samples_of", rows},
                 {"shapes", false}},
                samples);
}

Json find(const Json& list, const std::string& id) {
  for (const auto& one : list) {
    if (one["id"] == id) return one;
  }
  FAIL("no " << id);
  return Json();
}

using Pair = std::pair<double, double>;

/// The distinct pairs of PUE and grid intensity among the samples.
std::set<Pair> pairs(Engine& engine, const std::string& scenario, const Json& set) {
  std::vector<double> samples;
  evaluate(engine, scenario, set, &samples, {"pue", "grid_intensity"});
  REQUIRE(samples.size() == 2 * 4096);
  std::set<Pair> found;
  for (std::size_t i = 0; i < 4096; ++i) found.emplace(samples[i], samples[4096 + i]);
  return found;
}

}  // namespace

TEST_CASE("an option supplies every member, and the reader's option replaces all of them") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  CHECK(pairs(engine, "as_published", Json::object()) == std::set<Pair>{{1.2, 400}});
  CHECK(pairs(engine, "as_published", {{"site", "cn"}}) == std::set<Pair>{{1.5, 300}});
  const Json answer = evaluate(engine, "as_published", {{"site", "cn"}});
  const Json site = find(answer["bundles"], "site");
  CHECK(site["option"] == "cn");
  CHECK(site["changed"] == true);
  CHECK(site["modified"] == false);
  CHECK(site["options"] == Json({"us", "cn", "is", "eu"}));
  CHECK(find(answer["bundles"], "home")["changed"] == false);
  CHECK(find(answer["inputs"], "pue")["origin"] == "bundle");
  CHECK(find(answer["inputs"], "pue")["changed"] == true);
  CHECK(answer["link"] == "claims/fleet-claim/r0/?site=cn&_n=4096&_scenario=as_published");
}

TEST_CASE("members of weighted options are drawn together and never mixed") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  // In the order of their sizes, 1.2 would stand with 300 and 1.5 with 400.
  const std::set<Pair> expected{{1.2, 400}, {1.5, 300}};
  CHECK(pairs(engine, "weighted", Json::object()) == expected);
  CHECK(pairs(engine, "as_published", {{"site", "choice(us:1,cn:1)"}}) == expected);
  CHECK(pairs(engine, "as_published", {{"site", "choice(cn: 3, us: 1)"}}) == expected);
}

TEST_CASE("weights are relative and give each option its share of the samples") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  std::vector<double> samples;
  evaluate(engine, "as_published", {{"site", "choice(us: 1, cn: 3)"}}, &samples, {"pue"});
  const auto us = std::count(samples.begin(), samples.end(), 1.2);
  // A quarter of 4,096 scrambled points, which are even up to one.
  CHECK(std::abs(us - 1024) <= 1);
}

TEST_CASE("a member that the reader sets leaves the bundle and marks it as modified") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  for (const Json& set :
       {Json{{"pue", "1.3"}}, Json{{"pue", "1.3"}, {"site", "cn"}}, Json{{"grid_intensity", "350"}, {"site", "cn"}}}) {
    INFO(set.dump());
    const Json answer = evaluate(engine, "as_published", set);
    CHECK(find(answer["bundles"], "site")["modified"] == true);
    CHECK(find(answer["bundles"], "home")["modified"] == false);
    const bool pue = set.contains("pue");
    const Json own = find(answer["inputs"], pue ? "pue" : "grid_intensity");
    const Json other = find(answer["inputs"], pue ? "grid_intensity" : "pue");
    CHECK(own["origin"] == "set");
    CHECK(own["bundle"] == "site");
    CHECK(own["bundle_modified"] == true);
    CHECK(other["origin"] == "bundle");
    CHECK(other["bundle_modified"] == false);
    CHECK(answer["request"]["set"].size() == set.size());
  }
}

TEST_CASE("a scenario may override a member, which marks the bundle, until the reader chooses an option") {
  const Json own = {{"value", "1.25 kWh_facility/kWh_it"}, {"evidence", "read"}, {"source", "report"}};
  Engine engine;
  ask_ok(engine, "load", small_with({{"claims/fleet-claim.json#/scenarios/sourced_then/inputs/pue", own}}));
  Json answer = evaluate(engine, "sourced_then", Json::object());
  CHECK(find(answer["bundles"], "site")["modified"] == true);
  CHECK(find(answer["inputs"], "pue")["value"]["median"] == 1.25);
  CHECK(find(answer["inputs"], "pue")["origin"] == "scenario");
  answer = evaluate(engine, "sourced_then", {{"site", "cn"}});
  CHECK(find(answer["bundles"], "site")["modified"] == false);
  CHECK(find(answer["inputs"], "pue")["value"]["median"] == 1.5);
  CHECK(find(answer["inputs"], "pue")["origin"] == "bundle");
}

TEST_CASE("an option without a figure for an active member is refused as a whole, with a notice") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  // Iceland has a PUE but no grid: taking the PUE alone would mix two places.
  const Json answer = evaluate(engine, "as_published", {{"site", "is"}});
  CHECK(has_error(answer["notices"], "option-incomplete", "site"));
  CHECK(find(answer["inputs"], "pue")["value"]["median"] == 1.2);
  CHECK(find(answer["bundles"], "site")["option"] == "us");
  CHECK(answer["changed"] == false);
  CHECK(pairs(engine, "as_published", {{"site", "choice(us:1,is:1)"}}) == std::set<Pair>{{1.2, 400}});

  const Json helped = evaluate(engine, "as_published", {{"site", "is"}, {"grid_intensity", "28"}});
  CHECK(helped["notices"].empty());
  CHECK(find(helped["inputs"], "pue")["value"]["median"] == 1.1);
  CHECK(find(helped["inputs"], "grid_intensity")["value"]["median"] == 28);
  CHECK(find(helped["bundles"], "site")["modified"] == true);
}

TEST_CASE("an option may give ranges, but not within a weighted choice") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  const Json answer = evaluate(engine, "as_published", {{"site", "eu"}});
  CHECK(find(answer["inputs"], "pue")["value"]["text"] == "1.2..1.4");
  const Json refused = evaluate(engine, "as_published", {{"site", "choice(us: 1, eu: 1)"}});
  CHECK(refused["notices"][0]["code"] == "value-syntax");
  CHECK(find(refused["bundles"], "site")["option"] == "us");
}

TEST_CASE("what is no option is a notice, and the scenario's option stays") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  for (const char* text : {"mars", "", "choice(us)x", "choice(", "choice()", "choice(us:0)", "choice(us:-1,cn:1)",
                           "choice(us,us)", "choice(us:nan)"}) {
    INFO("option \"" << text << '"');
    const Json answer = evaluate(engine, "as_published", {{"site", text}});
    REQUIRE(answer["notices"].size() >= 1);
    CHECK(answer["notices"][0]["path"] == "site");
    CHECK(find(answer["bundles"], "site")["option"] == "us");
    CHECK(answer["changed"] == false);
  }
}

TEST_CASE("a bundle that the scenario does not use cannot be chosen") {
  Engine engine;
  Json map = small_map();
  part(map, "bundles/other.json") = part(map, "bundles/home.json");
  part(map, "bundles/other.json#/id") = "other";
  ask_ok(engine, "load", map);
  const Json answer = evaluate(engine, "as_published", {{"other", "cn"}});
  CHECK(has_error(answer["notices"], "change-without-effect", "other"));
}
