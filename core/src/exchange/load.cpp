#include "exchange/load.hpp"

#include <algorithm>
#include <set>

#include "exchange/decode.hpp"
#include "exchange/tables.hpp"
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
    if (is_table(file.path)) continue;
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
  loaded.dataset = Dataset::make(parts, errors);
  check_rows(tables, parts, loaded.dataset.units, errors);
  for (const auto& [id, claim] : loaded.dataset.claims) {
    auto prepared = prepare_claim(loaded.dataset, claim);
    if (prepared) loaded.prepared.push_back(std::move(prepared).value());
  }
  check_articles(articles, parts, article_sources, errors);
  std::sort(articles.begin(), articles.end(), [](const ArticlePart& a, const ArticlePart& b) { return a.id < b.id; });
  loaded.articles = std::move(articles);
  loaded.files = std::move(files);
  return loaded;
}

}  // namespace footing
