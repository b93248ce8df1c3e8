#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "commands.hpp"
#include "files.hpp"
#include "session.hpp"

namespace footing::cli {
namespace {

using OrderedJson = nlohmann::ordered_json;

/// Today, or the same day of a later year, as year-month-day.
std::string day(int years) {
  const std::time_t now = std::time(nullptr);
  std::tm* date = std::gmtime(&now);
  date->tm_year += years;
  std::mktime(date);  // the 29th of February may not be there
  char text[16];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%d", date)};
}

Json listed(const Arguments& arguments, const std::string& option) {
  const auto found = arguments.options.find(option);
  return found == arguments.options.end() ? Json::array() : Json(found->second);
}

}  // namespace

int run_new(const Arguments& arguments) {
  if (arguments.words.size() != 1) return usage_error("new needs the id of the claim that you add");
  if (!arguments.has("--model")) return usage_error("new needs --model ID: see datasets/models/");
  const auto engine = open_engine(arguments);
  if (!engine) return kAmiss;
  const std::string& id = arguments.words.front();
  Reply reply;
  const Json answer = ask(*engine, "template",
                          {{"claim", id},
                           {"model", arguments.last("--model")},
                           {"routes", listed(arguments, "--route")},
                           {"outputs", listed(arguments, "--output")}},
                          &reply);
  if (!answer["ok"].get<bool>()) {
    if (!print_json(arguments, answer)) print_errors(answer["errors"], "error");
    return kAmiss;
  }
  OrderedJson claim = OrderedJson::parse(reply.json)["template"];
  claim["checked"] = day(0);
  claim["review_by"] = day(1);
  const std::string text = claim.dump(2) + "\n";
  if (arguments.has("--json") || arguments.has("--print")) {
    std::cout << text;
    return kOk;
  }
  namespace fs = std::filesystem;
  const fs::path path = fs::path(find_dataset(arguments.last("--datasets"))) / "claims" / (id + ".json");
  std::error_code failed;
  if (fs::exists(path, failed)) {
    std::cerr << "footing: there is a file " << path.string() << " already.\n";
    return kAmiss;
  }
  fs::create_directories(path.parent_path(), failed);
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) {
    std::cerr << "footing: cannot write " << path.string() << "\n";
    return kAmiss;
  }
  std::cout << path.string() << "\nIts comment says what belongs where. Fill it in, then: footing check "
            << path.string() << "\n";
  return kOk;
}

}  // namespace footing::cli
