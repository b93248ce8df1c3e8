#include <algorithm>
#include <set>

#include "exchange/answer.hpp"
#include "exchange/state.hpp"

namespace footing {
namespace {

bool is_words(const Json& node) { return node.find("en") != nullptr && node.find("zh-Hans") != nullptr; }

/// What a closure does not freeze: texts in three languages and what a page shows beside the numbers.
bool is_frozen(const std::string& key, const Json& value) {
  static constexpr std::string_view kLeftOut[] = {"$schema",    "comment",   "definition", "findings", "finding",
                                                  "appears_in", "chain",     "rivals",     "checked",  "topic",
                                                  "readings",   "review_by", "locator",    "printed",  "groups"};
  return !is_words(value) && std::find(std::begin(kLeftOut), std::end(kLeftOut), key) == std::end(kLeftOut);
}

/// Writes a file's JSON, whole or what is frozen of it; `claim` (may be null) adds its dimensions and revision at the
/// top.
void write_file(JsonWriter& out, const Json& node, bool frozen, const Claim* claim) {
  if (node.type == Json::Type::list) {
    out.open_list();
    for (const auto& element : node.list) write_file(out, element, frozen, nullptr);
    out.close_list();
    return;
  }
  if (node.type != Json::Type::object) {
    out.json(node);
    return;
  }
  out.open_object();
  for (const auto& [key, value] : node.members) {
    if (frozen && !is_frozen(key, value)) continue;
    if (claim != nullptr && (key == "dimensions" || key == "revision")) continue;
    out.key(key);
    write_file(out, value, frozen, nullptr);
  }
  if (claim != nullptr) {
    out.key("dimensions").open_object();
    for (const auto& [id, dimension] : claim->dimensions) out.number(id, dimension);
    out.close_object().number("revision", claim->revision);
  }
  out.close_object();
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
    if (id.type == Json::Type::text) paths.insert("sources/" + id.text + ".json");
  };
  for (const auto& element : node.list) add_sources(element, paths);
  for (const auto& [key, value] : node.members) {
    if (key == "source" || key == "sources" || key == "chain") {
      for (const auto& id : value.list) take(id);
      take(value);
    } else {
      add_sources(value, paths);
    }
  }
}

/// A bound input of a used model may be a quantity that no input of the flattened model is.
void add_declared_quantities(const std::vector<DatasetFile>& files, std::set<std::string>& paths) {
  for (const auto& file : files) {
    if (paths.count(file.path) == 0 || file.path.rfind("models/", 0) != 0) continue;
    const Json* inputs = file.json.find("inputs");
    if (inputs == nullptr) continue;
    for (const auto& [id, input] : inputs->members) {
      const Json* quantity = input.find("quantity");
      if (quantity != nullptr) paths.insert("quantities/" + quantity->text + ".json");
    }
  }
}

}  // namespace

std::string closure_call(const LoadedDataset& loaded, const Json& request) {
  Errors errors;
  const Reader node(&request, "", errors);
  node.only({"claim", "words"});
  const std::string id = node.need("claim").text();
  const bool words = node.at("words").boolean(false);
  auto claim = find_claim(loaded.dataset, id);
  if (!claim) append(errors, claim.errors());
  if (!errors.empty()) return refusal(errors);
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
  JsonWriter out = begin_answer({}, {});
  out.key("closure").open_object().number("footing", 1).number("method", kMethodVersion).boolean("frozen", !words);
  out.text("claim", id).key("files").open_object();
  for (const auto& file : loaded.files) {
    if (paths.count(file.path) == 0) continue;
    out.key(file.path);
    write_file(out, file.json, !words, file.path == "claims/" + id + ".json" ? claim.value() : nullptr);
  }
  out.close_object().close_object();
  return finish(out);
}

}  // namespace footing
