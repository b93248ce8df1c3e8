#include <cmath>
#include <iostream>

#include "commands.hpp"
#include "session.hpp"
#include "table.hpp"

namespace footing::cli {
namespace {

/// CLAIM, CLAIM:SCENARIO or a link. False when it is a link that cannot be read; why has been printed.
bool side_from(const std::string& word, Engine& engine, const Arguments& arguments, Json& side, Json& notices) {
  if (word.find('/') == std::string::npos) {
    const auto colon = word.find(':');
    side["claim"] = word.substr(0, colon);
    if (colon != std::string::npos) side["scenario"] = word.substr(colon + 1);
    return true;
  }
  const Json decoded = ask(engine, "link", {{"text", word}});
  if (!decoded["ok"].get<bool>()) {
    if (!print_json(arguments, decoded)) print_errors(decoded["errors"], "error");
    return false;
  }
  notices.insert(notices.end(), decoded["notices"].begin(), decoded["notices"].end());
  for (const char* key : {"claim", "scenario", "set"}) {
    if (decoded["request"].contains(key)) side[key] = decoded["request"][key];
  }
  return true;
}

std::string side_name(const Json& side) {
  return side["claim"].get<std::string>() + ", " + side["scenario"].get<std::string>() +
         (side["changed"].get<bool>() ? ", changed" : "");
}

std::string end_text(const Json& end) {
  const std::string text = end["text"];
  if (end["state"] == "omitted") return text + " (left out)";
  return text;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    const auto comma = std::min(text.find(',', at), text.size());
    if (comma > at) out.push_back(text.substr(at, comma - at));
    at = comma + 1;
  }
  return out;
}

void print_factors(const Json& answer) {
  const bool log = answer["scale"] == "log";
  const std::string sign = log ? "x" : "";
  std::vector<std::vector<std::string>> rows{
      {"what differs", "from", "to", "unit", log ? "factor" : "difference", "over every order", "group"}};
  for (const auto& factor : answer["factors"]) {
    const double least = factor["least"], most = factor["most"];
    const bool fixed = std::fabs(most - least) <= 1e-9 * std::fabs(most);
    rows.push_back({factor["id"], end_text(factor["from"]), end_text(factor["to"]),
                    factor["unit"].is_null() ? "" : factor["unit"].get<std::string>(),
                    sign + readable(factor["value"], 4),
                    fixed ? "the same" : sign + readable(least, 4) + ".." + readable(most, 4),
                    factor["group"].is_null() ? "" : factor["group"].get<std::string>()});
  }
  std::cout << table(rows);
  for (const auto& group : answer["groups"]) {
    std::cout << "  " << group["id"].get<std::string>() << " (" << group["nature"].get<std::string>() << "): " << sign
              << readable(group["value"], 4) << "\n";
  }
  if (log) {
    std::cout << "  together x" << readable(answer["ratio"], 5);
  } else {
    std::cout << "  together " << readable(answer["difference"], 5)
              << " (a value on the way is not positive, so these are differences, not factors)";
  }
  std::cout << (answer["exact"].get<bool>() ? "" : "; averaged over sampled orders") << "\n";
}

void print_walk(const Json& answer) {
  const Json& walk = answer["walk"];
  std::cout << "\nIn one order: " << readable(walk["values"][0], 4);
  for (std::size_t i = 0; i < walk["ids"].size(); ++i) {
    std::cout << " -> " << walk["ids"][i].get<std::string>() << " -> " << readable(walk["values"][i + 1], 4);
  }
  std::cout << " " << answer["unit"].get<std::string>() << "\n";
}

}  // namespace

int run_compare(const Arguments& arguments) {
  if (arguments.words.size() != 2) return usage_error("compare needs two of CLAIM, CLAIM:SCENARIO or a link");
  const auto engine = open_engine(arguments);
  if (!engine) return kAmiss;
  Asked asked;
  Json& request = asked.request;
  request["a"] = request["b"] = Json::object();
  if (!side_from(arguments.words[0], *engine, arguments, request["a"], asked.notices)) return kAmiss;
  if (!side_from(arguments.words[1], *engine, arguments, request["b"], asked.notices)) return kAmiss;
  if (arguments.has("--output")) request["output"] = arguments.last("--output");
  if (arguments.has("--order")) request["order"] = split(arguments.last("--order"));
  const Json answer = ask(*engine, "compare", request, asked);
  const int code = exit_code(answer);
  if (!begin_print(arguments, answer)) return code;
  std::vector<std::vector<std::string>> rows{{answer["output"], "value", "published", "unit"}};
  for (const char* name : {"a", "b"}) {
    const Json& side = answer[name];
    rows.push_back({side_name(side), readable(side["value"], 5) + (side["medians"].get<bool>() ? " (at medians)" : ""),
                    side["published"].is_null() ? "-" : readable(side["published"]["value"], 5), answer["unit"]});
  }
  std::cout << table(rows) << "\n";
  print_factors(answer);
  print_walk(answer);
  if (!answer["residual"].is_null()) {
    std::cout << "The published figures differ by x" << readable(answer["residual"], 5) << " beyond that.\n";
  }
  return code;
}

}  // namespace footing::cli
