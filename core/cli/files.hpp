#pragma once

#include <string>
#include <vector>

#include "footing/exchange/engine.hpp"

namespace footing::cli {

/// Where a dataset lies, and where its released revisions do.
struct Folders {
  std::string dataset;
  std::string releases;
};

/// Every .json and .csv file of a dataset (schema/ left out), with its path below the folder. Of the releases the index
/// alone, or with `frozen` every released file. Files that cannot be read are named in `unreadable`.
std::vector<TextFile> read_dataset(const Folders& folders, bool frozen, std::vector<std::string>& unreadable);

/// The whole content of a file; false when it cannot be read.
bool read_file(const std::string& path, std::string& content);

/// The dataset folder: `given` if not empty, else $FOOTING_DATASETS, else the nearest "datasets" with a
/// units.json in this folder or above. "" when there is none.
std::string find_dataset(const std::string& given);

}  // namespace footing::cli
