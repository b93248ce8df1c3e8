#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "footing/base/result.hpp"

namespace footing {

/// A JSON value as it was read. Two readers make it: json.cpp, small, reads the requests and prepared claims that the
/// page's module is given; json_file.cpp, with nlohmann's parser, reads the files of a dataset, in the whole engine
/// alone. They take the same texts and give the same values and errors (tests/core/exchange/test_json_readers.cpp).
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
/// Most values in one text: a value takes some hundred bytes of memory, but may be written with two.
inline constexpr std::size_t kMaxJsonValues = 1'000'000;
/// Most members of one object: each new key is compared with those before it.
inline constexpr std::size_t kMaxJsonMembers = 10'000;

/// Reads a request or a prepared claim. Errors: json-syntax (line and column named), duplicate-key, json-depth,
/// json-size; `path` names the text.
Result<Json> parse_json(std::string_view text, const std::string& path);

/// The errors that both readers give: what stands at byte `offset` cannot be read; there is too much of it.
Error json_syntax(std::string_view text, const std::string& path, std::size_t offset);
Error json_depth(const std::string& path);
Error json_size(const std::string& path);
Error json_duplicate(const std::string& key, const std::string& path);

}  // namespace footing
