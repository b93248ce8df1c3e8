#include "checker.hpp"
#include "footing/units/mismatch.hpp"
#include "footing/units/rational.hpp"
#include "operators.hpp"

namespace footing::internal {

std::optional<Checker::Units> Checker::numbers(const Expression& node, Expression& out) {
  Units units;
  out.args.resize(node.args.size());
  for (std::size_t i = 0; i < node.args.size(); ++i) {
    const std::optional<Typed> typed = check(node.args[i], out.args[i]);
    if (typed && is_number(*typed, node.args[i])) units.push_back(typed->unit);
  }
  if (units.size() != node.args.size()) return std::nullopt;
  return units;
}

bool Checker::is_number(const Typed& typed, const Expression& node) {
  if (typed.boolean) {
    fail("boolean-not-number", node, "A comparison stands where a number is needed.",
         "Turn it into one: if(a > b, 1, 0).");
  }
  return !typed.boolean;
}

bool Checker::is_dimensionless(const Unit& unit, const Expression& node, const std::string& what) {
  if (unit.dimension.empty()) return true;
  fail("not-dimensionless", node, what + " must be dimensionless; it is " + named(unit) + ".",
       "Divide it by a reference quantity of the same unit and kind.");
  return false;
}

bool Checker::all_same(const Expression& node, const Units& args, std::size_t first) {
  for (std::size_t i = first + 1; i < args.size(); ++i) {
    if (same_kind(args[first], args[i])) continue;
    mismatch(node.args[i], args[first], args[i], std::string(name_of(node.op)));
    return false;
  }
  return true;
}

std::optional<Unit> Checker::in_range(const Unit& unit, const Expression& node) {
  if (exponents_in_range(unit)) return unit;
  fail("exponent-range", node,
       "An exponent of this product leaves the range of " + std::to_string(kLargestExponent) + ".");
  return std::nullopt;
}

void Checker::mismatch(const Expression& at, const Unit& left, const Unit& right, const std::string& what) {
  if (left.date != right.date) {
    fail("date-arithmetic", at,
         what + " takes two dates or none; left side is " + named(left) + ", right side is " + named(right) + ".",
         mismatch_hint(units_, left, right));
    return;
  }
  const std::string rest = leftover(units_, left, right);
  std::string hint = mismatch_hint(units_, left, right);
  if (hint.empty() && (left.dimension.empty() || right.dimension.empty())) {
    const Unit& other = left.dimension.empty() ? right : left;
    hint = "A number alone is dimensionless; give it a unit in brackets: 1 [" + named(other) + "].";
  }
  fail("unit-mismatch", at,
       "In " + what + ", left side is " + named(left) + ", right side is " + named(right) +
           (rest.empty() ? "." : "; only the kinds differ, leftover " + rest + "."),
       hint);
}

void Checker::fail(const std::string& code, const Expression& at, const std::string& message, const std::string& hint) {
  errors.push_back({code, place(at), message, hint});
}

std::string Checker::named(const Unit& unit) const { return unit_name(units_, unit); }

}  // namespace footing::internal
