#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "footing/units/unit.hpp"
#include "footing/units/unit_table.hpp"

namespace footing::internal {

/// Every text that names a unit by itself: symbols with their prefixes, aliases, and each of these with the kind
/// suffixes of the bases it contains. Years of currencies are read off the text instead of being listed.
class Symbols {
 public:
  /// Adds a text and its forms with kind suffixes. Returns the first text that had a meaning already, or
  /// "" (then all were added).
  std::string add(const std::string& text, const Unit& unit, const std::vector<BaseDef>& bases);

  std::optional<Unit> find(std::string_view text) const;

  /// All listed texts in alphabetical order, for suggestions.
  const std::vector<std::string>& texts() const { return texts_; }

 private:
  std::string insert(const std::string& text, const Unit& unit);

  std::map<std::string, Unit, std::less<>> units_;
  std::map<std::string, std::string, std::less<>> yearly_;  ///< text -> the yearly base it contains
  std::vector<std::string> texts_;
};

/// The unit with the plain factor of `base` given a kind; the kind must be new to the dimension.
Unit with_kind(const Unit& unit, const std::string& base, const std::string& kind);

/// True for "_" and four digits.
bool is_year_suffix(std::string_view text);

}  // namespace footing::internal
