#include "session.hpp"

#include <iostream>

#include "files.hpp"

namespace footing::cli {

int usage_error(const std::string& message) {
  std::cerr << "footing: " << message << "\nSee footing --help.\n";
  return kUsage;
}

void print_errors(const Json& errors, const std::string& kind) {
  for (const auto& error : errors) {
    std::cerr << kind << " " << error.value("code", "") << " at " << error.value("path", "") << "\n  " << error.value("message", "") << "\n";
    const std::string hint = error.value("hint", "");
    if (!hint.empty()) std::cerr << "  hint: " << hint << "\n";
  }
}

std::unique_ptr<Engine> open_engine(const Arguments& arguments) {
  const std::string folder = find_dataset(arguments.last("--datasets"));
  if (folder.empty()) {
    std::cerr << "footing: no dataset found; name its folder with --datasets DIR.\n";
    return nullptr;
  }
  std::vector<std::string> unreadable;
  const auto files = read_dataset(folder, unreadable);
  for (const auto& path : unreadable) std::cerr << "footing: cannot read " << path << "\n";
  if (files.empty()) {
    std::cerr << "footing: no dataset in " << folder << "; name its folder with --datasets DIR.\n";
    return nullptr;
  }
  auto engine = std::make_unique<Engine>();
  const Json answer = Json::parse(engine->load_files(files).json);
  print_errors(answer["errors"], "error");
  return engine;
}

Json ask(Engine& engine, const std::string& call, const Json& request, Reply* reply) {
  Reply own = engine.call(call, request.dump());
  Json answer = Json::parse(own.json);
  if (reply != nullptr) *reply = std::move(own);
  return answer;
}

bool print_json(const Arguments& arguments, const Json& answer) {
  if (!arguments.has("--json")) return false;
  std::cout << answer.dump(2) << "\n";
  return true;
}

namespace {

bool whole_number(const std::string& text, unsigned long& value) {
  if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != std::string::npos) return false;
  value = std::stoul(text);
  return true;
}

}  // namespace

Json request_from(const Arguments& arguments, Engine& engine, std::size_t claim_word) {
  Json request = Json::object();
  if (arguments.has("--link")) {
    const Json decoded = ask(engine, "link", {{"text", arguments.last("--link")}});
    print_errors(decoded["notices"], "notice");
    if (!decoded["ok"].get<bool>()) {
      print_errors(decoded["errors"], "error");
      return Json();
    }
    request = decoded["request"];
  } else if (arguments.words.size() <= claim_word) {
    std::cerr << "footing: name a claim (see footing list) or give --link URL.\n";
    return Json();
  } else {
    request["claim"] = arguments.words[claim_word];
  }
  if (arguments.has("--scenario")) request["scenario"] = arguments.last("--scenario");
  if (arguments.has("--seed")) request["seed"] = arguments.last("--seed");
  if (arguments.has("--samples")) {
    unsigned long samples = 0;
    if (!whole_number(arguments.last("--samples"), samples)) {
      std::cerr << "footing: --samples takes a whole number from 2 to 1048576.\n";
      return Json();
    }
    request["samples"] = samples;
  }
  const auto sets = arguments.options.find("--set");
  if (sets != arguments.options.end()) {
    for (const auto& text : sets->second) {
      const auto equals = text.find('=');
      if (equals == std::string::npos || equals == 0) {
        std::cerr << "footing: --set takes ID=VALUE, for example --set pue=1.2 or --set servers=2000..6000.\n";
        return Json();
      }
      request["set"][text.substr(0, equals)] = text.substr(equals + 1);
    }
  }
  return request;
}

}  // namespace footing::cli
