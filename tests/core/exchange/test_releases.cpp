#include "exchange/releases.hpp"

#include "footing/base/sha256.hpp"
#include "support/dataset.hpp"

using footing::Engine;
using namespace footing::test;

namespace {

const std::string kClaim = "claims/fleet-claim.json#";

std::string digest(const Json& map) {
  Engine engine;
  ask_ok(engine, "load", map);
  return ask_ok(engine, "closure", {{"claim", "fleet-claim"}})["digest"];
}

/// The small dataset after a release of its claim, as the index says it.
Json released(Json map, int revision, const Json& dimensions, const std::string& hash) {
  map["files"]["releases/index.json"] = {
      {"footing", 1},
      {"claims", {{"fleet-claim", {{"revision", revision}, {"digest", hash}, {"dimensions", dimensions}}}}},
      {"releases", Json::array()}};
  return map;
}

int revision_of(const Json& map) {
  Engine engine;
  ask_ok(engine, "load", map);
  return ask_ok(engine, "evaluate", {{"claim", "fleet-claim"}, {"samples", 64}})["revision"];
}

Json dimensions_of(const Json& map) {
  Engine engine;
  ask_ok(engine, "load", map);
  return ask_ok(engine, "describe", {{"claim", "fleet-claim"}})["dimensions"];
}

}  // namespace

TEST_CASE("a closure's digest follows its numbers, not its words or the order of its keys") {
  const std::string plain = digest(small_map());
  CHECK(plain.size() == 64);
  CHECK(digest(small_with({{kClaim + "/title", words("Another heading")}})) == plain);
  CHECK(digest(small_with({{kClaim + "/review_by", "2099-01-01"}})) == plain);
  CHECK(digest(small_with({{kClaim + "/status", "draft"}})) == plain);
  CHECK(digest(small_with({{kClaim + "/corrections",
                            {{{"date", "2026-12-01"}, {"kind", "error"}, {"text", words("A name.")}}}}})) == plain);
  CHECK(digest(small_with({{kClaim + "/revision", 7}})) == plain);
  CHECK(digest(small_with({{kClaim + "/scenarios/as_published/inputs/servers/value", "101 server"}})) != plain);
  CHECK(digest(small_with({{"quantities/pue.json#/max", "2.5"}})) != plain);
  CHECK(digest(small_with({{kClaim + "/scenarios/as_published/inputs/servers/evidence", "quoted"}})) != plain);
  // As text, where keys may stand in any order.
  Json map = small_map();
  std::string text = map.dump();
  const std::string before = R"("id":"pue")";
  const auto at = text.find(before + ",");
  REQUIRE(at != std::string::npos);
  text.erase(at, before.size() + 1);
  const auto end = text.find(R"("unit":"kWh_facility/kWh_it"})", at);
  REQUIRE(end != std::string::npos);
  text.insert(end, before + ",");
  Engine engine;
  REQUIRE(Json::parse(engine.call("load", text).json)["ok"] == true);
  CHECK(ask_ok(engine, "closure", {{"claim", "fleet-claim"}})["digest"] == plain);
}

TEST_CASE("a closure holds the units that it can speak of, and none of other bases") {
  Json map = small_map();
  const std::string plain = digest(map);
  map["files"]["units.json"]["bases"].push_back({{"id", "token"}, {"unit", "token"}, {"counted", true}});
  map["files"]["units.json"]["units"].push_back({{"id", "Mtoken"}, {"is", "1000000 token"}});
  CHECK(digest(map) == plain);
  // Another unit of a base that is used changes what a link may say, and is kept.
  map["files"]["units.json"]["units"].push_back({{"id", "lb"}, {"is", "453.59237 g"}});
  CHECK(digest(map) != plain);
  Engine engine;
  ask_ok(engine, "load", map);
  const Json units = ask_ok(engine, "closure", {{"claim", "fleet-claim"}})["closure"]["files"]["units.json"];
  CHECK(units.dump().find("token") == std::string::npos);
  CHECK(units.dump().find("\"lb\"") != std::string::npos);
}

TEST_CASE("a claim has the number of its newest revision while nothing has changed since, else it is a preview") {
  const Json map = small_map();
  const Json now = released(map, 4, dimensions_of(map), digest(map));
  CHECK(revision_of(map) == 0);
  CHECK(revision_of(now) == 4);
  Json worded = now;
  part(worded, kClaim + "/title") = words("Another heading");
  CHECK(revision_of(worded) == 4);
  Json moved = now;
  part(moved, kClaim + "/scenarios/sourced_then/inputs/servers/value") = "50..300 server";
  CHECK(revision_of(moved) == 0);
}

TEST_CASE("dimensions go on from the newest revision") {
  const Json map = small_map();
  const Json before = {{"servers", 0}, {"load", 5}, {"gone", 7}};
  const Json after = dimensions_of(released(map, 1, before, digest(map)));
  CHECK(after["servers"] == 0);
  CHECK(after["load"] == 5);
  CHECK(after["gone"] == 7);  // should it come back, it has its old one
  CHECK(after["fleet_power"] == 8);
  CHECK(after["grid_intensity"] == 9);
  // Where the highest is taken, free ones are filled; where none is free, one that nothing uses any more is given away.
  Json full = {{"servers", 63}};
  CHECK(dimensions_of(released(map, 1, full, digest(map)))["fleet_power"] == 0);
  for (int i = 0; i < 63; ++i) full["old_" + std::to_string(i)] = i;
  const Json crowded = dimensions_of(released(map, 1, full, digest(map)));
  CHECK(crowded["servers"] == 63);
  CHECK(crowded["fleet_power"] == 0);
  CHECK_FALSE(crowded.contains("old_0"));
  CHECK(crowded["old_62"] == 62);
}

TEST_CASE("a released file that loads to something else than the index says is found") {
  const Json map = small_map();
  Engine engine;
  ask_ok(engine, "load", map);
  Json closure = ask_ok(engine, "closure", {{"claim", "fleet-claim"}})["closure"];
  closure["files"]["claims/fleet-claim.json"]["revision"] = 1;
  const std::string text = closure.dump();
  footing::Release release;
  release.number = 1;
  release.date = "2026-11-22";
  release.method = 1;
  release.revisions.push_back({"fleet-claim", "", 1, footing::sha256(text)});
  const auto index = [&](const std::string& hash) {
    Json with = released(map, 1, dimensions_of(map), hash);
    with["files"]["releases/index.json"]["releases"] = {
        {{"release", 1},
         {"date", release.date},
         {"method", 1},
         {"chain", footing::release_chain(release, "")},
         {"revisions", {{{"claim", "fleet-claim"}, {"revision", 1}, {"sha256", footing::sha256(text)}}}}}};
    with["files"]["releases/fleet-claim/r1.json"] = text;
    return with;
  };
  const Json fine = ask(engine, "check", index(digest(map)));
  INFO(lines_of(fine["errors"]));
  CHECK(fine["ok"] == true);
  CHECK(has_error(ask(engine, "check", index(std::string(64, '0')))["errors"], "release-changed",
                  "releases/index.json#/claims/fleet-claim"));
  Json removed = index(digest(map));
  removed["files"].erase("claims/fleet-claim.json");
  CHECK(has_error(ask(engine, "check", removed)["errors"], "claim-unknown", "releases/index.json#/claims/fleet-claim"));
}
