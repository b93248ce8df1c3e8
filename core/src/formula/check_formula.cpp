#include <string>
#include <utility>

#include "checker.hpp"
#include "footing/formula/formula.hpp"
#include "footing/units/mismatch.hpp"

namespace footing {
namespace {

std::string difference(const UnitTable& units, const Unit& found, const Unit& wanted) {
  if (found.date || wanted.date) return ".";
  const std::string kinds = leftover(units, found, wanted);
  if (!kinds.empty()) return "; only the kinds differ, leftover " + kinds + ".";
  const Dimension rest = divide(found, wanted).dimension;
  // Where nothing cancels the quotient repeats both units and tells nothing.
  if (rest.size() >= found.dimension.size() + wanted.dimension.size()) return ".";
  return "; leftover " + units.name(rest) + ".";
}

}  // namespace

Result<CheckedFormula> check_formula(const Expression& tree, const UnitTable& units, const UnitLookup& lookup,
                                     const std::string& path, const std::vector<std::string>& known) {
  internal::Checker checker(units, lookup, path, known);
  CheckedFormula out;
  const std::optional<internal::Typed> typed = checker.check(tree, out.tree);
  if (!typed || !checker.errors.empty()) return checker.errors;
  out.unit = Unit{1.0, typed->unit.dimension, typed->unit.date};
  out.boolean = typed->boolean;
  out.warnings = std::move(checker.warnings);
  return out;
}

Result<CheckedFormula> check_formula_as(const Expression& tree, const UnitTable& units, const UnitLookup& lookup,
                                        const Unit& expected, const std::string& path,
                                        const std::vector<std::string>& known) {
  Result<CheckedFormula> checked = check_formula(tree, units, lookup, path, known);
  if (!checked) return checked;
  const std::string place = path + ":" + std::to_string(tree.at);
  if (checked->boolean) {
    return Error{"boolean-not-number", place,
                 "The formula is a comparison; " + unit_name(units, expected) + " is declared.",
                 "Turn it into a number: if(a > b, 1, 0)."};
  }
  if (same_kind(checked->unit, expected)) return checked;
  return Error{"unit-mismatch", place,
               "The formula gives " + unit_name(units, checked->unit) + ", declared is " + unit_name(units, expected) +
                   difference(units, checked->unit, expected),
               mismatch_hint(units, checked->unit, expected)};
}

}  // namespace footing
