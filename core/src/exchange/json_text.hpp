#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "footing/base/result.hpp"

namespace footing {

using Json = nlohmann::json;

/// Longest JSON text that is read, in bytes.
inline constexpr std::size_t kMaxJsonBytes = std::size_t{16} << 20;
/// Deepest nesting that is read.
inline constexpr int kMaxJsonDepth = 64;

/// Parses JSON text. Errors: json-syntax (line and column named), duplicate-key, json-depth, json-size; `path` names
/// the file.
Result<Json> parse_json(std::string_view text, const std::string& path);

/// Writes JSON without spaces; numbers that are not finite become null.
std::string print_json(const Json& json);

}  // namespace footing
