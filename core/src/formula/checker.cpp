#include "checker.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "bare_factor.hpp"
#include "exponent.hpp"
#include "footing/base/nearest.hpp"
#include "footing/units/mismatch.hpp"
#include "footing/units/rational.hpp"
#include "operators.hpp"

namespace footing::internal {

std::optional<Typed> Checker::check(const Expression& node, Expression& out) {
  out.op = node.op;
  out.at = node.at;
  switch (node.op) {
    case Op::constant:
      return constant(node, out);
    case Op::name:
      out.text = node.text;
      return name(node);
    case Op::widen:
      return widen(node, out);
    case Op::choose:
      return choose(node, out);
    default:
      break;
  }
  const std::optional<Units> args = numbers(node, out);
  if (!args) return std::nullopt;
  return numeric(node, *args);
}

std::optional<Typed> Checker::constant(const Expression& node, Expression& out) {
  out.value = node.value;
  if (node.text.empty()) return Typed{};
  const Result<Unit> unit = units_.parse(node.text, place(node));
  if (!unit) {
    append(errors, unit.errors());
    return std::nullopt;
  }
  out.value = node.value * unit->factor;
  if (!std::isfinite(out.value)) {
    fail("formula-syntax", node, "This number of " + node.text + " is too large.");
    return std::nullopt;
  }
  return Typed{{1.0, unit->dimension, unit->date}, false};
}

std::optional<Typed> Checker::name(const Expression& node) {
  const std::optional<Unit> unit = lookup_(node.text);
  if (unit) return Typed{{1.0, unit->dimension, unit->date}, false};
  const std::string near = nearest(node.text, known_);
  std::string hint;
  if (!near.empty()) {
    hint = "Did you mean " + near + "?";
  } else if (units_.parse(node.text, path_)) {
    hint = "A unit stands in brackets behind a number: 1 [" + node.text + "].";
  }
  fail("unknown-name", node, "No input and no earlier step is called \"" + node.text + "\".", hint);
  return std::nullopt;
}

std::optional<Typed> Checker::widen(const Expression& node, Expression& out) {
  Expression inner;
  const std::optional<Typed> typed = check(node.args[0], inner);
  const Result<Unit> target = units_.parse(node.text, place(node));
  if (!target) append(errors, target.errors());
  out = std::move(inner);
  if (!typed || !is_number(*typed, node.args[0]) || !target) return std::nullopt;
  const Result<Unit> wide = units_.widen(typed->unit, *target, place(node));
  if (!wide) {
    append(errors, wide.errors());
    return std::nullopt;
  }
  return Typed{*wide, false};
}

std::optional<Typed> Checker::choose(const Expression& node, Expression& out) {
  out.args.resize(3);
  const std::optional<Typed> condition = check(node.args[0], out.args[0]);
  if (condition && !condition->boolean) {
    fail("condition-not-boolean", node.args[0],
         "The condition of if is " + named(condition->unit) + ", not a comparison.",
         "Compare it with something: if(x > y, a, b).");
  }
  const std::optional<Typed> a = check(node.args[1], out.args[1]);
  const std::optional<Typed> b = check(node.args[2], out.args[2]);
  const bool a_is_number = a && is_number(*a, node.args[1]);
  const bool b_is_number = b && is_number(*b, node.args[2]);
  if (!a_is_number || !b_is_number) return std::nullopt;
  if (!all_same(node, {Unit{}, a->unit, b->unit}, 1) || !condition || !condition->boolean) return std::nullopt;
  return a;
}

std::optional<Typed> Checker::numeric(const Expression& node, const Units& args) {
  const auto quantity = [](std::optional<Unit> unit) -> std::optional<Typed> {
    if (!unit) return std::nullopt;
    return Typed{std::move(*unit), false};
  };
  const bool keeps_dates = is_comparison(node.op) || node.op == Op::add || node.op == Op::subtract ||
                           node.op == Op::min || node.op == Op::max;
  const auto date = std::find_if(args.begin(), args.end(), [](const Unit& unit) { return unit.date; });
  if (date != args.end() && !keeps_dates) {
    fail("date-arithmetic", node.args[static_cast<std::size_t>(date - args.begin())],
         std::string(name_of(node.op)) + " does not take a date.",
         "Dates are compared, subtracted from one another, or moved by a duration.");
    return std::nullopt;
  }
  switch (node.op) {
    case Op::negate:
    case Op::abs:
      return quantity(args[0]);
    case Op::add:
    case Op::subtract:
      return quantity(sum(node, args));
    case Op::multiply:
    case Op::divide:
      for (const Expression& factor : node.args) warn_of_bare_factor(factor, path_, warnings);
      return quantity(in_range(node.op == Op::multiply ? multiply(args[0], args[1]) : divide(args[0], args[1]), node));
    case Op::power:
      return quantity(power_of(node, args));
    case Op::sqrt:
      return quantity(in_range(power(args[0], {1, 2}), node));
    case Op::ceil:
    case Op::floor:
      return quantity(stepped(node, args));
    case Op::min:
    case Op::max:
      if (!all_same(node, args, 0)) return std::nullopt;
      return quantity(args[0]);
    case Op::exp:
    case Op::log:
    case Op::log2:
    case Op::log10:
      if (!is_dimensionless(args[0], node.args[0], "The argument of " + std::string(name_of(node.op))))
        return std::nullopt;
      return Typed{};
    default:
      if (!all_same(node, args, 0)) return std::nullopt;
      return Typed{{}, true};
  }
}

std::optional<Unit> Checker::sum(const Expression& node, const Units& args) {
  if (args[0].date || args[1].date) return date_sum(node, args);
  if (!all_same(node, args, 0)) return std::nullopt;
  return args[0];
}

std::optional<Unit> Checker::date_sum(const Expression& node, const Units& args) {
  const Unit& a = args[0];
  const Unit& b = args[1];
  const bool same_base = a.dimension == b.dimension;
  if (node.op == Op::subtract && a.date && b.date) return Unit{1.0, a.dimension, false};
  if (node.op == Op::subtract && a.date && same_base) return a;
  if (node.op == Op::add && a.date != b.date && same_base) return a.date ? a : b;
  fail("date-arithmetic", node.args[1], named(a) + (node.op == Op::add ? " + " : " - ") + named(b) + " has no meaning.",
       "date - date is a duration; date + duration and date - duration are dates; a duration has a unit such as "
       "[year].");
  return std::nullopt;
}

std::optional<Unit> Checker::power_of(const Expression& node, const Units& args) {
  if (!is_dimensionless(args[1], node.args[1], "An exponent")) return std::nullopt;
  if (args[0].dimension.empty()) return args[0];
  const std::optional<Rational> exponent = constant_exponent(node.args[1]);
  if (!exponent) {
    fail("exponent-not-constant", node.args[1],
         "The base is " + named(args[0]) + ", so its exponent must be a constant fraction such as 2, -1, 0.5 or (1/3).",
         "For a varying exponent make the base dimensionless: divide it by a reference quantity.");
    return std::nullopt;
  }
  return in_range(power(args[0], *exponent), node);
}

std::optional<Unit> Checker::stepped(const Expression& node, const Units& args) {
  const std::string function(name_of(node.op));
  if (args.size() < 2) {
    fail("step-missing", node, function + " needs the step to round to.",
         "Write " + function + "(x, 1 [" + (args[0].dimension.empty() ? "1" : units_.name(args[0].dimension)) + "]).");
    return std::nullopt;
  }
  if (!all_same(node, args, 0)) return std::nullopt;
  if (node.args[1].op == Op::constant && node.args[1].value <= 0) {
    fail("step-missing", node.args[1], "The step of " + function + " must be above zero.");
    return std::nullopt;
  }
  return args[0];
}

}  // namespace footing::internal
