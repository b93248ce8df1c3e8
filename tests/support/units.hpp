#pragma once

#include <string>

#include "footing/units/unit_table.hpp"
#include "support/catch.hpp"
#include "support/unit_parts.hpp"

namespace footing::test {

inline UnitTable units() {
  Result<UnitTable> table = UnitTable::make(unit_parts(), "units.json");
  for (const Error& error : table.errors()) FAIL_CHECK(error.path << ": " << error.message);
  return table ? *table : UnitTable();
}

/// A unit that must exist.
inline Unit unit(const UnitTable& table, const std::string& text) {
  const Result<Unit> parsed = table.parse(text, "test");
  for (const Error& error : parsed.errors()) FAIL_CHECK(text << ": " << error.message);
  return parsed ? *parsed : Unit{};
}

/// "code at path: message" of every error, one a line.
inline std::string text_of(const Errors& errors) {
  std::string out;
  for (const Error& error : errors) {
    if (!out.empty()) out += "\n";
    out += error.code + " at " + error.path + ": " + error.message;
  }
  return out;
}

}  // namespace footing::test
