#include "support/dataset.hpp"

using footing::Engine;
using footing::PreparedEngine;
using namespace footing::test;

namespace {

/// Sends a request to both engines: the answers must be the same text, and the samples the same bits.
Json both(Engine& whole, PreparedEngine& page, const std::string& call, const Json& request) {
  const footing::Reply expected = whole.call(call, request.dump());
  const footing::Reply given = page.call(call, request.dump());
  INFO(call << " " << request.dump());
  CHECK(given.json == expected.json);
  CHECK(given.has_samples == expected.has_samples);
  CHECK(hash_of(given.samples) == hash_of(expected.samples));
  return Json::parse(given.json);
}

void load(Engine& whole, PreparedEngine& page, const std::string& claim, bool rivals) {
  const Json answer = ask_ok(whole, "prepare", {{"claim", claim}, {"rivals", rivals}});
  const Json loaded = ask_ok(page, "load", {{"footing", 1}, {"prepared", answer["prepared"]}});
  REQUIRE(loaded["claims"].size() >= 1);
}

/// Everything that can be asked of a scenario.
void compare(Engine& whole, PreparedEngine& page, const std::string& claim, const std::string& scenario) {
  Json request = {{"claim", claim}, {"scenario", scenario}, {"samples", 1024}};
  const Json answer = both(whole, page, "evaluate", request);
  REQUIRE(answer["ok"] == true);
  request["samples_of"] = step_ids(answer);
  both(whole, page, "evaluate", request);
  request.erase("samples_of");
  for (const auto& input : answer["inputs"]) {
    Json question = request;
    question["input"] = input["id"];
    both(whole, page, "solve", question);
    // A reader's range in the declared unit, written and not.
    const std::string median = Json(input["value"]["median"]).dump();
    for (const std::string& unit : {std::string(), " " + input["unit"].get<std::string>()}) {
      request["set"] = {{input["id"].get<std::string>(), median + ".." + median + unit}};
      both(whole, page, "evaluate", request);
    }
    request["set"] = {{input["id"].get<std::string>(), "1e300"}};
    both(whole, page, "evaluate", request);
  }
  for (const auto& bundle : answer["bundles"]) {
    for (const auto& option : bundle["options"]) {
      request["set"] = {{bundle["id"].get<std::string>(), option}, {"no_such_input", "1"}};
      const Json moved = both(whole, page, "evaluate", request);
      both(whole, page, "link", {{"request", request}});
      both(whole, page, "link", {{"text", "/en/" + moved["link"].get<std::string>() + "&pu=1&utm_source=x"}});
    }
  }
}

}  // namespace

TEST_CASE("a prepared claim gives the very answers and bits of the dataset, for each claim and scenario") {
  Engine whole;
  load_real(whole);
  for (const auto& claim : some_claims_of(whole)) {
    PreparedEngine page;
    load(whole, page, claim["id"], false);
    for (const auto& scenario : claim["scenarios"]) compare(whole, page, claim["id"], scenario);
  }
}

TEST_CASE("the small dataset, with routes and weighted bundles, is the same prepared") {
  Engine whole;
  ask_ok(whole, "load", small_map());
  PreparedEngine page;
  load(whole, page, "fleet-claim", true);
  const Json listed = ask_ok(whole, "list", Json::object())["claims"][0];
  for (const auto& scenario : listed["scenarios"]) compare(whole, page, "fleet-claim", scenario);
  both(whole, page, "about", Json::object());
  for (const char* site : {"choice(us: 1, cn: 3)", "is", "mars", "choice(us, us)"}) {
    both(whole, page, "evaluate", {{"claim", "fleet-claim"}, {"set", {{"site", site}}}});
  }
}

TEST_CASE("a claim is prepared with its rivals when they are asked for") {
  Engine whole;
  load_real(whole);
  for (const auto& claim : some_claims_of(whole)) {
    const Json alone = ask_ok(whole, "prepare", {{"claim", claim["id"]}})["prepared"];
    const Json beside = ask_ok(whole, "prepare", {{"claim", claim["id"]}, {"rivals", true}})["prepared"];
    CHECK(alone["claims"].size() == 1);
    CHECK(beside["claims"].size() == 1 + claim["rivals"].size());
  }
}

TEST_CASE("a prepared claim takes numbers in the declared unit alone") {
  PreparedEngine page;
  ask_ok(page, "load", {{"footing", 1}, {"prepared", prepare(small_map(), "fleet-claim")}});
  const Json request = {{"claim", "fleet-claim"}, {"samples", 64}};
  const Json plain = ask_ok(page, "evaluate", request);
  Json converted = request;
  converted["set"] = {{"servers", "1 request"}};
  const Json answer = ask_ok(page, "evaluate", converted);
  CHECK(has_error(answer["notices"], "unit-mismatch", "servers"));
  CHECK(answer["outputs"] == plain["outputs"]);
  const Json solved = ask(page, "solve", {{"claim", "fleet-claim"}, {"input", "servers"}, {"target", "5 request"}});
  CHECK(has_error(solved["errors"], "unit-mismatch", "target"));
}

TEST_CASE("what is prepared for another version or method, or by nobody, replaces nothing") {
  const Json prepared = prepare(small_map(), "fleet-claim");
  PreparedEngine page;
  ask_ok(page, "load", {{"footing", 1}, {"prepared", prepared}});
  for (const auto& [key, code] :
       {std::pair<const char*, const char*>{"footing_prepared", "schema-version"}, {"method", "method-version"}}) {
    Json other = prepared;
    other[key] = 99;
    CHECK(has_error(ask(page, "load", {{"footing", 1}, {"prepared", other}})["errors"], code, "/prepared"));
  }
  for (const Json& wrong : {Json(), Json(3), Json("x"), Json::array({1}), Json::object()}) {
    CHECK(ask(page, "load", {{"footing", 1}, {"prepared", wrong}})["ok"] == false);
  }
  Json without = prepared;
  without.erase("claims");
  CHECK(has_error(ask(page, "load", {{"footing", 1}, {"prepared", without}})["errors"], "key-missing", "/prepared"));
  CHECK(ask(page, "load", small_map())["ok"] == false);
  CHECK(has_error(ask(page, "check", small_map())["errors"], "call-unknown", ""));
  CHECK(ask(page, "evaluate", {{"claim", "fleet-claim"}})["ok"] == true);
}

TEST_CASE("a prepared claim with any one part missing or of another type is refused or evaluated, and never breaks") {
  const Json prepared = prepare(small_map(), "fleet-claim");
  const Json flat = prepared.flatten();
  for (const auto& [place, value] : flat.items()) {
    for (const Json& other : {Json(), Json(-1), Json(1e12), Json("x"), Json::array(), Json::object()}) {
      Json changed = prepared;
      changed[Json::json_pointer(place)] = other;
      PreparedEngine page;
      const Json loaded = ask(page, "load", {{"footing", 1}, {"prepared", changed}});
      if (loaded["ok"] == false) continue;
      for (const auto& scenario : {"as_published", "weighted", "by_power"}) {
        ask(page, "evaluate", {{"claim", "fleet-claim"}, {"scenario", scenario}, {"samples", 64}});
      }
      ask(page, "solve", {{"claim", "fleet-claim"}, {"input", "servers"}, {"samples", 64}});
    }
  }
}
