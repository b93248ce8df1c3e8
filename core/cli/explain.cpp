#include <cstdio>
#include <iostream>

#include "commands.hpp"
#include "session.hpp"
#include "table.hpp"

namespace footing::cli {
namespace {

std::string joined(const Json& ids) {
  std::string out;
  for (const auto& id : ids) out += (out.empty() ? "" : ", ") + id.get<std::string>();
  return out;
}

/// The inputs of a group, or the bundle they are chosen by.
std::string group_name(const Json& group) {
  if (group["bundle"].is_null()) return joined(group["inputs"]);
  return group["bundle"].get<std::string>() + " (" + joined(group["inputs"]) + ")";
}

/// A share with two decimals and its standard error: 0.43 +- 0.002.
std::string share(const Json& estimate) {
  char text[64];
  std::snprintf(text, sizeof text, "%.3f +- %.4f", estimate["value"].get<double>(), estimate["error"].get<double>());
  return text;
}

std::string percent(const Json& value) {
  if (value.is_null()) return "-";
  char text[64];
  std::snprintf(text, sizeof text, "%+.2f", value.get<double>());
  return text;
}

std::string number(const Json& value, int digits) { return value.is_null() ? "-" : readable(value, digits); }

void print_indices(const Json& answer) {
  const Json& indices = answer["indices"];
  if (indices["groups"].empty()) {
    std::cout << "Nothing that the result depends on has a range here: there are no indices.\n";
    return;
  }
  const bool log = indices["scale"] == "log";
  std::vector<std::vector<std::string>> rows{{"what moves the result most", "total", "first order"}};
  if (log) rows[0].insert(rows[0].end(), {"total (log)", "first order (log)"});
  for (const auto& group : indices["groups"]) {
    rows.push_back({group_name(group), share(group["linear"]["total"]), share(group["linear"]["first"])});
    if (log) rows.back().insert(rows.back().end(), {share(group["log"]["total"]), share(group["log"]["first"])});
  }
  std::cout << table(rows) << "  Shares of the variance (Sobol indices, " << readable(indices["rows"], 4)
            << " points) with their sampling error. They speak of the ranges given\n  here, and of nothing else.";
  if (!answer["held"].empty())
    std::cout << " Held at one value, and so without an index: " << joined(answer["held"]) << ".";
  std::cout << "\n";
}

void print_tornado(const Json& answer) {
  std::vector<std::vector<std::string>> rows{{"one at a time", "at its 5 %", "at its 95 %", "unit"}};
  for (const auto& bar : answer["tornado"]) {
    rows.push_back({group_name(bar), number(bar["low"], 3), number(bar["high"], 3), answer["unit"]});
    for (const auto& option : bar["options"]) {
      rows.push_back({"  " + option["option"].get<std::string>(), number(option["output"], 3), "", ""});
    }
  }
  std::cout << "\n"
            << table(rows) << "  The others at their medians, where the result is " << number(answer["centre"], 4)
            << ".\n";
  rows = {{"input 1 % up", "result, %"}};
  for (const auto& one : answer["elasticities"]) rows.push_back({one["input"], percent(one["value"])});
  std::cout << "\n" << table(rows);
}

}  // namespace

/// How a crossing lies to the range of its input, in words.
std::string place_of(const Json& crossing, const Json& even) {
  if (crossing["inside"].get<bool>()) return even["spread"].get<bool>() ? "inside" : "as it is";
  if (crossing["times"].is_null()) {
    return readable(crossing["off"], 3) + " " + even["unit"].get<std::string>() + " beyond";
  }
  return "x" + readable(crossing["times"], 3) + (crossing["off"].get<double>() > 0 ? ", above" : ", below");
}

void print_break_evens(const Json& answer) {
  if (answer["target"].is_null()) return;
  std::cout << "What one input would have to be for " << answer["output"].get<std::string>() << " = "
            << readable(answer["target"]["value"], 6) << " " << answer["unit"].get<std::string>() << "\n";
  std::vector<std::vector<std::string>> rows{
      {"input", "value", "unit", "range", "against it", "as the others move", "of samples"}};
  for (const auto& even : answer["break_evens"]) {
    const Json& range = even["range"];
    std::string own = readable(range["low"], 4);
    if (even["spread"].get<bool>()) own += ".." + readable(range["high"], 4);
    std::string span, samples;
    if (!even["span"].is_null()) {
      span = readable(even["span"]["p05"], 3) + ".." + readable(even["span"]["p95"], 3);
      samples = readable(100 * even["span"]["share"].get<double>(), 3) + " %";
    }
    if (even["crossings"].empty()) {
      const std::string searched = readable(even["searched"]["low"], 3) + ".." + readable(even["searched"]["high"], 3);
      rows.push_back({even["input"], "no value does", even["unit"], own, "searched " + searched, span, samples});
    }
    for (const auto& crossing : even["crossings"]) {
      const std::string jump = crossing["jump"].get<bool>() ? " (jump)" : "";
      rows.push_back({even["input"], readable(crossing["value"], 4) + jump, even["unit"], own, place_of(crossing, even),
                      span, samples});
      span = samples = "";
    }
  }
  std::cout << table(rows);
  for (const auto& bundle : answer["bundles"]) {
    rows = {{bundle["bundle"].get<std::string>() + " (now " + bundle["option"].get<std::string>() + ")",
             answer["output"], "against the figure"}};
    for (const auto& option : bundle["options"]) {
      rows.push_back({option["option"], number(option["output"], 4),
                      option["side"].is_null() ? "no sourced figure" : option["side"].get<std::string>()});
    }
    std::cout << "\n" << table(rows);
  }
  std::cout
      << "  The others at their medians; \"as the others move\": over their 5-95 %, the lowest value that does.\n";
}

int run_explain(const Arguments& arguments) {
  const auto engine = open_engine(arguments);
  if (!engine) return kAmiss;
  const Asked asked = request_from(arguments, *engine);
  if (asked.code != kOk) return asked.code;
  Json request = asked.request;
  take_options(arguments, {"output", "target", "published"}, request);
  const Json answer = ask(*engine, "explain", request, asked);
  const int code = exit_code(answer);
  if (!begin_print(arguments, answer)) return code;
  std::cout << answer["claim"].get<std::string>() << ", scenario " << answer["scenario"].get<std::string>() << ", r"
            << answer["revision"] << ": " << answer["output"].get<std::string>() << " ["
            << answer["unit"].get<std::string>() << "]\n\n";
  print_indices(answer);
  print_tornado(answer);
  std::cout << "\n";
  print_break_evens(answer);
  return code;
}

}  // namespace footing::cli
