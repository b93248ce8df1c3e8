#include "support/dataset.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "support/fnv.hpp"

template class nlohmann::basic_json<>;
template nlohmann::json nlohmann::json::parse(const std::string&, parser_callback_t, bool, bool);

namespace footing::test {

std::string source_path(const std::string& below) { return std::string(FOOTING_SOURCE_DIR) + "/" + below; }

std::string read_text(const std::string& below) {
  std::ifstream in(source_path(below), std::ios::binary);
  INFO("file " << below);
  REQUIRE(in);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

Json read_json(const std::string& below) { return Json::parse(read_text(below)); }

std::vector<std::string> names_in_folder(const std::string& below) {
  std::vector<std::string> names;
  std::error_code failed;
  for (std::filesystem::directory_iterator at(source_path(below), failed), end; !failed && at != end;
       at.increment(failed)) {
    names.push_back(at->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string file_text(const Json& file) { return file.is_string() ? file.get<std::string>() : file.dump(); }

bool is_json(const std::string& path) { return path.size() > 5 && path.compare(path.size() - 5, 5, ".json") == 0; }

Json file_json(const std::string& path, const std::string& text) {
  return is_json(path) ? Json::parse(text) : Json(text);
}

const std::vector<TextFile>& dataset_files() {
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

std::vector<TextFile> dataset_with_releases(bool frozen) {
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

std::string lines_of(const Json& errors) {
  std::string out;
  for (const auto& error : errors) {
    out += error["code"].get<std::string>() + " at " + error["path"].get<std::string>() + ": " +
           error["message"].get<std::string>() + "\n";
  }
  return out;
}

bool has_error(const Json& errors, const std::string& code, const std::string& path) {
  return std::any_of(errors.begin(), errors.end(),
                     [&](const Json& e) { return e["code"] == code && e["path"] == path; });
}

void load_real(Engine& engine) {
  const Json answer = Json::parse(engine.load_files(dataset_with_releases(false)).json);
  INFO(lines_of(answer["errors"]));
  REQUIRE(answer["ok"] == true);
}

Json claims_of(Engine& engine) {
  const Json answer = ask_ok(engine, "list", Json::object());
  REQUIRE(answer["claims"].size() >= 9);
  return answer["claims"];
}

Json some_claims_of(Engine& engine) {
  Json some = Json::array();
  const Json claims = claims_of(engine);
  for (std::size_t i = 0; i < claims.size(); i += kEveryClaim) some.push_back(claims[i]);
  return some;
}

Json small_map() { return read_json("tests/invalid/base.json"); }

Json& part(Json& map, const std::string& place) {
  const auto hash = place.find('#');
  Json& file = map["files"][place.substr(0, hash)];
  return hash == std::string::npos ? file : file[Json::json_pointer(place.substr(hash + 1))];
}

Json prepare(const Json& map, const std::string& claim) {
  Engine engine;
  ask_ok(engine, "load", map);
  return ask_ok(engine, "prepare", {{"claim", claim}})["prepared"];
}

Json small_with(const std::vector<std::pair<std::string, Json>>& changes) {
  Json map = small_map();
  for (const auto& [place, value] : changes) part(map, place) = value;
  return map;
}

Json words(const std::string& text) { return {{"en", text}, {"zh-Hans", text}, {"zh-Hant", text}}; }

std::string hash_of(const std::vector<double>& samples) {
  Fnv hash;
  for (const double sample : samples) hash.add_double(sample);
  return hash.hex();
}

Json step_ids(const Json& answer) {
  Json ids = Json::array();
  for (const auto& step : answer["steps"]) ids.push_back(step["id"]);
  return ids;
}

}  // namespace footing::test
