#include "footing/base/math.hpp"

#include <cmath>

#include "double_double.hpp"
#include "kernels.hpp"

namespace footing::math {
namespace {

using detail::DoubleDouble;
using kernel::kInfinity;
using kernel::kNaN;

/// log of a mantissa in [sqrt(1/2), sqrt(2)) with about 2^-68 relative error: with s = (m - 1) / (m + 1),
/// log m = s (2 + z (2/3 + z (2/5 + z T(z)))), z = s^2; all but T in double-double.
DoubleDouble log_mantissa(double m) {
  const double f = m - 1.0;  // exact
  const double g = m + 1.0;
  const double g_low = m - (g - 1.0);
  const double quotient = f / g;
  const DoubleDouble back = detail::two_product(quotient, g);
  const DoubleDouble s = detail::quick_two_sum(quotient, (((f - back.high) - back.low) - quotient * g_low) / g);
  const DoubleDouble z = detail::multiply(s, s);
  double t = 0x1.d9c2145534d37p-4;  // 2/7 + 2/9 z + ... up to z = 0.02944
  t = t * z.high + 0x1.e0201b77e1af2p-4;
  t = t * z.high + 0x1.11159f098bfbcp-3;
  t = t * z.high + 0x1.3b13a5283a631p-3;
  t = t * z.high + 0x1.745d175506d0fp-3;
  t = t * z.high + 0x1.c71c71c715454p-3;
  t = t * z.high + 0x1.2492492492497p-2;
  const DoubleDouble two_fifths = {0x1.999999999999ap-2, -0x1.999999999999ap-56};
  const DoubleDouble two_thirds = {0x1.5555555555555p-1, 0x1.5555555555555p-55};
  DoubleDouble series = detail::add(two_fifths, {z.high * t, 0.0});
  series = detail::add(two_thirds, detail::multiply(z, series));
  series = detail::add({2.0, 0.0}, detail::multiply(z, series));
  return detail::multiply(s, series);
}

/// log of a positive finite x in double-double.
DoubleDouble log_extended(double x) {
  const kernel::Split<double> parts = kernel::split(x);
  const DoubleDouble mantissa = log_mantissa(parts.mantissa);
  const DoubleDouble sum = detail::two_sum(parts.exponent * kernel::kLn2High, mantissa.high);
  return detail::quick_two_sum(sum.high, sum.low + (mantissa.low + parts.exponent * kernel::kLn2Low));
}

bool is_positive_finite(double x) { return x > 0.0 && x < kInfinity; }

/// The value a logarithm takes where x is not positive and finite.
double log_edge(double x) { return x == 0.0 ? -kInfinity : x > 0.0 ? kInfinity : kNaN; }

bool is_integer(double y) { return std::floor(y) == y; }

bool is_odd(double y) { return std::fabs(y) < 0x1p53 && is_integer(y) && !is_integer(y * 0.5); }

/// x^y for positive finite x and finite y.
double positive_power(double x, double y) {
  // With |log x| >= 2^-53 a larger exponent overflows or vanishes just the same, and x = 1 gives 1.
  const double capped = y > 0x1p70 ? 0x1p70 : y < -0x1p70 ? -0x1p70 : y;
  const DoubleDouble logarithm = log_extended(x);
  const DoubleDouble product = detail::two_product(capped, logarithm.high);
  const double tail = product.low + capped * logarithm.low;
  return kernel::exp_two_part(product.high, std::fabs(product.high) > 800.0 ? 0.0 : tail);
}

}  // namespace

double exp(double x) { return kernel::exp(x); }

double log(double x) { return kernel::log(x); }

double log2(double x) {
  if (!is_positive_finite(x)) return log_edge(x);
  const kernel::Split<double> parts = kernel::split(x);
  const DoubleDouble inverse_ln2 = {0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56};
  const DoubleDouble fraction = detail::multiply(log_mantissa(parts.mantissa), inverse_ln2);
  const DoubleDouble sum = detail::two_sum(parts.exponent, fraction.high);
  return sum.high + (sum.low + fraction.low);
}

double log10(double x) {
  if (!is_positive_finite(x)) return log_edge(x);
  const DoubleDouble inverse_ln10 = {0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57};
  return detail::multiply(log_extended(x), inverse_ln10).high;
}

double pow(double x, double y) {
  if (y == 0.0 || x == 1.0) return 1.0;
  if (x != x || y != y) return kNaN;
  const double magnitude = std::fabs(x);
  if (std::fabs(y) == kInfinity) {
    if (magnitude == 1.0) return 1.0;
    return (magnitude > 1.0) == (y > 0.0) ? kInfinity : 0.0;
  }
  if (x < 0.0 && magnitude != kInfinity && !is_integer(y)) return kNaN;
  const bool negative = std::signbit(x) && is_odd(y);
  double result;
  if (magnitude == 0.0) {
    result = y > 0.0 ? 0.0 : kInfinity;
  } else if (magnitude == kInfinity) {
    result = y > 0.0 ? kInfinity : 0.0;
  } else {
    result = positive_power(magnitude, y);
  }
  return negative ? -result : result;
}

double sqrt(double x) { return std::sqrt(x); }

}  // namespace footing::math
