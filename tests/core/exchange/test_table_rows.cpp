#include "support/dataset.hpp"

using footing::Engine;
using namespace footing::test;

namespace {

const std::string kTable = "tables/homes.csv";
const std::string kHead = "id,value,unit,year,source,locator,evidence,note\n";

Json closure(const Json& map, bool words) {
  Engine engine;
  ask_ok(engine, "load", map);
  return ask_ok(engine, "closure", {{"claim", "fleet-claim"}, {"words", words}})["closure"];
}

/// What the table's row "us" becomes where the bundle refers to it.
Json filled(const std::string& table) {
  return closure(small_with({{kTable, table}}),
                 true)["files"]["bundles/home.json"]["options"][0]["values"]["household_use"];
}

std::string row(const std::string& value) { return "us," + value + ",kWh/(household*day),2020,report,p. 3,read,\n"; }

}  // namespace

TEST_CASE("a row stands for a value with its unit, source, place, year and evidence") {
  CHECK(filled(kHead + row("30")) == Json{{"value", "30 kWh/(household*day)"},
                                          {"source", "report"},
                                          {"locator", "p. 3"},
                                          {"year", 2020},
                                          {"evidence", "read"}});
  CHECK(filled(kHead + "us,30.50,kWh/(household*day),,report,,read,\n") ==
        Json{{"value", "30.50 kWh/(household*day)"}, {"source", "report"}, {"evidence", "read"}});
}

TEST_CASE("columns may stand in any order, fields in quotation marks, lines end as on any system") {
  const Json plain = filled(kHead + row("30"));
  CHECK(filled("\xef\xbb\xbf" + kHead + row("30")) == plain);
  CHECK(
      filled(
          "id,value,unit,year,source,locator,evidence,note\r\nus,30,kWh/(household*day),2020,report,p. 3,read,\r\n") ==
      plain);
  CHECK(filled(kHead + "\n\"us\",\"30\",kWh/(household*day),\"2020\",report,\"p. 3\",read,\"a, \"\"b\"\"\nc\"") ==
        plain);
  CHECK(filled("note,evidence,locator,source,year,unit,value,id\n,read,p. 3,report,2020,kWh/(household*day),30,us\n") ==
        plain);
  CHECK(filled(kHead + "us,30,kWh/(household*day),2020,report,\"p. 3, \"\"all\"\"\",read,\n")["locator"] ==
        "p. 3, \"all\"");
}

TEST_CASE("several sources of a row are joined by semicolons") {
  Json map =
      small_with({{kTable, kHead + "us,30,kWh/(household*day),,report; other,,derived,\n"},
                  {"sources/other.json",
                   {{"id", "other"}, {"type", "report"}, {"title", "Other"}, {"custom", {{"seen_as", "page"}}}}}});
  const Json files = closure(map, true)["files"];
  CHECK(files["bundles/home.json"]["options"][0]["values"]["household_use"]["source"] == Json({"report", "other"}));
  CHECK(files.contains("sources/other.json"));
}

TEST_CASE("a claim gives the same bits whether a value is written out or a row") {
  Json written = small_map();
  part(written, "bundles/home.json#/options/0/values/household_use") = {
      {"value", "30 kWh/(household*day)"}, {"source", "report"}, {"evidence", "read"}};
  written["files"].erase(kTable);
  Json samples[2];
  int i = 0;
  for (const Json& map : {small_map(), written}) {
    Engine engine;
    ask_ok(engine, "load", map);
    const Json answer = ask_ok(engine, "evaluate", {{"claim", "fleet-claim"}, {"scenario", "as_published"}});
    samples[i++] = answer["outputs"];
  }
  CHECK(samples[0] == samples[1]);
}

TEST_CASE("a quantity's reading, a model's reading and a scenario's value may be rows") {
  const std::string rows = kHead + row("30") + "ten,10,server,,report,,read,\n";
  const Json map =
      small_with({{kTable, rows},
                  {"quantities/household_use.json#/readings", Json::array({{{"table", "homes"}, {"row", "us"}}})},
                  {"models/fleet.json#/inputs/servers/readings", Json::array({{{"table", "homes"}, {"row", "ten"}}})},
                  {"claims/fleet-claim.json#/scenarios/sourced_then/inputs/servers",
                   {{"table", "homes"}, {"row", "ten"}, {"range", "unknown"}}}});
  Engine engine;
  const Json answer = ask(engine, "check", map);
  INFO(lines_of(answer["errors"]));
  CHECK(answer["ok"] == true);
  ask_ok(engine, "load", map);
  const Json evaluated = ask_ok(engine, "evaluate", {{"claim", "fleet-claim"}});
  for (const auto& input : evaluated["inputs"]) {
    if (input["id"] == "servers") {
      CHECK(input["value"]["text"] == "10");
      CHECK(input["range"] == "unknown");
    }
  }
}

TEST_CASE("a closure freezes the rows that are used and no table") {
  const Json before = closure(small_map(), false);
  for (const bool words : {true, false}) {
    const Json files = closure(small_map(), words)["files"];
    for (const auto& [path, file] : files.items()) CHECK(path.rfind("tables/", 0) != 0);
  }
  // Another row, or a remark, changes nothing; the row that is used does.
  CHECK(
      closure(small_with(
                  {{kTable, kHead + "us,30,kWh/(household*day),2020,report,p. 3,read,other\nxx,1,1,,report,,read,\n"}}),
              false) == before);
  CHECK(closure(small_with({{kTable, kHead + row("31")}}), false) != before);
}

TEST_CASE("each row is checked, used or not, at its line") {
  Engine engine;
  const std::string rows = kHead + row("30") + "a,x,1,,report,,read,\n" + "b,1,1,20,report,,read,\n" +
                           "c,1,nothing,,report,,read,\n" + "d,1,1,,nobody,,read,\n" + "e,1,1,,report,,seen,\n";
  const Json errors = ask(engine, "check", small_with({{kTable, rows}}))["errors"];
  INFO(lines_of(errors));
  CHECK(errors.size() == 5);
  CHECK(has_error(errors, "value-syntax", kTable + ":3"));
  CHECK(has_error(errors, "number-range", kTable + ":4"));
  CHECK(has_error(errors, "unknown-unit", kTable + ":5"));
  CHECK(has_error(errors, "source-unknown", kTable + ":6"));
  CHECK(has_error(errors, "evidence-unknown", kTable + ":7"));
}

TEST_CASE("a table cut off at any byte or changed in one gives errors or another value, and never breaks") {
  const std::string whole = small_map()["files"][kTable];
  std::uint32_t state = 1;
  for (std::size_t length = 0; length <= whole.size(); ++length) {
    Engine engine;
    const Json answer = ask(engine, "check", small_with({{kTable, whole.substr(0, length)}}));
    if (length < whole.find("\nus")) CHECK(answer["ok"] == false);
    std::string bent = whole;
    state = state * 1664525u + 1013904223u;
    bent[(state >> 8) % bent.size()] = "\",\r\n;x 0"[(state >> 3) % 8];
    ask(engine, "check", small_with({{kTable, bent}}));
  }
}

TEST_CASE("a table that is not UTF-8 is refused at its line") {
  Engine engine;
  std::vector<footing::TextFile> files;
  const Json map = small_map();
  for (const auto& [path, file] : map["files"].items()) files.emplace_back(path, file_text(file));
  for (auto& [path, text] : files) {
    if (path == kTable) text = kHead + row("30") + "b,1,1,,report,\xff,read,\n";
  }
  const Json answer = Json::parse(engine.check_files(files, {}).json);
  CHECK(has_error(answer["errors"], "csv-syntax", kTable + ":3"));
}

TEST_CASE("an option without a sourced figure is offered, and choosing it says so and changes nothing") {
  const Json none = {{"id", "hk"}, {"label", words("Hong Kong")}, {"none", words("Not looked up.")}};
  Json map = small_map();
  part(map, "bundles/home.json#/options").push_back(none);
  for (const bool frozen : {false, true}) {
    Engine engine;
    ask_ok(engine, "load", frozen ? closure(map, false) : map);
    const Json request = {{"claim", "fleet-claim"}, {"scenario", "as_published"}, {"set", {{"home", "hk"}}}};
    const Json answer = ask_ok(engine, "evaluate", request);
    REQUIRE(has_error(answer["notices"], "option-incomplete", "home"));
    CHECK(lines_of(answer["notices"]).find("\"household_use\" in option \"hk\"") != std::string::npos);
    for (const auto& bundle : answer["bundles"]) {
      if (bundle["id"] != "home") continue;
      CHECK(bundle["option"] == "us");
      CHECK(bundle["options"] == Json({"us", "cn", "hk"}));
    }
  }
}
