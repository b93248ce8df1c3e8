#pragma once

#include <cmath>
#include <limits>

#include "footing/base/math.hpp"
#include "footing/formula/program.hpp"

namespace footing::internal {

inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// a / step where it is a whole number up to the rounding of a few operations: 3617 servers computed as
/// 3617.0000000000005 are 3617, not 3618. 8 ulp of the quotient count as rounding.
inline double snapped(double quotient) {
  const double whole = std::floor(quotient + 0.5);
  return std::fabs(quotient - whole) <= 0x1p-49 * std::fabs(whole) ? whole : quotient;
}

inline double round_up(double a, double step) { return std::ceil(snapped(a / step)) * step; }
inline double round_down(double a, double step) { return std::floor(snapped(a / step)) * step; }

/// A comparison's answer; NaN where a side is NaN, so that a missing value cannot pick a branch.
inline double answer(bool yes, double a, double b) { return a != a || b != b ? kNaN : (yes ? 1.0 : 0.0); }

/// min and max keep a NaN on either side.
inline double smaller(double a, double b) { return a < b || a != a ? a : b; }
inline double larger(double a, double b) { return a > b || a != a ? a : b; }

/// The one place that says what an instruction computes: used by constant folding, run_scalar and the block
/// evaluator, so the three agree to the last bit. `input` and `constant` have no arguments and give NaN.
inline double apply(Instruction::Code code, double a, double b, double c) {
  using Code = Instruction::Code;
  switch (code) {
    case Code::input:
    case Code::constant:
      return kNaN;
    case Code::negate:
      return -a;
    case Code::add:
      return a + b;
    case Code::subtract:
      return a - b;
    case Code::multiply:
      return a * b;
    case Code::divide:
      return a / b;
    case Code::power:
      return math::pow(a, b);
    case Code::less:
      return answer(a < b, a, b);
    case Code::less_equal:
      return answer(a <= b, a, b);
    case Code::greater:
      return answer(a > b, a, b);
    case Code::greater_equal:
      return answer(a >= b, a, b);
    case Code::equal:
      return answer(a == b, a, b);
    case Code::not_equal:
      return answer(a != b, a, b);
    case Code::choose:
      return a != a ? kNaN : (a != 0.0 ? b : c);
    case Code::min:
      return smaller(a, b);
    case Code::max:
      return larger(a, b);
    case Code::abs:
      return std::fabs(a);
    case Code::ceil:
      return round_up(a, b);
    case Code::floor:
      return round_down(a, b);
    case Code::exp:
      return math::exp(a);
    case Code::log:
      return math::log(a);
    case Code::log2:
      return math::log2(a);
    case Code::log10:
      return math::log10(a);
    case Code::sqrt:
      return math::sqrt(a);
  }
  return kNaN;
}

/// How many of a, b, c an instruction reads as earlier values (an input's `a` is a column, not a value).
constexpr int arity(Instruction::Code code) {
  using Code = Instruction::Code;
  switch (code) {
    case Code::input:
    case Code::constant:
      return 0;
    case Code::negate:
    case Code::abs:
    case Code::exp:
    case Code::log:
    case Code::log2:
    case Code::log10:
    case Code::sqrt:
      return 1;
    case Code::choose:
      return 3;
    default:
      return 2;
  }
}

}  // namespace footing::internal
