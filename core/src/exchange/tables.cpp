#include "exchange/tables.hpp"

#include <algorithm>
#include <array>

#include "exchange/csv.hpp"
#include "exchange/reader.hpp"
#include "footing/base/nearest.hpp"
#include "footing/base/number.hpp"

namespace footing {
namespace {

constexpr std::array<std::string_view, 8> kColumns{"id",     "value",   "unit",     "year",
                                                   "source", "locator", "evidence", "note"};
constexpr std::array<std::string_view, 5> kEvidence{"read", "quoted", "derived", "unverified", "assumed"};

/// "tables/x.csv" -> "x"
std::string table_id(const std::string& path) {
  const auto slash = path.rfind('/') + 1;
  return path.substr(slash, path.size() - slash - 4);
}

Json text_of(const std::string& text) {
  Json json;
  json.type = Json::Type::text;
  json.text = text;
  return json;
}

/// Reads the rows behind the head; each mistake at its line.
class TableReader {
 public:
  TableReader(const std::string& path, const std::vector<CsvRecord>& records, Errors& errors)
      : path_(path), records_(records), errors_(errors) {}

  std::map<std::string, TableRow> run() {
    std::map<std::string, TableRow> rows;
    if (!head()) return rows;
    for (std::size_t i = 1; i < records_.size(); ++i) {
      record_ = &records_[i];
      if (record_->fields.size() != records_[0].fields.size()) {
        fail("csv-columns",
             "The row has " + std::to_string(record_->fields.size()) + " fields; the head has " +
                 std::to_string(records_[0].fields.size()) + ".",
             "Put a field that holds a comma in quotation marks.");
        continue;
      }
      TableRow row = read();
      const std::string& id = cell("id");
      if (!rows.emplace(id, std::move(row)).second)
        fail("duplicate-id", "Row \"" + id + "\" stands twice.", "Rename one of them.");
    }
    return rows;
  }

 private:
  bool head() {
    if (records_.empty()) {
      errors_.push_back({"csv-columns", place_in_table(path_, 1), "The table is empty.", kHeadHint});
      return false;
    }
    record_ = &records_[0];
    bool fine = true;
    for (const auto column : kColumns) {
      const auto count = std::count(record_->fields.begin(), record_->fields.end(), column);
      if (count == 1) continue;
      fine = false;
      fail("csv-columns", "The column \"" + std::string(column) + (count == 0 ? "\" is missing." : "\" stands twice."),
           kHeadHint);
    }
    for (const auto& column : record_->fields) {
      if (std::find(kColumns.begin(), kColumns.end(), column) != kColumns.end()) continue;
      fine = false;
      fail("csv-columns", "The column \"" + column + "\" is not known.", kHeadHint);
    }
    return fine;
  }

  const std::string& cell(std::string_view column) const {
    const auto& head = records_[0].fields;
    return record_->fields[static_cast<std::size_t>(std::find(head.begin(), head.end(), column) - head.begin())];
  }

  TableRow read() {
    TableRow row;
    row.place = place_in_table(path_, record_->line);
    const Json id = text_of(cell("id"));
    static_cast<void>(Reader(&id, row.place, errors_).snake());
    if (!parse_number(cell("value"))) {
      fail("value-syntax", "\"" + cell("value") + "\" is no number.", "A row has one number; its unit has a column.");
    }
    row.unit = cell("unit");
    if (row.unit.empty()) fail("unit-missing", "The row has no unit.", "Write 1 for a plain number.");
    row.value = cell("value") + (row.unit == "1" ? "" : " " + row.unit);
    row.locator = cell("locator");
    row.evidence = cell("evidence");
    if (std::find(kEvidence.begin(), kEvidence.end(), row.evidence) == kEvidence.end()) {
      fail("evidence-unknown", "\"" + row.evidence + "\" is no grade of evidence.",
           "Use read, quoted, derived, unverified or assumed.");
    }
    read_year(row);
    read_sources(row);
    return row;
  }

  void read_year(TableRow& row) {
    const std::string& text = cell("year");
    if (text.empty()) return;
    const bool fine = text.size() == 4 && text.find_first_not_of("0123456789") == std::string::npos;
    if (!fine) {
      fail("number-range", "\"" + text + "\" is no year.",
           "Write four digits, or nothing where the year is not known.");
      return;
    }
    for (const char c : text) row.year = row.year * 10 + (c - '0');
  }

  void read_sources(TableRow& row) {
    std::string_view rest = cell("source");
    while (!rest.empty()) {
      const auto end = rest.find(';');
      std::string_view one = rest.substr(0, end);
      while (!one.empty() && one.front() == ' ') one.remove_prefix(1);
      while (!one.empty() && one.back() == ' ') one.remove_suffix(1);
      row.sources.emplace_back(one);
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    if (row.sources.empty() && row.evidence != "assumed") {
      fail("source-missing", "The row has no source.",
           "Name a file of datasets/sources/; several are joined by \";\".");
    }
  }

  void fail(const char* code, const std::string& message, const char* hint) {
    errors_.push_back({code, place_in_table(path_, record_->line), message, hint});
  }

  static constexpr const char* kHeadHint = "The columns: id, value, unit, year, source, locator, evidence, note.";

  const std::string& path_;
  const std::vector<CsvRecord>& records_;
  Errors& errors_;
  const CsvRecord* record_ = nullptr;
};

/// The row as the members that a value has.
std::vector<std::pair<std::string, Json>> members_of(const TableRow& row) {
  std::vector<std::pair<std::string, Json>> out;
  out.emplace_back("value", text_of(row.value));
  if (row.sources.size() == 1) out.emplace_back("source", text_of(row.sources.front()));
  if (row.sources.size() > 1) {
    Json list;
    list.type = Json::Type::list;
    for (const auto& source : row.sources) list.list.push_back(text_of(source));
    out.emplace_back("source", std::move(list));
  }
  if (!row.locator.empty()) out.emplace_back("locator", text_of(row.locator));
  if (row.year != 0) {
    Json year;
    year.type = Json::Type::number;
    year.number = row.year;
    out.emplace_back("year", std::move(year));
  }
  out.emplace_back("evidence", text_of(row.evidence));
  return out;
}

/// A member that may be filled in, or null.
Json* member(Json* from, std::string_view key) {
  if (from == nullptr || from->type != Json::Type::object) return nullptr;
  for (auto& [name, value] : from->members) {
    if (name == key) return &value;
  }
  return nullptr;
}

}  // namespace

void Tables::add(const std::string& path, std::string_view text, Errors& errors) {
  // The table is known even when it cannot be read: what refers to it is not amiss.
  auto& rows = tables_[table_id(path)];
  const auto records = parse_csv(text, path);
  if (records) {
    rows = TableReader(path, records.value(), errors).run();
  } else {
    append(errors, records.errors());
  }
}

bool Tables::fill_value(const std::string& place, Json& value, Errors& errors) const {
  if (member(&value, "table") == nullptr) return true;
  const Reader node(&value, place, errors);
  const std::size_t before = errors.size();
  const std::string table = node.at("table").some();
  const std::string row = node.need("row").some();
  for (const char* given : {"value", "source", "locator", "evidence", "year"}) {
    if (node.at(given).present()) {
      node.at(given).error("unknown-key", std::string("The row of the table gives \"") + given + "\".", "Remove it.");
    }
  }
  if (errors.size() != before) return false;
  const auto found = tables_.find(table);
  if (found == tables_.end()) {
    std::vector<std::string> known;
    for (const auto& [id, rows] : tables_) known.push_back(id);
    const std::string near = nearest(table, known);
    node.at("table").error("table-unknown", "There is no table \"" + table + "\".",
                           near.empty() ? "Add datasets/tables/" + table + ".csv." : "Did you mean \"" + near + "\"?");
    return false;
  }
  const auto line = found->second.find(row);
  if (line == found->second.end()) {
    std::vector<std::string> known;
    for (const auto& [id, one] : found->second) known.push_back(id);
    const std::string near = nearest(row, known);
    node.at("row").error("row-unknown", "Table \"" + table + "\" has no row \"" + row + "\".",
                         near.empty() ? std::string("See its column id.") : "Did you mean \"" + near + "\"?");
    return false;
  }
  auto filled = members_of(line->second);
  for (auto& [key, rest] : value.members) {
    if (key != "table" && key != "row") filled.emplace_back(key, std::move(rest));
  }
  value.members = std::move(filled);
  return true;
}

void Tables::fill_members(const std::string& place, Json* values, Errors& errors) const {
  if (values == nullptr || values->type != Json::Type::object) return;
  auto& members = values->members;
  members.erase(std::remove_if(members.begin(), members.end(),
                               [&](auto& one) { return !fill_value(place + "/" + one.first, one.second, errors); }),
                members.end());
}

void Tables::fill_list(const std::string& place, Json* values, Errors& errors) const {
  if (values == nullptr || values->type != Json::Type::list) return;
  std::size_t index = 0;
  auto& list = values->list;
  list.erase(std::remove_if(list.begin(), list.end(),
                            [&](Json& one) { return !fill_value(place + "/" + std::to_string(index++), one, errors); }),
             list.end());
}

void Tables::fill(const std::string& folder, const std::string& path, Json& file, Errors& errors) const {
  const std::string at = path + "#";
  if (folder == "quantities") {
    fill_list(at + "/readings", member(&file, "readings"), errors);
  } else if (folder == "models") {
    if (Json* inputs = member(&file, "inputs"); inputs != nullptr && inputs->type == Json::Type::object) {
      for (auto& [id, input] : inputs->members) {
        fill_list(at + "/inputs/" + id + "/readings", member(&input, "readings"), errors);
      }
    }
  } else if (folder == "bundles") {
    if (Json* options = member(&file, "options"); options != nullptr && options->type == Json::Type::list) {
      for (std::size_t i = 0; i < options->list.size(); ++i) {
        fill_members(at + "/options/" + std::to_string(i) + "/values", member(&options->list[i], "values"), errors);
      }
    }
  } else if (folder == "claims") {
    if (Json* scenarios = member(&file, "scenarios"); scenarios != nullptr && scenarios->type == Json::Type::object) {
      for (auto& [id, scenario] : scenarios->members) {
        fill_members(at + "/scenarios/" + id + "/inputs", member(&scenario, "inputs"), errors);
      }
    }
  }
}

}  // namespace footing
