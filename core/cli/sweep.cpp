#include <iostream>

#include "commands.hpp"
#include "session.hpp"
#include "table.hpp"

namespace footing::cli {

int run_sweep(const Arguments& arguments) {
  const auto engine = open_engine(arguments);
  if (!engine) return kAmiss;
  if (!arguments.has("--for")) return usage_error("sweep needs --for INPUT");
  const Asked asked = request_from(arguments, *engine);
  if (asked.code != kOk) return asked.code;
  Json request = asked.request;
  request["input"] = arguments.last("--for");
  take_options(arguments, {"output", "from", "to"}, request);
  if (arguments.has("--points")) {
    const std::string points = arguments.last("--points");
    if (points.empty() || points.size() > 9 || points.find_first_not_of("0123456789") != std::string::npos) {
      return usage_error("--points takes a whole number from 2 to 257");
    }
    request["points"] = std::stoi(points);
  }
  const Json answer = ask(*engine, "sweep", request, asked);
  const int code = exit_code(answer);
  if (!begin_print(arguments, answer)) return code;
  const auto unit = [&](const char* key) { return " [" + answer[key].get<std::string>() + "]"; };
  std::cout << answer["output"].get<std::string>() << unit("output_unit") << " against "
            << answer["input"].get<std::string>() << unit("unit") << ", the other inputs moving together\n";
  std::vector<std::vector<std::string>> rows{
      {answer["input"], "5 %", "25 %", "median", "75 %", "95 %", "at the medians"}};
  for (const auto& point : answer["points"]) {
    rows.push_back({readable(point["value"], 4)});
    for (const char* key : {"p05", "p25", "median", "p75", "p95"}) {
      rows.back().push_back(point["band"].is_null() ? "-" : readable(point["band"][key], 4));
    }
    rows.back().push_back(point["central"].is_null() ? "-" : readable(point["central"], 4));
  }
  std::cout << table(rows);
  return code;
}

}  // namespace footing::cli
