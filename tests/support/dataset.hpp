#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "footing/exchange/engine.hpp"
#include "footing/exchange/prepared_engine.hpp"
#include "support/catch.hpp"
#include "support/fnv.hpp"

namespace footing::test {

using Json = nlohmann::json;

inline std::string source_path(const std::string& below) { return std::string(FOOTING_SOURCE_DIR) + "/" + below; }

/// The whole text of a file of the repository.
inline std::string read_text(const std::string& below) {
  std::ifstream in(source_path(below), std::ios::binary);
  INFO("file " << below);
  REQUIRE(in);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

inline Json read_json(const std::string& below) { return Json::parse(read_text(below)); }

/// Names of what lies in a folder of the repository, sorted.
inline std::vector<std::string> names_in_folder(const std::string& below) {
  std::vector<std::string> names;
  std::error_code failed;
  for (std::filesystem::directory_iterator at(source_path(below), failed), end; !failed && at != end;
       at.increment(failed)) {
    names.push_back(at->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// A file of a file map as text: a table is one already.
inline std::string file_text(const Json& file) { return file.is_string() ? file.get<std::string>() : file.dump(); }

inline bool is_json(const std::string& path) {
  return path.size() > 5 && path.compare(path.size() - 5, 5, ".json") == 0;
}

/// A file's text as it stands in a file map.
inline Json file_json(const std::string& path, const std::string& text) {
  return is_json(path) ? Json::parse(text) : Json(text);
}

/// The real dataset, as the command line reads it.
inline const std::vector<TextFile>& dataset_files() {
  static const std::vector<TextFile> files = [] {
    std::vector<TextFile> read{{"units.json", read_text("datasets/units.json")}};
    for (const char* folder : {"articles", "bundles", "claims", "models", "quantities", "sources", "tables"}) {
      for (const auto& name : names_in_folder(std::string("datasets/") + folder)) {
        if (!is_json(name) && name.find(".csv") == std::string::npos) continue;
        const std::string path = std::string(folder) + "/" + name;
        read.emplace_back(path, read_text("datasets/" + path));
      }
    }
    return read;
  }();
  return files;
}

/// The real dataset with the index of what was released, which its Sobol dimensions go on from; with `frozen` every
/// released file too, as check takes them.
inline std::vector<TextFile> dataset_with_releases(bool frozen) {
  std::vector<TextFile> files = dataset_files();
  for (const auto& name : names_in_folder("datasets/releases")) {
    const std::string path = "releases/" + name;
    if (name == "index.json") files.emplace_back(path, read_text("datasets/" + path));
    if (!frozen || name.find('.') != std::string::npos) continue;
    for (const auto& revision : names_in_folder("datasets/" + path))
      files.emplace_back(path + "/" + revision, read_text("datasets/" + path + "/" + revision));
  }
  return files;
}

/// "code at path: message" of every error (or notice) of an answer, one a line.
inline std::string lines_of(const Json& errors) {
  std::string out;
  for (const auto& error : errors) {
    out += error["code"].get<std::string>() + " at " + error["path"].get<std::string>() + ": " +
           error["message"].get<std::string>() + "\n";
  }
  return out;
}

inline bool has_error(const Json& errors, const std::string& code, const std::string& path) {
  return std::any_of(errors.begin(), errors.end(),
                     [&](const Json& e) { return e["code"] == code && e["path"] == path; });
}

/// Sends a request and parses the answer.
template <class AnyEngine>
Json ask(AnyEngine& engine, const std::string& call, const Json& request, std::vector<double>* samples = nullptr) {
  Reply reply = engine.call(call, request.dump());
  if (samples != nullptr) *samples = std::move(reply.samples);
  return Json::parse(reply.json);
}

/// The same, for an answer that must be fine.
template <class AnyEngine>
Json ask_ok(AnyEngine& engine, const std::string& call, const Json& request, std::vector<double>* samples = nullptr) {
  const Json answer = ask(engine, call, request, samples);
  INFO(call << " " << request.dump().substr(0, 300) << "\n" << lines_of(answer["errors"]));
  REQUIRE(answer["ok"] == true);
  return answer;
}

/// Loads the real dataset, which must be without an error.
inline void load_real(Engine& engine) {
  const Json answer = Json::parse(engine.load_files(dataset_with_releases(false)).json);
  INFO(lines_of(answer["errors"]));
  REQUIRE(answer["ok"] == true);
}

/// What `list` says of the claims of the real dataset: a value, so that a loop may run over it.
inline Json claims_of(Engine& engine) {
  const Json answer = ask_ok(engine, "list", Json::object());
  REQUIRE(answer["claims"].size() >= 9);
  return answer["claims"];
}

/// One claim in so many is looked at where every claim is more than it takes: all of them, but under the sanitizers,
/// which watch the memory (the numbers are those of the other builds, at a tenth of the time).
#if defined(__SANITIZE_ADDRESS__)
inline constexpr std::size_t kEveryClaim = 8;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr std::size_t kEveryClaim = 8;
#else
inline constexpr std::size_t kEveryClaim = 1;
#endif
#else
inline constexpr std::size_t kEveryClaim = 1;
#endif

/// One in kEveryClaim of what `list` says of the claims of the real dataset.
inline Json some_claims_of(Engine& engine) {
  Json some = Json::array();
  const Json claims = claims_of(engine);
  for (std::size_t i = 0; i < claims.size(); i += kEveryClaim) some.push_back(claims[i]);
  return some;
}

/// The small dataset that tests bend: two models, two bundles, one claim.
inline Json small_map() { return read_json("tests/invalid/base.json"); }

/// The place "models/fleet.json#/steps/0/formula" in a file map; made if it is not there.
inline Json& part(Json& map, const std::string& place) {
  const auto hash = place.find('#');
  Json& file = map["files"][place.substr(0, hash)];
  return hash == std::string::npos ? file : file[Json::json_pointer(place.substr(hash + 1))];
}

/// A claim of a file map, prepared.
inline Json prepare(const Json& map, const std::string& claim) {
  Engine engine;
  ask_ok(engine, "load", map);
  return ask_ok(engine, "prepare", {{"claim", claim}})["prepared"];
}

/// The small dataset with some places changed.
inline Json small_with(const std::vector<std::pair<std::string, Json>>& changes) {
  Json map = small_map();
  for (const auto& [place, value] : changes) part(map, place) = value;
  return map;
}

/// A text in three languages.
inline Json words(const std::string& text) { return {{"en", text}, {"zh-Hans", text}, {"zh-Hant", text}}; }

/// Name of the exact bits of every sample of every step.
inline std::string hash_of(const std::vector<double>& samples) {
  Fnv hash;
  for (const double sample : samples) hash.add_double(sample);
  return hash.hex();
}

inline Json step_ids(const Json& answer) {
  Json ids = Json::array();
  for (const auto& step : answer["steps"]) ids.push_back(step["id"]);
  return ids;
}

}  // namespace footing::test
