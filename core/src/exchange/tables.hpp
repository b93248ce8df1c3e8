#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/json.hpp"
#include "footing/base/result.hpp"

/// Tables of values (tables/<id>.csv): a value with its provenance a row. A file refers to one with
/// {"table": "household_use", "row": "us"} where a value, its source and its evidence would stand.
namespace footing {

struct TableRow {
  std::string place;  ///< "tables/x.csv:7"
  std::string value;  ///< value text with its unit
  std::string unit;
  std::string evidence;
  std::string locator;  ///< "" if none
  int year = 0;         ///< 0 if none
  std::vector<std::string> sources;
};

class Tables {
 public:
  /// Reads one table. Columns: id, value, unit, year, source (several joined by ";"), locator, evidence, note; year,
  /// source, locator and note may be empty. Errors: csv-syntax, csv-columns, id-syntax, duplicate-id, value-syntax,
  /// unit-missing, number-range (the year), evidence-unknown, source-missing; each at its line.
  void add(const std::string& path, std::string_view text, Errors& errors);

  /// Puts the rows' values into a file of that folder, in place of each reference to one. A reference that leads
  /// nowhere is taken out, so that it is one error: table-unknown, row-unknown, key-missing, wrong-type, unknown-key (a
  /// key that the row gives).
  void fill(const std::string& folder, const std::string& path, Json& file, Errors& errors) const;

  /// Every row, by table and id.
  const std::map<std::string, std::map<std::string, TableRow>>& all() const { return tables_; }

 private:
  bool fill_value(const std::string& place, Json& value, Errors& errors) const;
  void fill_members(const std::string& place, Json* values, Errors& errors) const;
  void fill_list(const std::string& place, Json* values, Errors& errors) const;

  std::map<std::string, std::map<std::string, TableRow>> tables_;
};

}  // namespace footing
