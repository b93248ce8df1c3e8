#include "exchange/load.hpp"

#include <algorithm>
#include <set>

#include "exchange/closure.hpp"
#include "exchange/decode.hpp"
#include "exchange/tables.hpp"
#include "footing/exchange/reply.hpp"
#include "footing/model/prepare_claim.hpp"

namespace footing {
namespace {

/// "claims/x.json" -> "claims" and "x".
struct Name {
  std::string folder;
  std::string id;
};

Name split(const std::string& path) {
  const auto slash = path.find('/');
  const std::string file = slash == std::string::npos ? path : path.substr(slash + 1);
  // Without the ending it is no file of a dataset, and without a folder of one it has no place.
  const bool json = file.size() > 5 && file.compare(file.size() - 5, 5, ".json") == 0;
  return {slash == std::string::npos || !json ? "" : path.substr(0, slash),
          json ? file.substr(0, file.size() - 5) : file};
}

bool is_table(const std::string& path) {
  return path.rfind("tables/", 0) == 0 && path.size() > 11 && path.compare(path.size() - 4, 4, ".csv") == 0;
}

bool is_frozen_revision(const std::string& path) {
  return path.rfind("releases/", 0) == 0 && path != "releases/index.json";
}

/// What was released, and every released claim going on from there.
void take_releases(const std::vector<DatasetFile>& files, DatasetParts& parts, LoadedDataset& loaded, Errors& errors) {
  for (const auto& file : files) {
    if (file.path == "releases/index.json") {
      loaded.releases = decode_release_index(Reader(&file.json, file.path + "#", errors));
    } else if (is_frozen_revision(file.path) && file.json.type == Json::Type::text) {
      loaded.frozen.emplace(file.path, file.json.text);
    } else if (is_frozen_revision(file.path)) {
      errors.push_back({"wrong-type", file.path, "A released file is a text.", "Give its content to the letter."});
    }
  }
  for (auto& claim : parts.claims) {
    const auto newest = loaded.releases.newest.find(claim.id);
    if (newest != loaded.releases.newest.end()) claim.dimensions = newest->second.dimensions;
  }
}

/// Reads the tables and puts their rows where files refer to them: from here on, a value is written where it is used.
Tables take_tables(std::vector<DatasetFile>& files, Errors& errors) {
  Tables tables;
  for (const auto& file : files) {
    if (!is_table(file.path)) continue;
    if (file.json.type == Json::Type::text) {
      tables.add(file.path, file.json.text, errors);
    } else {
      errors.push_back({"wrong-type", file.path, "A table is a text.", "Give the CSV file's content."});
    }
  }
  for (auto& file : files) tables.fill(split(file.path).folder, file.path, file.json, errors);
  return tables;
}

/// Every row, used or not, has a unit and sources that there are.
void check_rows(const Tables& tables, const DatasetParts& parts, const UnitTable& units, Errors& errors) {
  for (const auto& [table, rows] : tables.all()) {
    for (const auto& [id, row] : rows) {
      if (!row.unit.empty()) append(errors, units.parse(row.unit, row.place).errors());
      for (const auto& source : row.sources) {
        if (std::find(parts.sources.begin(), parts.sources.end(), source) != parts.sources.end()) continue;
        errors.push_back({"source-unknown", row.place, "There is no source \"" + source + "\".",
                          "Add datasets/sources/" + source + ".json."});
      }
    }
  }
}

}  // namespace

LoadedDataset load_dataset(std::vector<DatasetFile> files, bool words, Errors& errors) {
  DatasetParts parts;
  parts.frozen = !words;
  std::vector<ArticlePart> articles;
  std::set<std::string> article_sources;
  bool units = false;
  const Tables tables = take_tables(files, errors);
  for (const auto& file : files) {
    if (is_table(file.path) || file.path.rfind("releases/", 0) == 0) continue;
    const Name name = split(file.path);
    const Reader reader(&file.json, file.path + "#", errors);
    std::string id = name.id;
    if (file.json.type != Json::Type::object) {
      reader.error("wrong-type", "The file must hold one JSON object.", "");
    } else if (file.path == "units.json") {
      units = true;
      parts.units_path = file.path;
      decode_units(reader, parts.units);
    } else if (name.folder == "quantities") {
      parts.quantities.push_back(decode_quantity(reader, words));
      id = parts.quantities.back().id;
    } else if (name.folder == "bundles") {
      parts.bundles.push_back(decode_bundle(reader, words));
      id = parts.bundles.back().id;
    } else if (name.folder == "models") {
      parts.models.push_back(decode_model(reader, words));
      id = parts.models.back().id;
    } else if (name.folder == "claims") {
      parts.claims.push_back(decode_claim(reader, words));
      id = parts.claims.back().id;
    } else if (name.folder == "sources") {
      const SourcePart source = decode_source(reader, words);
      id = source.id;
      parts.sources.push_back(id);
      if (source.article) article_sources.insert(id);
    } else if (name.folder == "articles") {
      articles.push_back(decode_article(reader));
      id = articles.back().id;
    } else {
      errors.push_back({"unknown-file", file.path, "There is no place for this file in a dataset.",
                        "Files belong into quantities, bundles, models, claims, sources, articles or tables."});
    }
    if (name.id != id && !id.empty()) {
      errors.push_back({"id-differs", file.path + "#/id", "The id \"" + id + "\" differs from the file's name.",
                        "One id for one thing: rename one of them."});
    }
  }
  if (!units)
    errors.push_back({"key-missing", "units.json", "The list of units is missing.", "Load units.json with the rest."});
  LoadedDataset loaded;
  take_releases(files, parts, loaded, errors);
  loaded.dataset = Dataset::make(parts, errors);
  check_rows(tables, parts, loaded.dataset.units, errors);
  loaded.files = std::move(files);
  for (const auto& [id, newest] : loaded.releases.newest) {
    const auto claim = loaded.dataset.claims.find(id);
    if (claim != loaded.dataset.claims.end() && closure_digest(loaded, claim->second) == newest.digest)
      claim->second.revision = newest.revision;
  }
  for (const auto& [id, claim] : loaded.dataset.claims) {
    auto prepared = prepare_claim(loaded.dataset, claim);
    if (prepared) loaded.prepared.push_back(std::move(prepared).value());
  }
  check_articles(articles, parts, article_sources, errors);
  std::sort(articles.begin(), articles.end(), [](const ArticlePart& a, const ArticlePart& b) { return a.id < b.id; });
  loaded.articles = std::move(articles);
  return loaded;
}

LoadedDataset load_closure(const Json& map, Errors& errors) {
  const std::size_t before = errors.size();
  const Reader node(&map, "", errors);
  // What a released file says about itself stands beside what its numbers depend on.
  node.only({"footing", "files", "method", "frozen", "claim", "revision", "date", "changed", "labels"});
  if (node.at("footing").number(1) != 1) {
    node.at("footing").error("schema-version", "This dataset is written for another version of Footing.",
                             "Version 1 is read here.");
  }
  if (node.at("method").number(kMethodVersion) != kMethodVersion) {
    node.at("method").error("method-version", "This closure belongs to another method; its digits would differ.",
                            "Open it with the engine of its method.");
  }
  std::vector<DatasetFile> files;
  for (const auto& [path, file] : node.need("files").members()) files.push_back({path, file.json()});
  if (errors.size() != before) return {};
  return load_dataset(std::move(files), !node.at("frozen").boolean(false), errors);
}

}  // namespace footing
