#include <algorithm>
#include <map>
#include <set>

#include "exchange/answer.hpp"
#include "exchange/closure.hpp"
#include "exchange/state.hpp"
#include "exchange/used_units.hpp"
#include "footing/base/sha256.hpp"

namespace footing {
namespace {

bool is_words(const Json& node) { return node.find("en") != nullptr && node.find("zh-Hans") != nullptr; }

/// What a closure does not freeze: texts in three languages and what a page shows beside the numbers.
bool is_frozen(const std::string& key, const Json& value) {
  static constexpr std::string_view kLeftOut[] = {"$schema",    "comment",   "definition",  "findings", "finding",
                                                  "appears_in", "chain",     "rivals",      "checked",  "topic",
                                                  "readings",   "review_by", "locator",     "printed",  "groups",
                                                  "status",     "withdrawn", "corrections", "converts"};
  return !is_words(value) && std::find(std::begin(kLeftOut), std::end(kLeftOut), key) == std::end(kLeftOut);
}

/// A file without its words, members in the order of their keys.
Json frozen_part(const Json& node) {
  Json kept = node;
  kept.members.clear();
  for (auto& element : kept.list) element = frozen_part(element);
  for (const auto& [key, value] : node.members) {
    if (is_frozen(key, value)) kept.members.emplace_back(key, frozen_part(value));
  }
  std::sort(kept.members.begin(), kept.members.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return kept;
}

/// The claim's own file, with its dimensions and revision at the end.
void write_claim_file(JsonWriter& out, const Json& file, const Claim& claim, int revision) {
  out.open_object();
  for (const auto& [key, value] : file.members) {
    if (key != "dimensions" && key != "revision") out.key(key).json(value);
  }
  out.key("dimensions").open_object();
  for (const auto& [id, dimension] : claim.dimensions) out.number(id, dimension);
  out.close_object().number("revision", revision).close_object();
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

/// A page shows a claim beside its rivals, and leads to the claim of the quantity that it converts.
void add_beside(const Dataset& dataset, const Claim& claim, std::set<std::string>& paths) {
  std::vector<std::string> beside = claim.rivals;
  beside.push_back(claim.converts);
  for (const auto& id : beside) {
    const auto found = dataset.claims.find(id);
    if (found == dataset.claims.end() || paths.count("claims/" + id + ".json") != 0) continue;
    add_files_of(dataset, found->second, paths);
    add_beside(dataset, found->second, paths);
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
      for (const auto& link : value.list) add_sources(link, paths);
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

/// The files of a closure with words, as they stand.
void write_files(JsonWriter& out, const LoadedDataset& loaded, const std::set<std::string>& paths) {
  out.key("files").open_object();
  for (const auto& file : loaded.files) {
    if (paths.count(file.path) != 0) out.key(file.path).json(file.json);
  }
  out.close_object();
}

/// What is frozen of them. Paths are in order, so units.json comes when everything that speaks of units was seen.
void write_frozen_files(JsonWriter& out, const LoadedDataset& loaded, const std::set<std::string>& paths,
                        const Claim& claim, int revision) {
  std::map<std::string, Json> kept;
  std::set<std::string> bases;
  for (const auto& file : loaded.files) {
    if (paths.count(file.path) == 0) continue;
    const Json& part = kept.emplace(file.path, frozen_part(file.json)).first->second;
    if (file.path != "units.json") add_bases(loaded.dataset.units, part, bases);
  }
  out.key("files").open_object();
  for (const auto& [path, file] : kept) {
    out.key(path);
    if (path == "units.json") {
      write_units(out, file, loaded.dataset.units, bases);
    } else if (path == "claims/" + claim.id + ".json") {
      write_claim_file(out, file, claim, revision);
    } else {
      out.json(file);
    }
  }
  out.close_object();
}

}  // namespace

std::string closure_text(const LoadedDataset& loaded, const Claim& claim, bool words, int revision) {
  std::set<std::string> paths;
  add_files_of(loaded.dataset, claim, paths);
  if (words) add_beside(loaded.dataset, claim, paths);
  add_declared_quantities(loaded.files, paths);
  if (words) {
    std::set<std::string> sources;
    for (const auto& file : loaded.files) {
      if (paths.count(file.path) != 0) add_sources(file.json, sources);
    }
    paths.insert(sources.begin(), sources.end());
  }
  JsonWriter out;
  out.open_object().number("footing", 1).number("method", kMethodVersion).boolean("frozen", !words);
  out.text("claim", claim.id);
  if (words) {
    write_files(out, loaded, paths);
  } else {
    write_frozen_files(out, loaded, paths, claim, revision);
  }
  return out.close_object().take();
}

std::string closure_digest(const LoadedDataset& loaded, const Claim& claim) {
  return sha256(closure_text(loaded, claim, false, 0));
}

std::string closure_call(const LoadedDataset& loaded, const Json& request) {
  Errors errors;
  const Reader node(&request, "", errors);
  node.only({"claim", "words"});
  const std::string id = node.need("claim").text();
  const bool words = node.at("words").boolean(false);
  auto claim = find_claim(loaded.dataset, id);
  if (!claim) append(errors, claim.errors());
  if (!errors.empty()) return refusal(errors);
  JsonWriter out = begin_answer({}, {});
  if (!words) out.text("digest", closure_digest(loaded, *claim.value()));
  out.key("closure").written(closure_text(loaded, *claim.value(), words, claim.value()->revision));
  return finish(out);
}

}  // namespace footing
