#include "support/dataset.hpp"

using footing::Engine;
using namespace footing::test;

namespace {

const std::string kArticle = "articles/report.json#";

Json statements(const Json& map) {
  Engine engine;
  ask_ok(engine, "load", map);
  return ask_ok(engine, "list", {{"article", "report"}})["article"]["statements"];
}

}  // namespace

TEST_CASE("an article's list has every statement in the article's order, with its state and words") {
  const Json list = statements(small_map());
  REQUIRE(list.size() == 3);
  CHECK(list[0]["state"] == "computed");
  CHECK(list[0]["quote"] == "14.4 MWh a day");
  CHECK(list[0]["locator"] == "p. 1");
  CHECK(list[0]["claim"] == "fleet-claim");
  CHECK(list[1]["state"] == "record");
  CHECK(list[1]["record"]["zh-Hant"] == "The report counts them.（繁）");
  CHECK(list[1]["sources"] == Json({"report"}));
  CHECK(list[1]["locator"].is_null());
  CHECK(list[2]["state"] == "open");
  CHECK(list[2]["sources"] == Json::array());
}

TEST_CASE("a computed statement shows its figure and what its scenario comes to") {
  Json figure = statements(small_map())[0]["figure"];
  CHECK(figure["id"] == "article");
  CHECK(figure["unit"] == "kWh_facility/day");
  CHECK(figure["value"].get<double>() == Approx(14400));
  CHECK(figure["comes_to"].get<double>() == Approx(14400));
  CHECK(figure["printed"] == "14.4 MWh");
  CHECK(figure["finding"].is_null());
  CHECK(figure["over"].is_null());

  const std::string published = "claims/fleet-claim.json#/published/0";
  figure = statements(
      small_with({{published + "/value", "20 MWh_facility/day"}, {published + "/finding", "load"}}))[0]["figure"];
  CHECK(figure["value"].get<double>() == Approx(20000));
  CHECK(figure["comes_to"].get<double>() == Approx(14400));
  CHECK(figure["finding"] == "load");

  figure = statements(small_with({{published + "/value", "0.67"}, {published + "/over", "by_power"}}))[0]["figure"];
  CHECK(figure["unit"] == "1");
  CHECK(figure["over"] == "by_power");
  CHECK(figure["comes_to"].get<double>() == Approx(2.0 / 3));
}

TEST_CASE("a statement that names no figure means the first that its claim has from the article") {
  Json map = small_map();
  part(map, kArticle + "/statements/0").erase("published");
  part(map, "claims/fleet-claim.json#/published/0/source") = "other";
  part(map, "sources/other.json") = {
      {"id", "other"}, {"type", "report"}, {"title", "Other"}, {"custom", {{"seen_as", "page"}}}};
  CHECK(statements(map)[0]["figure"]["id"] == "homes");
  part(map, "claims/fleet-claim.json#/published/1/source") = "other";
  CHECK(statements(map)[0]["figure"].is_null());
}

TEST_CASE("articles are counted by state") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  const Json articles = ask_ok(engine, "list", {{"articles", true}})["articles"];
  REQUIRE(articles.size() == 1);
  CHECK(articles[0]["id"] == "report");
  CHECK(articles[0]["title"]["en"] == "A report");
  for (const char* state : {"computed", "record", "open"}) CHECK(articles[0][state] == 1);
  CHECK(articles[0]["statements"] == 3);
  CHECK(ask_ok(engine, "list", Json::object()).contains("claims"));
}

TEST_CASE("an article with mistakes, or a claim with some, is listed as far as it goes") {
  const Json map = small_map();
  const Json flat = part(const_cast<Json&>(map), "articles/report.json").flatten();
  for (const auto& [place, value] : flat.items()) {
    for (const Json& other : {Json(), Json(3), Json("x"), Json::array(), Json::object()}) {
      Json bent = map;
      part(bent, "articles/report.json")[Json::json_pointer(place)] = other;
      Engine engine;
      ask(engine, "load", bent);
      ask_ok(engine, "list", {{"articles", true}});
      ask(engine, "list", {{"article", "report"}});
    }
  }
  Engine engine;
  Json bent = small_map();
  part(bent, "claims/fleet-claim.json#/published") = Json::array({3});
  ask(engine, "load", bent);
  ask_ok(engine, "list", {{"article", "report"}});
  part(bent, "claims/fleet-claim.json#/model") = "none";
  ask(engine, "load", bent);
  CHECK(ask_ok(engine, "list", {{"article", "report"}})["article"]["statements"][0]["figure"].is_null());
}

TEST_CASE("closures hold no articles") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  for (const bool words : {true, false}) {
    const Json closure = ask_ok(engine, "closure", {{"claim", "fleet-claim"}, {"words", words}})["closure"];
    CHECK_FALSE(closure["files"].contains("articles/report.json"));
  }
}
