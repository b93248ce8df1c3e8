#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "footing/base/result.hpp"
#include "footing/units/unit.hpp"
#include "footing/units/unit_table.hpp"

namespace footing {

/// What a node of a formula is.
enum class Op : std::uint8_t {
  constant,
  name,
  negate,
  add,
  subtract,
  multiply,
  divide,
  power,
  less,
  less_equal,
  greater,
  greater_equal,
  equal,
  not_equal,
  choose /* if */,
  min,
  max,
  abs,
  ceil,
  floor,
  exp,
  log,
  log2,
  log10,
  sqrt,
  widen
};

/// A node of the syntax tree. `at` is the offset of its first character in the formula text.
struct Expression {
  Op op = Op::constant;
  std::size_t at = 0;
  double value = 0;  ///< constant: the number as written
  std::string text;  ///< name: identifier; constant: unit text ("" if none); widen: target unit text
  std::vector<Expression> args;
};

/// Text -> syntax tree. Grammar in core/src/formula/README.md. At most 4,000 characters, depth 64.
/// Errors: formula-syntax and formula-too-long at "<path>:<offset>".
Result<Expression> parse_formula(std::string_view text, const std::string& path);

/// Ids a formula mentions, each once, in order of first appearance.
std::vector<std::string> names_in(const Expression& expression);

/// Looks up the unit of an input or step by id.
using UnitLookup = std::function<std::optional<Unit>(const std::string&)>;

/// A checked formula: tree whose constants are in coherent base units, plus the unit of the whole.
struct CheckedFormula {
  Expression tree;  ///< widen nodes removed, constants scaled to coherent base units
  Unit unit;        ///< dimension of the result, factor 1
  bool boolean = false;
  Errors warnings;  ///< bare-factor ("24 stands for hours per day: write [h]…")
};

/// Infers units through the tree. Errors, each at "<path>:<offset>": unknown-name, unit-mismatch (both units
/// and what is left over named), not-dimensionless, exponent-not-constant, exponent-range, step-missing (ceil,
/// floor), condition-not-boolean, boolean-not-number, widen-target, widen-nothing, date-arithmetic, and those
/// of UnitTable::parse. All of them are collected. `known` are the names to suggest from.
Result<CheckedFormula> check_formula(const Expression& tree, const UnitTable& units, const UnitLookup& lookup,
                                     const std::string& path, const std::vector<std::string>& known = {});

/// As check_formula, and the result must be of `expected`'s kind; the error names what is left over
/// ("kWh_facility/kWh_it").
Result<CheckedFormula> check_formula_as(const Expression& tree, const UnitTable& units, const UnitLookup& lookup,
                                        const Unit& expected, const std::string& path,
                                        const std::vector<std::string>& known = {});

}  // namespace footing
