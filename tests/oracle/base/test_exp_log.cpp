#include <algorithm>
#include <cmath>

#include "footing/base/math.hpp"
#include "support/catch.hpp"
#include "ulp.hpp"

using footing::oracle::Arguments;
using footing::oracle::Big;
using footing::oracle::ulps;

namespace {

using Function = double (*)(double);
using Exact = int (*)(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t);

double error_at(Function function, Exact exact, double x) {
  Big y(x);
  exact(y.get(), y.get(), MPFR_RNDN);
  return ulps(function(x), y);
}

/// The largest error over `count` arguments uniform in [low, high].
double worst(Function function, Exact exact, double low, double high, int count) {
  Arguments arguments(0x5eed);
  double most = 0.0;
  for (int i = 0; i < count; ++i) most = std::max(most, error_at(function, exact, arguments.between(low, high)));
  return most;
}

/// The largest error over `count` positive arguments whose logarithm is uniform, from the smallest subnormal on.
double worst_over_magnitudes(Function function, Exact exact, int count) {
  Arguments arguments(0x5eed);
  double most = 0.0;
  for (int i = 0; i < count; ++i) {
    const double x = std::ldexp(1.0 + arguments.uniform(), static_cast<int>(arguments.between(-1074, 1024)));
    most = std::max(most, error_at(function, exact, x));
  }
  return most;
}

double power_error(double x, double y) {
  Big base(x);
  Big exponent(y);
  mpfr_pow(base.get(), base.get(), exponent.get(), MPFR_RNDN);
  return ulps(footing::math::pow(x, y), base);
}

}  // namespace

TEST_CASE("exp is within 0.9 ulp of MPFR over its whole range") {
  CHECK(worst(footing::math::exp, mpfr_exp, -708.0, 709.78, 40000) < 0.9);
  CHECK(worst(footing::math::exp, mpfr_exp, -1.0, 1.0, 40000) < 0.9);
  CHECK(worst(footing::math::exp, mpfr_exp, -1e-6, 1e-6, 10000) < 0.9);
  CHECK(worst(footing::math::exp, mpfr_exp, -745.0, -708.0, 10000) < 0.9);
}

TEST_CASE("log is within 0.9 ulp of MPFR over its whole range") {
  CHECK(worst_over_magnitudes(footing::math::log, mpfr_log, 40000) < 0.9);
  CHECK(worst(footing::math::log, mpfr_log, 0.5, 2.0, 40000) < 0.9);
  CHECK(worst(footing::math::log, mpfr_log, 1.0 - 1e-6, 1.0 + 1e-6, 10000) < 0.9);
}

TEST_CASE("log2 and log10 are within 0.51 ulp of MPFR") {
  CHECK(worst_over_magnitudes(footing::math::log2, mpfr_log2, 20000) < 0.51);
  CHECK(worst(footing::math::log2, mpfr_log2, 0.5, 2.0, 20000) < 0.51);
  CHECK(worst_over_magnitudes(footing::math::log10, mpfr_log10, 20000) < 0.51);
  CHECK(worst(footing::math::log10, mpfr_log10, 0.5, 2.0, 20000) < 0.51);
}

TEST_CASE("pow is within 0.9 ulp of MPFR, also for results near overflow and below the normal range") {
  Arguments arguments(0x5eed);
  double most = 0.0;
  for (int i = 0; i < 40000; ++i) {
    // Base of any magnitude, exponent so that the result has any magnitude.
    const double x = std::ldexp(1.0 + arguments.uniform(), static_cast<int>(arguments.between(-1070, 1023)));
    const double y = arguments.between(-744.0, 709.0) / std::log(x);
    if (std::isfinite(y)) most = std::max(most, power_error(x, y));
  }
  CHECK(most < 0.9);
  most = 0.0;
  for (int i = 0; i < 20000; ++i) {
    const double x = arguments.between(0.5, 2.0);
    most = std::max(most, power_error(x, arguments.between(-700.0, 700.0)));
  }
  CHECK(most < 0.9);
  most = 0.0;
  for (int i = 0; i < 10000; ++i) {
    const double x = 1.0 + arguments.between(-1e-9, 1e-9);
    most = std::max(most, power_error(x, arguments.between(-5e11, 5e11)));
  }
  CHECK(most < 0.9);
}
