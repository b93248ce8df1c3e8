#pragma once

#include <map>
#include <string>
#include <vector>

#include "exchange/article.hpp"
#include "exchange/json.hpp"
#include "exchange/releases.hpp"
#include "footing/model/dataset.hpp"
#include "footing/model/prepared.hpp"

namespace footing {

/// One file of a dataset: its path below datasets/ and its JSON.
struct DatasetFile {
  std::string path;
  Json json;
};

/// A dataset with the files it was read from (closures copy from them).
struct LoadedDataset {
  Dataset dataset;
  std::vector<PreparedClaim> prepared;  ///< every claim of the dataset, by id
  std::vector<ArticlePart> articles;    ///< by id
  std::vector<DatasetFile> files;
  ReleaseIndex releases;
  std::map<std::string, std::string> frozen;  ///< texts of released files, where they were given: path -> text
};

/// Reads every file by the folder it lies in (units.json, quantities/, bundles/, models/, claims/, sources/,
/// articles/, tables/, releases/; a table's JSON is its text, and so is a released file's) The files kept have the rows
/// of tables written where they are used. What is valid is kept; `errors` receives everything amiss. Errors:
/// unknown-file, id-differs (from the file name), key-missing (no units.json) and those of the parts. `words`: texts
/// for people are needed. A claim that was released keeps its Sobol dimensions, and has the number of its newest
/// revision while nothing of it has changed since; else it is r0, a preview.
LoadedDataset load_dataset(std::vector<DatasetFile> files, bool words, Errors& errors);

/// Reads a file map as it is written: {"footing": 1, "files": {path: JSON}}. A frozen closure has no words and no
/// sources. Errors: schema-version, method-version (digits would differ); then nothing is loaded.
LoadedDataset load_closure(const Json& map, Errors& errors);

}  // namespace footing
