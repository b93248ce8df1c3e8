#pragma once

#include <string>
#include <string_view>

#include "exchange/json.hpp"

namespace footing {

/// Reads a file of a dataset, or a map of such files, with nlohmann's parser. It takes the same texts as parse_json and
/// gives the same values and errors; the page's module does not carry it.
Result<Json> parse_json_file(std::string_view text, const std::string& path);

}  // namespace footing
