#include <cstdint>
#include <cstring>
#include <iostream>
#include <sstream>

#include "commands.hpp"
#include "session.hpp"
#include "table.hpp"

namespace footing::cli {
namespace {

std::string range_text(const Json& input) {
  const Json& value = input["value"];
  const std::string text = value["text"].get<std::string>();
  return text;
}

void print_inputs(const Json& answer) {
  std::vector<std::vector<std::string>> rows{
      {"input", "value", "unit", "5 %", "median", "95 %", "range", "evidence", ""}};
  for (const auto& input : answer["inputs"]) {
    const Json& value = input["value"];
    std::string mark = input["changed"].get<bool>() ? "changed" : "";
    if (!input["bundle"].is_null()) mark += (mark.empty() ? "" : ", ") + input["bundle"].get<std::string>();
    rows.push_back({input["id"], range_text(input), input["unit"], readable(value["p05"], 4),
                    readable(value["median"], 4), readable(value["p95"], 4), input["range"], input["evidence"], mark});
  }
  std::cout << table(rows);
}

void print_outputs(const Json& answer) {
  std::vector<std::vector<std::string>> rows{{"output", "5 %", "median", "95 %", "mean", "unit"}};
  for (const auto& output : answer["outputs"]) {
    const Json& s = output["summary"];
    const int digits = s["digits"].get<int>();
    rows.push_back({output["id"], readable(s["p05"], digits), readable(s["median"], digits), readable(s["p95"], digits),
                    readable(s["mean"], digits), output["unit"]});
  }
  std::cout << table(rows);
  std::vector<std::vector<std::string>> placed{
      {"published", "relation", "figure", "unit", "position", "shares below/inside/above"}};
  for (const auto& output : answer["outputs"]) {
    for (const auto& p : output["placements"]) {
      std::ostringstream shares;
      shares << readable(p["share_below"], 2) << " / " << readable(p["share_inside"], 2) << " / "
             << readable(p["share_above"], 2);
      std::string position = p["position"];
      if (p["shape_guard"] == "near_edge") position += " (near the edge)";
      placed.push_back({p["published"].get<std::string>() + " (" + output["id"].get<std::string>() + ")", p["relation"],
                        readable(p["value"], 6), output["unit"], position, shares.str()});
    }
  }
  if (placed.size() > 1) std::cout << "\n" << table(placed);
  std::vector<std::vector<std::string>> ratios{{"published ratio", "relation", "figure", "comes to", "of", "over"}};
  for (const auto& ratio : answer["ratios"]) {
    ratios.push_back({ratio["published"].get<std::string>() + " (" + ratio["output"].get<std::string>() + ")",
                      ratio["relation"], readable(ratio["value"], 6),
                      ratio["ratio"].is_null() ? "no number" : readable(ratio["ratio"], 6), ratio["scenario"],
                      ratio["over"]});
  }
  if (ratios.size() > 1) std::cout << "\n" << table(ratios);
}

/// FNV-1a over the bits of the samples of every step, as the parity tests compare them.
std::string hash_line(const Reply& reply) {
  std::uint64_t hash = 0xcbf29ce484222325ull;
  for (const double value : reply.samples) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    for (int i = 0; i < 8; ++i) hash = (hash ^ ((bits >> (8 * i)) & 0xff)) * 0x100000001b3ull;
  }
  std::ostringstream out;
  out << std::hex;
  out.width(16);
  out.fill('0');
  out << hash;
  return out.str();
}

}  // namespace

int run_eval(const Arguments& arguments) {
  const auto engine = open_engine(arguments);
  if (!engine) return kAmiss;
  const Asked asked_for = request_from(arguments, *engine);
  if (asked_for.code != kOk) return asked_for.code;
  Json request = asked_for.request;
  Reply reply;
  Json answer = ask(*engine, "evaluate", request, asked_for, &reply);
  if (answer["ok"].get<bool>() && arguments.has("--hash")) {
    for (const auto& step : answer["steps"]) request["samples_of"].push_back(step["id"]);
    request["density"] = false;
    request["shapes"] = false;
    static_cast<void>(ask(*engine, "evaluate", request, &reply));
    answer["hash"] = hash_line(reply);
  }
  const int code = exit_code(answer);
  if (!begin_print(arguments, answer)) return code;
  const Json& asked = answer["request"];
  std::cout << answer["claim"].get<std::string>() << ", scenario " << answer["scenario"].get<std::string>() << ", r"
            << answer["revision"] << ", " << asked["samples"] << " points, seed " << asked["seed"].get<std::string>()
            << ", method " << answer["versions"]["method"] << "\n\n";
  print_inputs(answer);
  std::cout << "\n";
  print_outputs(answer);
  std::cout << "\nlink: " << answer["link"].get<std::string>() << "\n";
  if (answer.contains("hash")) std::cout << "hash: " << answer["hash"].get<std::string>() << "\n";
  return code;
}

}  // namespace footing::cli
