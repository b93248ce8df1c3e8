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
    std::cerr << kind << " " << error.value("code", "") << " at " << error.value("path", "") << "\n  "
              << error.value("message", "") << "\n";
    const std::string hint = error.value("hint", "");
    if (!hint.empty()) std::cerr << "  hint: " << hint << "\n";
  }
}

Folders find_folders(const Arguments& arguments, const std::string& given) {
  Folders folders{find_dataset(given.empty() ? arguments.last("--datasets") : given), arguments.last("--releases")};
  if (folders.releases.empty() && !folders.dataset.empty()) folders.releases = folders.dataset + "/releases";
  return folders;
}

namespace {

/// The revision that a link or --revision names, "claim/r2"; "" where none does, or where it is the preview.
std::string named_revision(const Arguments& arguments) {
  if (arguments.has("--revision") && !arguments.words.empty()) {
    const std::string number = arguments.last("--revision");
    return arguments.words.front() + "/r" + (number.empty() || number[0] != 'r' ? number : number.substr(1));
  }
  if (!arguments.has("--link")) return "";
  Engine none;
  const Json link = ask(none, "link", {{"text", arguments.last("--link")}});
  if (!link.contains("revision") || link["revision"].is_null() || link["revision"] == 0) return "";
  return link.value("claim", "") + "/r" + link["revision"].dump();
}

/// An engine that holds one frozen revision; empty where its file is not there or does not load.
std::unique_ptr<Engine> open_revision(const std::string& file) {
  std::string text;
  if (!read_file(file, text)) return nullptr;
  auto engine = std::make_unique<Engine>();
  const Json answer = Json::parse(engine->call("load", text).json);
  print_errors(answer["errors"], "error");
  return answer["ok"].get<bool>() ? std::move(engine) : nullptr;
}

}  // namespace

std::unique_ptr<Engine> open_engine(const Arguments& arguments) {
  const Folders folders = find_folders(arguments);
  const std::string& folder = folders.dataset;
  if (folder.empty()) {
    std::cerr << "footing: no dataset found; name its folder with --datasets DIR.\n";
    return nullptr;
  }
  const std::string revision = named_revision(arguments);
  if (!revision.empty()) {
    if (auto frozen = open_revision(folders.releases + "/" + revision + ".json")) return frozen;
    if (arguments.has("--revision")) {
      std::cerr << "footing: there is no revision " << revision << ".json in " << folders.releases << ".\n";
      return nullptr;
    }
  }
  std::vector<std::string> unreadable;
  const auto files = read_dataset(folders, false, unreadable);
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
  // A command line may hold any bytes; JSON takes valid UTF-8 alone.
  Reply own = engine.call(call, request.dump(-1, ' ', false, Json::error_handler_t::replace));
  Json answer = Json::parse(own.json);
  if (reply != nullptr) *reply = std::move(own);
  return answer;
}

Json ask(Engine& engine, const std::string& call, const Json& request, const Asked& asked, Reply* reply) {
  Json answer = ask(engine, call, request, reply);
  Json notices = asked.notices;
  notices.insert(notices.end(), answer["notices"].begin(), answer["notices"].end());
  answer["notices"] = std::move(notices);
  return answer;
}

bool print_json(const Arguments& arguments, const Json& answer) {
  if (!arguments.has("--json")) return false;
  std::cout << answer.dump(2) << "\n";
  return true;
}

int exit_code(const Json& answer) { return answer["ok"].get<bool>() && answer["notices"].empty() ? kOk : kAmiss; }

bool begin_print(const Arguments& arguments, const Json& answer) {
  if (print_json(arguments, answer)) return false;
  print_errors(answer["notices"], "notice");
  print_errors(answer["errors"], "error");
  return answer["ok"].get<bool>();
}

void take_options(const Arguments& arguments, std::initializer_list<const char*> options, Json& request) {
  for (const char* option : options) {
    const std::string name = std::string("--") + option;
    if (arguments.has(name)) request[option] = arguments.last(name);
  }
}

namespace {

bool whole_number(const std::string& text, unsigned long& value) {
  if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != std::string::npos) return false;
  value = std::stoul(text);
  return true;
}

Asked refused(const std::string& reason) {
  std::cerr << "footing: " << reason << "\n";
  Asked asked;
  asked.code = kUsage;
  return asked;
}

}  // namespace

Asked request_from(const Arguments& arguments, Engine& engine) {
  Asked asked;
  Json& request = asked.request;
  if (arguments.has("--link")) {
    const Json decoded = ask(engine, "link", {{"text", arguments.last("--link")}});
    if (!decoded["ok"].get<bool>()) {
      if (!print_json(arguments, decoded)) {
        print_errors(decoded["notices"], "notice");
        print_errors(decoded["errors"], "error");
      }
      asked.code = kAmiss;
      return asked;
    }
    asked.notices = decoded["notices"];
    request = decoded["request"];
  } else if (arguments.words.empty()) {
    return refused("name a claim (see footing list) or give --link URL.");
  } else {
    request["claim"] = arguments.words.front();
  }
  if (arguments.has("--scenario")) request["scenario"] = arguments.last("--scenario");
  if (arguments.has("--seed")) request["seed"] = arguments.last("--seed");
  if (arguments.has("--samples")) {
    unsigned long samples = 0;
    if (!whole_number(arguments.last("--samples"), samples))
      return refused("--samples takes a whole number from 2 to 1048576.");
    request["samples"] = samples;
  }
  const auto sets = arguments.options.find("--set");
  if (sets == arguments.options.end()) return asked;
  for (const auto& text : sets->second) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
      return refused("--set takes ID=VALUE, for example --set pue=1.2 or --set servers=2000..6000.");
    }
    request["set"][text.substr(0, equals)] = text.substr(equals + 1);
  }
  return asked;
}

}  // namespace footing::cli
