#pragma once

#include <map>
#include <string>
#include <vector>

#include "footing/formula/formula.hpp"
#include "footing/formula/program.hpp"
#include "support/units.hpp"

namespace footing::test {

/// Names with their unit texts.
using Names = std::map<std::string, std::string>;

inline UnitLookup lookup_in(const UnitTable& table, const Names& names) {
  return [&table, names](const std::string& id) -> std::optional<Unit> {
    const auto found = names.find(id);
    if (found == names.end()) return std::nullopt;
    return unit(table, found->second);
  };
}

inline std::vector<std::string> ids_of(const Names& names) {
  std::vector<std::string> ids;
  for (const auto& [id, text] : names) ids.push_back(id);
  return ids;
}

/// Parses and checks at path "f"; errors of either.
inline Result<CheckedFormula> checked(const std::string& text, const Names& names = {}) {
  const UnitTable table = units();
  const Result<Expression> tree = parse_formula(text, "f");
  if (!tree) return tree.errors();
  return check_formula(*tree, table, lookup_in(table, names), "f", ids_of(names));
}

inline Result<CheckedFormula> checked_as(const std::string& text, const Names& names, const std::string& expected) {
  const UnitTable table = units();
  const Result<Expression> tree = parse_formula(text, "f");
  if (!tree) return tree.errors();
  return check_formula_as(*tree, table, lookup_in(table, names), unit(table, expected), "f", ids_of(names));
}

/// The customary name of what a formula gives, or its errors.
inline std::string unit_of(const std::string& text, const Names& names = {}) {
  const Result<CheckedFormula> formula = checked(text, names);
  if (!formula) return text_of(formula.errors());
  if (formula->boolean) return "boolean";
  return (formula->unit.date ? "date " : "") + units().name(formula->unit.dimension);
}

/// The value of a formula, in coherent units, by the scalar interpreter.
inline double value_of(const std::string& text, const Names& names = {}, const std::vector<double>& inputs = {}) {
  const Result<CheckedFormula> formula = checked(text, names);
  INFO(text << ": " << text_of(formula.errors()));
  REQUIRE(formula);
  ProgramBuilder builder;
  for (const std::string& id : ids_of(names)) builder.add_input(id);
  builder.add_step("step", *formula);
  std::vector<double> steps;
  return run_scalar(std::move(builder).finish(), inputs, steps);
}

}  // namespace footing::test
