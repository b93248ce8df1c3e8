#include <algorithm>
#include <set>

#include "exchange/answer.hpp"
#include "exchange/state.hpp"

namespace footing {
namespace {

bool is_words(const Json& node) { return node.is_object() && node.contains("en") && node.contains("zh-Hans"); }

/// Takes out what a closure does not freeze: texts in three languages and what only the page shows.
void drop_words(Json& node) {
  if (node.is_array()) {
    for (auto& element : node) drop_words(element);
    return;
  }
  if (!node.is_object()) return;
  for (auto at = node.begin(); at != node.end();) {
    const bool drop = is_words(at.value()) || at.key() == "$schema" || at.key() == "comment" || at.key() == "definition";
    if (drop) {
      at = node.erase(at);
    } else {
      drop_words(at.value());
      ++at;
    }
  }
}

/// Which files the numbers of a claim depend on.
void add_files_of(const Dataset& dataset, const Claim& claim, std::set<std::string>& paths) {
  paths.insert("units.json");
  paths.insert("claims/" + claim.id + ".json");
  const Model& model = dataset.models.at(claim.model);
  for (const auto& id : model.uses) paths.insert("models/" + id + ".json");
  for (const auto& [id, input] : model.inputs) {
    if (!input.quantity.empty()) paths.insert("quantities/" + input.quantity + ".json");
  }
  for (const auto& scenario : claim.scenarios) {
    for (const auto& [id, option] : scenario.bundles) paths.insert("bundles/" + id + ".json");
  }
}

/// A page shows a claim beside its rivals.
void add_rivals(const Dataset& dataset, const Claim& claim, std::set<std::string>& paths) {
  for (const auto& rival : claim.rivals) {
    const auto found = dataset.claims.find(rival);
    if (found == dataset.claims.end() || paths.count("claims/" + rival + ".json") != 0) continue;
    add_files_of(dataset, found->second, paths);
    add_rivals(dataset, found->second, paths);
  }
}

/// Every source that a file names, wherever it stands.
void add_sources(const Json& node, std::set<std::string>& paths) {
  const auto take = [&](const Json& id) {
    if (id.is_string()) paths.insert("sources/" + id.get<std::string>() + ".json");
  };
  if (node.is_array()) {
    for (const auto& element : node) add_sources(element, paths);
  }
  if (!node.is_object()) return;
  for (const auto& [key, value] : node.items()) {
    if (key == "source" || key == "sources" || key == "chain") {
      if (value.is_array()) {
        for (const auto& id : value) take(id);
      }
      take(value);
    } else {
      add_sources(value, paths);
    }
  }
}

/// A bound input of a used model may be a quantity that no input of the flattened model is.
void add_declared_quantities(const std::vector<DatasetFile>& files, std::set<std::string>& paths) {
  for (const auto& file : files) {
    if (paths.count(file.path) == 0 || file.path.rfind("models/", 0) != 0 || !file.json.contains("inputs")) continue;
    for (const auto& [id, input] : file.json["inputs"].items()) {
      if (input.is_object() && input.contains("quantity") && input["quantity"].is_string()) {
        paths.insert("quantities/" + input["quantity"].get<std::string>() + ".json");
      }
    }
  }
}

}  // namespace

Json closure_call(const LoadedDataset& loaded, const Json& request) {
  Errors errors;
  const Reader node(&request, "", errors);
  node.only({"claim", "words"});
  const std::string id = node.need("claim").text();
  const bool words = node.at("words").boolean(false);
  auto claim = find_claim(loaded.dataset, id);
  if (!claim) append(errors, claim.errors());
  if (!errors.empty()) return answer_frame(errors, {});
  std::set<std::string> paths;
  add_files_of(loaded.dataset, *claim.value(), paths);
  if (words) add_rivals(loaded.dataset, *claim.value(), paths);
  add_declared_quantities(loaded.files, paths);
  if (words) {
    std::set<std::string> sources;
    for (const auto& file : loaded.files) {
      if (paths.count(file.path) != 0) add_sources(file.json, sources);
    }
    paths.insert(sources.begin(), sources.end());
  }
  Json files = Json::object();
  for (const auto& file : loaded.files) {
    if (paths.count(file.path) == 0) continue;
    Json copy = file.json;
    if (!words) {
      drop_words(copy);
      for (const char* key : {"findings", "appears_in", "chain", "rivals", "checked", "review_by", "topic", "readings"}) copy.erase(key);
      if (copy.contains("published")) {
        for (auto& published : copy["published"]) published.erase("finding");
      }
    }
    if (file.path == "claims/" + id + ".json") {
      copy["dimensions"] = claim.value()->dimensions;
      copy["revision"] = claim.value()->revision;
    }
    files[file.path] = std::move(copy);
  }
  Json json = answer_frame({}, {});
  json["closure"] = {{"footing", 1}, {"method", kMethodVersion}, {"frozen", !words}, {"claim", id}, {"files", files}};
  return json;
}

}  // namespace footing
