#include <cmath>
#include <string>

#include "footing/units/mismatch.hpp"
#include "footing/units/unit_table.hpp"

namespace footing {
namespace {

Dimension without_kinds(const Dimension& dimension) {
  Unit out;
  for (const DimensionFactor& factor : dimension) {
    out = multiply(out, Unit{1.0, {{factor.base, "", factor.exponent}}, false});
  }
  return out.dimension;
}

}  // namespace

std::string unit_name(const UnitTable& table, const Unit& unit) {
  if (unit.date) return "a date";
  return unit.dimension.empty() ? "dimensionless" : table.name(unit.dimension);
}

std::string leftover(const UnitTable& table, const Unit& found, const Unit& wanted) {
  const Dimension rest = divide(found, wanted).dimension;
  if (rest.empty() || !without_kinds(rest).empty()) return {};
  return table.name(rest);
}

std::string mismatch_hint(const UnitTable& table, const Unit& found, const Unit& wanted) {
  if (found.date != wanted.date) return "A date is a point in time: date - date is a duration, date + duration a date.";
  if (leftover(table, found, wanted).empty()) return {};
  return "Kinds never change by themselves: multiply or divide by the ratio that is left over, or drop a kind "
         "openly with widen(x, unit).";
}

Result<double> conversion(const UnitTable& table, const Unit& from, const Unit& to, const std::string& path) {
  if (!same_kind(from, to)) {
    const std::string rest = from.date == to.date ? leftover(table, from, to) : std::string();
    return Error{"unit-mismatch", path,
                 unit_name(table, from) + " cannot be converted to " + unit_name(table, to) +
                     (rest.empty() ? "." : "; only the kinds differ, leftover " + rest + "."),
                 mismatch_hint(table, from, to)};
  }
  return from.factor / to.factor;
}

}  // namespace footing
