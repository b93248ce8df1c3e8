#include <algorithm>
#include <iostream>

#include "commands.hpp"
#include "session.hpp"
#include "table.hpp"

namespace footing::cli {

namespace {

int list_articles(const Arguments& arguments, Engine& engine) {
  const Json answer = ask(engine, "list", {{"articles", true}});
  if (print_json(arguments, answer)) return kOk;
  std::vector<std::vector<std::string>> rows{{"article", "statements", "computed", "record", "open"}};
  for (const auto& article : answer["articles"]) {
    rows.push_back({article["id"], article["statements"].dump(), article["computed"].dump(), article["record"].dump(),
                    article["open"].dump()});
  }
  std::cout << table(rows);
  return kOk;
}

/// The English of a text in three languages; a file with mistakes may lack it.
std::string english(const Json& text) { return text.is_object() ? text.value("en", "") : ""; }

/// A number without zeros that say nothing.
std::string trimmed(const Json& value, int digits) {
  std::string text = readable(value.get<double>(), digits);
  if (text.find('.') == std::string::npos || text.find('e') != std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

/// "more than 14,400 kWh_facility/day", and what it comes to.
std::vector<std::string> figure_cells(const Json& figure) {
  if (figure.is_null()) return {"", "", ""};
  std::string relation = figure["relation"];
  std::replace(relation.begin(), relation.end(), '_', ' ');
  const std::string unit = figure["unit"] == "1" ? "" : " " + figure["unit"].get<std::string>();
  const std::string comes_to = figure["comes_to"].is_null() ? "no number" : trimmed(figure["comes_to"], 4) + unit;
  return {(relation == "about" ? "" : relation + " ") + trimmed(figure["value"], 6) + unit, comes_to,
          figure["finding"].is_null() ? "" : figure["finding"].get<std::string>()};
}

int list_article(const Arguments& arguments, Engine& engine) {
  const Json answer = ask(engine, "list", {{"article", arguments.last("--article")}});
  const bool ok = answer["ok"].get<bool>();
  if (print_json(arguments, answer)) return ok ? kOk : kAmiss;
  print_errors(answer["errors"], "error");
  if (!ok) return kAmiss;
  const Json& article = answer["article"];
  std::cout << article["id"].get<std::string>() << ": " << english(article["title"]) << "\n\n";
  std::vector<std::vector<std::string>> rows{{"", "state", "claim", "figure", "comes to", "finding", "quotation"}};
  for (const auto& statement : article["statements"]) {
    const bool computed = statement["state"] == "computed";
    std::vector<std::string> row{statement["id"], statement["state"],
                                 computed ? statement["claim"].get<std::string>() : ""};
    for (auto& cell : figure_cells(computed ? statement["figure"] : Json())) row.push_back(std::move(cell));
    row.push_back(statement["quote"].is_string() ? statement["quote"].get<std::string>() : "");
    rows.push_back(std::move(row));
  }
  std::cout << table(rows);
  for (const auto& statement : article["statements"]) {
    if (statement["state"] == "computed") continue;
    std::cout << "\n"
              << statement["id"].get<std::string>() << " (" << statement["state"].get<std::string>() << ") "
              << english(statement["says"]) << "\n    " << english(statement["record"]) << "\n";
  }
  return kOk;
}

}  // namespace

int run_list(const Arguments& arguments) {
  const auto engine = open_engine(arguments);
  if (!engine) return kAmiss;
  if (arguments.has("--article")) return list_article(arguments, *engine);
  if (arguments.has("--articles")) return list_articles(arguments, *engine);
  const Json answer = ask(*engine, "list", Json::object());
  if (print_json(arguments, answer)) return kOk;
  std::vector<std::vector<std::string>> rows{{"claim", "kind", "modality", "model", "revision", "scenarios"}};
  for (const auto& claim : answer["claims"]) {
    std::string scenarios;
    for (const auto& id : claim["scenarios"]) scenarios += (scenarios.empty() ? "" : " ") + id.get<std::string>();
    rows.push_back({claim["id"], claim["kind"], claim["modality"], claim["model"],
                    "r" + std::to_string(claim["revision"].get<int>()), scenarios});
  }
  std::cout << table(rows);
  return kOk;
}

int run_describe(const Arguments& arguments) {
  const auto engine = open_engine(arguments);
  if (!engine) return kAmiss;
  if (arguments.words.empty()) return usage_error("describe needs the id of a claim or model");
  const std::string& id = arguments.words.front();
  const Json listed = ask(*engine, "list", Json::object());
  bool model = false;
  for (const auto& known : listed["models"]) model = model || known == id;
  const Json answer = ask(*engine, "describe", {{model ? "model" : "claim", id}});
  const bool ok = answer["ok"].get<bool>();
  if (print_json(arguments, answer)) return ok ? kOk : kAmiss;
  print_errors(answer["errors"], "error");
  if (!ok) return kAmiss;
  std::cout << "model " << answer["model"].get<std::string>() << "\n\n";
  std::vector<std::vector<std::string>> inputs{{"input", "unit", "scale", "from model"}};
  for (const auto& input : answer["inputs"])
    inputs.push_back({input["id"], input["unit"], input["scale"], input["model"]});
  std::cout << table(inputs) << "\n";
  std::vector<std::vector<std::string>> steps{{"step", "unit", "route", "formula", "from model"}};
  for (const auto& step : answer["steps"]) {
    for (const auto& route : step["routes"]) {
      steps.push_back({step["id"], step["unit"], route["id"].is_null() ? "" : route["id"].get<std::string>(),
                       route["formula"], step["model"]});
    }
  }
  std::cout << table(steps);
  return kOk;
}

int run_link(const Arguments& arguments) {
  const auto engine = open_engine(arguments);
  if (!engine) return kAmiss;
  if (!arguments.words.empty() && arguments.words.front().find('/') != std::string::npos) {
    const Json answer = ask(*engine, "link", {{"text", arguments.words.front()}});
    const bool ok = answer["ok"].get<bool>();
    if (!print_json(arguments, answer)) {
      print_errors(answer["notices"], "notice");
      print_errors(answer["errors"], "error");
      if (ok) std::cout << answer["request"].dump(2) << "\n";
    }
    return ok && answer["notices"].empty() ? kOk : kAmiss;
  }
  const Asked asked = request_from(arguments, *engine);
  if (asked.code != kOk) return asked.code;
  const Json answer = ask(*engine, "link", {{"request", asked.request}}, asked);
  const bool ok = answer["ok"].get<bool>();
  if (!print_json(arguments, answer)) {
    print_errors(answer["notices"], "notice");
    print_errors(answer["errors"], "error");
    if (ok) std::cout << answer["link"].get<std::string>() << "\n";
  }
  return ok && answer["notices"].empty() ? kOk : kAmiss;
}

int run_prepare(const Arguments& arguments) {
  const auto engine = open_engine(arguments);
  if (!engine) return kAmiss;
  if (arguments.words.empty()) return usage_error("prepare needs the id of a claim");
  const Json answer =
      ask(*engine, "prepare", {{"claim", arguments.words.front()}, {"rivals", arguments.has("--rivals")}});
  if (!answer["ok"].get<bool>()) {
    if (!print_json(arguments, answer)) print_errors(answer["errors"], "error");
    return kAmiss;
  }
  std::cout << Json{{"footing", 1}, {"prepared", answer["prepared"]}}.dump() << "\n";
  return kOk;
}

namespace {

/// {claim: {revision, digest, closure}} of every claim.
int print_closures(Engine& engine) {
  Json all = Json::object();
  const Json listed = ask(engine, "list", Json::object());
  for (const auto& claim : listed["claims"]) {
    const std::string id = claim["id"];
    const Json answer = ask(engine, "closure", {{"claim", id}});
    all[id] = {{"status", claim["status"]},
               {"revision", claim["revision"]},
               {"digest", answer["digest"]},
               {"closure", answer["closure"]}};
  }
  std::cout << all.dump() << "\n";
  return kOk;
}

}  // namespace

int run_closure(const Arguments& arguments) {
  const auto engine = open_engine(arguments);
  if (!engine) return kAmiss;
  if (arguments.has("--all")) return print_closures(*engine);
  if (arguments.words.empty()) return usage_error("closure needs the id of a claim");
  const Json answer =
      ask(*engine, "closure", {{"claim", arguments.words.front()}, {"words", arguments.has("--words")}});
  if (!answer["ok"].get<bool>()) {
    if (!print_json(arguments, answer)) print_errors(answer["errors"], "error");
    return kAmiss;
  }
  if (print_json(arguments, answer)) return kOk;
  std::cout << answer["closure"].dump(1) << "\n";
  return kOk;
}

}  // namespace footing::cli
