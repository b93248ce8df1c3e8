#pragma once

#include <string>
#include <vector>

#include "footing/exchange/engine.hpp"

namespace footing::cli {

/// Every .json file of a dataset folder (schema/ and releases/ left out), with its path below the folder. Files that
/// cannot be read are named in `unreadable`.
std::vector<TextFile> read_dataset(const std::string& folder, std::vector<std::string>& unreadable);

/// The whole content of a file; false when it cannot be read.
bool read_file(const std::string& path, std::string& content);

/// The dataset folder: `given` if not empty, else $FOOTING_DATASETS, else the nearest "datasets" with a
/// units.json in this folder or above. "" when there is none.
std::string find_dataset(const std::string& given);

}  // namespace footing::cli
