#include <cmath>

#include "beta_terms.hpp"
#include "footing/base/math.hpp"
#include "kernels.hpp"
#include "stirling.hpp"

namespace footing::math {
namespace detail {
namespace {

/// The continued fraction for x <= (a + 1) / (a + b + 2), evaluated by the modified Lentz method; it converges
/// in O(sqrt(max(a, b))) steps there.
double continued_fraction(double a, double b, double x) {
  constexpr double kTiny = 1e-300;
  constexpr int kMostSteps = 20000;
  auto away_from_zero = [](double v) { return std::fabs(v) < kTiny ? kTiny : v; };
  double c = 1.0;
  double d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
  double h = d;
  for (int m = 1; m <= kMostSteps; ++m) {
    const double even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
    d = 1.0 / away_from_zero(1.0 + even * d);
    c = away_from_zero(1.0 + even / c);
    h *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
    d = 1.0 / away_from_zero(1.0 + odd * d);
    c = away_from_zero(1.0 + odd / c);
    const double change = d * c;
    h *= change;
    if (std::fabs(change - 1.0) < 0x1p-52) break;
  }
  return h;
}

/// log B(a, b) for b >= 10: the large parts of the two log_gammas cancel on paper, not in floating point.
double log_beta_one_large(double a, double b) {
  const double sum = a + b;
  return log_gamma(a) + ((b - 0.5) * kernel::log(b / sum) - a * kernel::log(sum) + a +
                         (stirling_remainder(b) - stirling_remainder(sum)));
}

}  // namespace

double log_beta(double a, double b) {
  if (b >= 10.0 && b >= a) return log_beta_one_large(a, b);
  if (a >= 10.0) return log_beta_one_large(b, a);
  return log_gamma(a) + log_gamma(b) - log_gamma(a + b);
}

double beta_power(double a, double b, double x, double y) {
  if (a >= 10.0 && b >= 10.0) {
    // Relative to the mean both logarithms are small where the density is not (Loader 2000).
    constexpr double kTwoPi = 0x1.921fb54442d18p+2;
    const double sum = a + b;
    const double exponent = a * kernel::log(x * (sum / a)) + b * kernel::log(y * (sum / b));
    const double remainder = stirling_remainder(sum) - stirling_remainder(a) - stirling_remainder(b);
    return std::sqrt(a * (b / sum) / kTwoPi) * kernel::exp(exponent + remainder);
  }
  return kernel::exp(a * kernel::log(x) + b * kernel::log(y) - log_beta(a, b));
}

double incomplete_beta_given_power(double a, double b, double x, double y, double power) {
  if (x <= (a + 1.0) / (a + b + 2.0)) return power * continued_fraction(a, b, x) / a;
  return 1.0 - power * continued_fraction(b, a, y) / b;
}

}  // namespace detail

double incomplete_beta(double a, double b, double x) {
  if (!(a > 0.0 && b > 0.0 && a < kernel::kInfinity && b < kernel::kInfinity && x >= 0.0 && x <= 1.0)) {
    return kernel::kNaN;
  }
  if (x == 0.0 || x == 1.0) return x;
  const double y = 1.0 - x;
  if (y == 1.0) {  // x below the resolution of y: the leading term of the series, which loses nothing
    return kernel::exp(a * kernel::log(x) - detail::log_beta(a, b)) / a;
  }
  return detail::incomplete_beta_given_power(a, b, x, y, detail::beta_power(a, b, x, y));
}

}  // namespace footing::math
