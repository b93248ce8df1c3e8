#pragma once

#include <string>
#include <vector>

namespace footing::cli {

/// Columns padded to their widest cell (counted in code points), two spaces between them; numbers are
/// aligned by the caller.
std::string table(const std::vector<std::vector<std::string>>& rows);

/// A number for people: `digits` significant digits, no exponent between 1e-4 and 1e15, thousands separated.
std::string readable(double value, int digits);

}  // namespace footing::cli
