#include "exchange/request.hpp"

#include <algorithm>

#include "support/dataset.hpp"

using footing::Engine;
using footing::parse_seed;
using namespace footing::test;

TEST_CASE("a seed is a whole number of at most 64 bits, as decimal text") {
  CHECK(parse_seed("0") == std::uint64_t{0});
  CHECK(parse_seed("18446744073709551615") == std::uint64_t{18446744073709551615u});
  CHECK(parse_seed("007") == std::uint64_t{7});
  for (const char* text :
       {"", "-1", "+1", "1.0", "1e3", " 1", "18446744073709551616", "99999999999999999999", "000000000000000000001"}) {
    INFO("seed \"" << text << '"');
    CHECK_FALSE(parse_seed(text));
  }
}

TEST_CASE("an answer repeats its request with every default written out and every value in canonical form") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  Json answer = ask_ok(engine, "evaluate", {{"claim", "fleet-claim"}});
  CHECK(answer["request"] == Json({{"claim", "fleet-claim"},
                                   {"scenario", "sourced_then"},
                                   {"set", Json::object()},
                                   {"samples", 16384},
                                   {"seed", "1"}}));
  answer = ask_ok(engine, "evaluate",
                  {{"claim", "fleet-claim"},
                   {"set", {{"server_power", "6500 W_it/server"}, {"load", "50 % "}, {"servers", " 2e2..6e2"}}},
                   {"samples", 64},
                   {"seed", "0009"}});
  CHECK(answer["request"]["set"] == Json({{"server_power", "6.5"}, {"load", "0.5"}, {"servers", "200..600"}}));
  CHECK(answer["request"]["seed"] == "9");
  CHECK(answer["changed"] == true);
}

TEST_CASE("a change to what the scenario says anyway is no change") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  const Json answer =
      ask_ok(engine, "evaluate",
             {{"claim", "fleet-claim"}, {"set", {{"servers", "50..200"}, {"site", "us"}, {"pue", "1.20"}}}});
  CHECK(answer["changed"] == false);
  CHECK(answer["request"]["set"].empty());
  CHECK(answer["link"] == "claims/fleet-claim/r0/");
}

TEST_CASE("the same request gives the same text, whatever was asked in between") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  const std::string request = Json{{"claim", "fleet-claim"}, {"set", {{"servers", "20..90"}}}}.dump();
  const std::string first = engine.call("evaluate", request).json;
  ask_ok(engine, "evaluate",
         {{"claim", "fleet-claim"}, {"set", {{"servers", "choice(5,7)"}, {"site", "choice(us,cn)"}}}, {"seed", "3"}});
  ask_ok(engine, "solve", {{"claim", "fleet-claim"}, {"input", "servers"}});
  CHECK(engine.call("evaluate", request).json == first);
}

TEST_CASE("solve meets the published figure, and evaluating its answer gives that figure back") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  const Json solved = ask_ok(engine, "solve",
                             {{"claim", "fleet-claim"},
                              {"scenario", "as_published"},
                              {"input", "servers"},
                              {"target", "28.8 MWh_facility/day"}});
  REQUIRE(solved["crossings"].size() == 1);
  // 14,400 kWh a day need 100 servers; twice that needs 200.
  CHECK(solved["crossings"][0]["value"].get<double>() == Approx(200).epsilon(1e-12));
  CHECK(solved["target"] == 28800);
  CHECK(solved["unit"] == "server");
  CHECK(solved["output_unit"] == "kWh_facility/day");
}

TEST_CASE("the output that a published figure is on is the one solved for, unless one is named") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  const Json homes =
      ask_ok(engine, "solve",
             {{"claim", "fleet-claim"}, {"scenario", "as_published"}, {"input", "servers"}, {"output", "households"}});
  // 400 households of 30 kWh a day from servers of 5 kW at a PUE of 1.2.
  CHECK(homes["crossings"][0]["value"].get<double>() == Approx(400 * 30.0 / (5 * 24 * 1.2)).epsilon(1e-12));
  const Json other = ask(engine, "solve", {{"claim", "fleet-claim"}, {"input", "servers"}, {"published", "homes"}});
  CHECK(has_error(other["errors"], "solve-target", "target"));
}

TEST_CASE("a sample of more columns than are held at once is evaluated in parts, with the same answers") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  constexpr std::size_t kSamples = std::size_t{1} << 20;  // four columns at once
  const Json all = ask_ok(engine, "evaluate", {{"claim", "fleet-claim"}, {"samples", kSamples}});
  REQUIRE(all["steps"].size() > 4);
  for (const Json& step : all["steps"]) {
    INFO(step["id"]);
    // Asked for its samples, a step is among what is kept, in whatever part it comes.
    std::vector<double> samples;
    ask_ok(engine, "evaluate",
           {{"claim", "fleet-claim"},
            {"samples", kSamples},
            {"samples_of", Json::array({step["id"]})},
            {"density", false},
            {"shapes", false}},
           &samples);
    REQUIRE(samples.size() == kSamples);
    CHECK(step["summary"]["min"] == *std::min_element(samples.begin(), samples.end()));
    CHECK(step["summary"]["max"] == *std::max_element(samples.begin(), samples.end()));
    const auto middle = samples.begin() + kSamples / 2;
    std::nth_element(samples.begin(), middle, samples.end());
    const double below = *std::max_element(samples.begin(), middle);
    CHECK(step["summary"]["median"] == below + 0.5 * (*middle - below));
  }
}

TEST_CASE("a sample evaluated in parts reports what is amiss in all of them, as one evaluated at once does") {
  constexpr std::size_t kSamples = std::size_t{1} << 20;  // four columns at once, of five
  const std::string home = "models/fleet.json#/steps/3/formula";
  const std::string carbon = "models/carbon.json#/steps/0/formula";
  const std::string servers = "models/fleet.json#/steps/1/routes/by_servers/formula";
  const std::vector<std::pair<std::string, Json>> in_two_parts = {
      {home, "widen(energy_per_day, kWh) / (household_use - household_use)"},
      {carbon, "widen(energy, kWh) * grid_intensity / (energy - energy) * energy"}};
  auto inherited = in_two_parts;
  inherited.emplace_back(servers, "servers / (load - load)");
  for (const auto& [changes, count] : {std::pair{in_two_parts, 2}, std::pair{inherited, 1}}) {
    Engine engine;
    ask_ok(engine, "load", small_with(changes));
    const Json few = ask(engine, "evaluate", {{"claim", "fleet-claim"}, {"samples", 1024}})["errors"];
    const Json many = ask(engine, "evaluate", {{"claim", "fleet-claim"}, {"samples", kSamples}})["errors"];
    CHECK(few.size() == static_cast<std::size_t>(count));
    CHECK(many == few);
  }
}
