#pragma once

#include <string>
#include <vector>

#include "exchange/article.hpp"
#include "exchange/json.hpp"
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
};

/// Reads every file by the folder it lies in (units.json, quantities/, bundles/, models/, claims/, sources/,
/// articles/, tables/; a table's JSON is its text). The files kept have the rows of tables written where they are used.
/// What is valid is kept; `errors` receives everything amiss. Errors: unknown-file, id-differs (from the file name),
/// key-missing (no units.json) and those of the parts. `words`: texts for people are needed.
LoadedDataset load_dataset(std::vector<DatasetFile> files, bool words, Errors& errors);

}  // namespace footing
