#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>

#include "arguments.hpp"
#include "files.hpp"
#include "footing/exchange/engine.hpp"

namespace footing::cli {

using Json = nlohmann::json;

/// The dataset's folder (`given` if not empty, else --datasets, else the nearest) and that of its releases (--releases,
/// else releases/ in it).
Folders find_folders(const Arguments& arguments, const std::string& given = "");

/// An engine with the dataset loaded, or with the one frozen revision that --link or --revision names; errors of the
/// dataset are printed, what is valid can be used. Empty pointer when there is no dataset at all.
std::unique_ptr<Engine> open_engine(const Arguments& arguments);

/// Sends a request; the parsed answer.
Json ask(Engine& engine, const std::string& call, const Json& request, Reply* reply = nullptr);

/// Prints errors (or notices) to standard error, a line each with code and place, message and hint below.
void print_errors(const Json& errors, const std::string& kind);

/// The request that the options describe (claim, --scenario, --set, --samples, --seed, or --link).
struct Asked {
  Json request = Json::object();
  Json notices = Json::array();  ///< about the link
  int code = kOk;                ///< else there is no request, and why has been printed
};
Asked request_from(const Arguments& arguments, Engine& engine);

/// Sends a request that came from request_from; what the link was found to lack stands first among the notices.
Json ask(Engine& engine, const std::string& call, const Json& request, const Asked& asked, Reply* reply = nullptr);

/// Prints the answer as JSON with --json; says whether it did.
bool print_json(const Arguments& arguments, const Json& answer);

/// 0 for an answer without errors and notices.
int exit_code(const Json& answer);

/// Begins what every command does with an answer: all of it as JSON with --json, else what is amiss to standard error.
/// True when there is something left to print for people.
bool begin_print(const Arguments& arguments, const Json& answer);

/// Puts options that were given into the request under their own names.
void take_options(const Arguments& arguments, std::initializer_list<const char*> options, Json& request);

int usage_error(const std::string& message);

}  // namespace footing::cli
