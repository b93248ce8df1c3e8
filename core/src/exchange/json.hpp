#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "footing/base/result.hpp"

namespace footing {

/// A JSON value as it was read. Small on purpose: reading and writing JSON is a tenth of what a general library takes
/// in the module of the page.
struct Json {
  enum class Type { null, boolean, number, text, list, object };
  Type type = Type::null;
  bool boolean = false;
  double number = 0;
  std::string text;
  std::vector<Json> list;
  std::vector<std::pair<std::string, Json>> members;  ///< in the order of the text

  // Defined where a pair with a Json is complete: clang 14 needs it.
  Json();
  Json(const Json&);
  Json(Json&&) noexcept;
  Json& operator=(const Json&);
  Json& operator=(Json&&) noexcept;
  ~Json();

  /// The member of that name, or null.
  const Json* find(std::string_view key) const;
};

/// Longest JSON text that is read, in bytes.
inline constexpr std::size_t kMaxJsonBytes = std::size_t{16} << 20;
/// Deepest nesting that is read.
inline constexpr int kMaxJsonDepth = 64;

/// Parses JSON text. Errors: json-syntax (line and column named), duplicate-key, json-depth, json-size; `path` names
/// the file.
Result<Json> parse_json(std::string_view text, const std::string& path);

}  // namespace footing
