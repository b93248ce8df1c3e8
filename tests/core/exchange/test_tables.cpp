#include <cmath>
#include <set>
#include <sstream>

#include "support/dataset.hpp"

using footing::Engine;
using namespace footing::test;

namespace {

/// A row of a published table as a claim on the shared model, for the engine to recompute. The arithmetic is the
/// engine's alone.
struct Row {
  std::string about;  ///< file and name, for messages
  Json claim;
};

void only(const Json& node, const std::set<std::string>& known, const std::string& where) {
  for (const auto& [key, value] : node.items()) {
    INFO(where << ": the key \"" << key << "\" is not known in a table");
    CHECK(known.count(key) == 1);
  }
}

Json value_of(const std::string& text, const std::string& source, const Json& taken_as, const std::string& input) {
  Json value = {{"value", text}, {"state", "stated"}, {"evidence", "read"}, {"source", source}};
  if (taken_as.contains(input)) {
    value["taken_as"] = taken_as[input];
    value["why"] = words("The table takes it so.");
  }
  return value;
}

Json claim_of(const Json& table, const Json& row, const std::string& id) {
  const std::string source = table["source"];
  const Json taken_as = row.value("taken_as", Json::object());
  Json inputs = Json::object();
  for (const Json& side : {table.value("inputs", Json::object()), row.value("inputs", Json::object())}) {
    for (const auto& [input, text] : side.items()) inputs[input] = value_of(text, source, taken_as, input);
  }
  for (const auto& [input, unit] : taken_as.items()) CHECK(inputs.contains(input));
  Json scenario = {{"inputs", inputs}};
  for (const char* key : {"route", "bundles"}) {
    if (table.contains(key)) scenario[key] = table[key];
    if (row.contains(key)) scenario[key] = row[key];
  }
  const Json tolerance = row.value("tolerance", table.value("tolerance", Json()));
  Json outputs = Json::array(), published = Json::array();
  for (const auto& [output, figure] : row["figures"].items()) {
    outputs.push_back(output);
    published.push_back({{"id", output},
                         {"role", "original"},
                         {"output", output},
                         {"scenario", "as_published"},
                         {"relation", "about"},
                         {"value", figure},
                         {"printed", figure},
                         {"source", source}});
    if (!tolerance.is_null()) {
      only(tolerance, {"percent", "reason"}, id);
      published.back()["tolerance"] = {{"percent", tolerance["percent"]}, {"reason", words(tolerance["reason"])}};
    }
  }
  const Json text = words(row["name"]);
  return {{"id", id},
          {"status", "draft"},
          {"kind", "point"},
          {"modality", "measured"},
          {"topic", "electricity"},
          {"title", text},
          {"statement", text},
          {"system", text},
          {"period", text},
          {"boundary", text},
          {"scope", text},
          {"appears_in", {{{"source", source}, {"quote", row["name"]}}}},
          {"model", table["model"]},
          {"driver", inputs.empty() ? "" : inputs.begin().key()},
          {"outputs", outputs},
          {"scenarios", {{"as_published", scenario}}},
          {"published", published},
          {"chain", {source}},
          {"rivals", Json::array()},
          {"findings", Json::array()},
          {"checked", "2026-11-21"},
          {"review_by", "2027-11-21"}};
}

/// Every row of every table, as claims row-0, row-1 …
std::vector<Row> all_rows() {
  std::vector<Row> rows;
  for (const auto& name : names_in_folder("tests/tables")) {
    if (name.size() < 6 || name.substr(name.size() - 5) != ".json") continue;
    const Json table = read_json("tests/tables/" + name);
    only(table, {"comment", "source", "locator", "model", "route", "tolerance", "bundles", "inputs", "rows"}, name);
    for (const auto& row : table["rows"]) {
      only(row, {"comment", "name", "route", "tolerance", "bundles", "inputs", "figures", "taken_as"}, name);
      const std::string about = name + " " + row["name"].get<std::string>();
      INFO(about);
      CHECK(row["figures"].size() > 0);
      rows.push_back({about, claim_of(table, row, "row-" + std::to_string(rows.size()))});
    }
  }
  return rows;
}

/// What check says of the rows as claims of the real dataset's models.
Json check(const std::vector<Row>& rows) {
  Json map = {{"footing", 1}, {"files", Json::object()}};
  for (const auto& [path, text] : dataset_files()) {
    const std::string folder = path.substr(0, path.find('/'));
    if (folder == "claims" || folder == "articles") continue;
    map["files"][path] = file_json(path, text);
  }
  for (const auto& row : rows) map["files"]["claims/" + row.claim["id"].get<std::string>() + ".json"] = row.claim;
  Engine engine;
  return ask(engine, "check", map);
}

std::string path_of(const Row& row, std::size_t figure) {
  return "claims/" + row.claim["id"].get<std::string>() + ".json#/published/" + std::to_string(figure) + "/value";
}

/// The figure moved by a little more than the whole width of its tolerance: further than the width itself from
/// anything within half of it.
Json moved(const Json& figure, double direction) {
  const std::string text = figure["value"];
  const auto blank = text.find(' ');
  const std::string number = text.substr(0, blank);
  const std::string unit = blank == std::string::npos ? "" : text.substr(blank);
  const double value = std::stod(number);
  const auto exponent = number.find_first_of("eE");
  const auto point = number.find('.');
  const std::string mantissa = number.substr(0, exponent);
  const auto decimals = point == std::string::npos ? 0 : mantissa.size() - point - 1;
  const double scale = exponent == std::string::npos ? 1 : std::pow(10, std::stod(number.substr(exponent + 1)));
  const bool percent = figure.contains("tolerance");
  const double half = percent ? std::fabs(value) * figure["tolerance"]["percent"].get<double>() / 100
                              : std::pow(10, -static_cast<double>(decimals)) * scale / 2;
  const auto write = [&](double x) {
    std::ostringstream out;
    out.precision(17);
    out << x << unit;
    return out.str();
  };
  Json out = figure;
  out["value"] = write(value + direction * 2.2 * half);
  if (!percent) out["rounded_to"] = write(2 * half);
  return out;
}

}  // namespace

TEST_CASE("each row of each published table is recomputed by the shared models within its tolerance") {
  const auto rows = all_rows();
  REQUIRE(rows.size() >= 2);
  const Json answer = check(rows);
  for (const auto& row : rows) {
    const std::string file = "claims/" + row.claim["id"].get<std::string>() + ".json#";
    Json own = Json::array();
    for (const auto& error : answer["errors"]) {
      if (error["path"].get<std::string>().rfind(file, 0) == 0) own.push_back(error);
    }
    INFO(row.about << "\n" << lines_of(own));
    CHECK(own.empty());
  }
  INFO(lines_of(answer["errors"]));
  CHECK(answer["ok"] == true);
  CHECK(answer["claims"].size() == rows.size());
}

TEST_CASE("each figure of a table that is off by more than its tolerance is refused") {
  for (const double direction : {1.0, -1.0}) {
    auto rows = all_rows();
    for (auto& row : rows) {
      for (auto& figure : row.claim["published"]) figure = moved(figure, direction);
    }
    const Json answer = check(rows);
    for (const auto& row : rows) {
      for (std::size_t i = 0; i < row.claim["published"].size(); ++i) {
        INFO(row.about << ": " << row.claim["published"][i]["value"] << " for "
                       << row.claim["published"][i]["printed"]);
        CHECK(has_error(answer["errors"], "figure-not-recomputed", path_of(row, i)));
      }
    }
  }
}
