#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "footing/base/result.hpp"

namespace footing {

/// One record of a CSV text and the line on which it begins.
struct CsvRecord {
  int line = 1;
  std::vector<std::string> fields;
};

/// Parses CSV text (RFC 4180: commas; a field with a comma, a quotation mark or a line break stands in quotation marks,
/// those inside it doubled; lines end with LF or CRLF). Empty lines are left out. Every mistake is an error csv-syntax
/// at
/// "<path>:<line>".
Result<std::vector<CsvRecord>> parse_csv(std::string_view text, const std::string& path);

/// "tables/x.csv:7"
std::string place_in_table(const std::string& path, int line);

}  // namespace footing
