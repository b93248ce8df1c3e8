#include <iostream>

#include "commands.hpp"
#include "session.hpp"
#include "table.hpp"

namespace footing::cli {

int run_solve(const Arguments& arguments) {
  const auto engine = open_engine(arguments);
  if (!engine) return kAmiss;
  if (!arguments.has("--for")) return usage_error("solve needs --for INPUT");
  const Asked asked = request_from(arguments, *engine);
  if (asked.code != kOk) return asked.code;
  Json request = asked.request;
  request["input"] = arguments.last("--for");
  if (arguments.has("--output")) request["output"] = arguments.last("--output");
  if (arguments.has("--target")) request["target"] = arguments.last("--target");
  if (arguments.has("--published")) request["published"] = arguments.last("--published");
  const Json answer = ask(*engine, "solve", request, asked);
  const bool ok = answer["ok"].get<bool>();
  const int code = ok && answer["notices"].empty() ? kOk : kAmiss;
  if (print_json(arguments, answer)) return code;
  print_errors(answer["notices"], "notice");
  print_errors(answer["errors"], "error");
  if (!ok) return kAmiss;
  const std::string unit = answer["unit"];
  std::cout << answer["output"].get<std::string>() << " = " << readable(answer["target"], 6) << " "
            << answer["output_unit"].get<std::string>() << " needs\n";
  if (answer["crossings"].empty()) {
    std::cout << "  no value of " << answer["input"].get<std::string>() << " from "
              << readable(answer["searched"]["low"], 4) << " to " << readable(answer["searched"]["high"], 4) << " "
              << unit << "\n";
  }
  for (const auto& crossing : answer["crossings"]) {
    std::cout << "  " << answer["input"].get<std::string>() << " = " << readable(crossing["value"], 6) << " " << unit
              << (crossing["jump"].get<bool>() ? " (the output jumps over the figure here)" : "")
              << ", the other inputs at their medians\n";
  }
  if (!answer["span"].is_null()) {
    std::cout << "  " << readable(answer["span"]["p05"], 3) << " to " << readable(answer["span"]["p95"], 3) << " "
              << unit << " as the other inputs move together over their 5-95 %\n";
  }
  return code;
}

}  // namespace footing::cli
