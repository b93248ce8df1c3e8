#include "footing/base/math.hpp"

#include <cmath>
#include <limits>

#include "support/catch.hpp"

namespace math = footing::math;

namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
const double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kLeast = std::numeric_limits<double>::denorm_min();
constexpr double kMost = std::numeric_limits<double>::max();

/// |a / b - 1| <= bound.
bool close(double a, double b, double bound) { return std::fabs(a - b) <= bound * std::fabs(b); }

}  // namespace

TEST_CASE("exp is exact at 0 and right at its edges") {
  CHECK(math::exp(0.0) == 1.0);
  CHECK(math::exp(-0.0) == 1.0);
  CHECK(math::exp(1.0) == 2.718281828459045);
  CHECK(math::exp(kInf) == kInf);
  CHECK(math::exp(-kInf) == 0.0);
  CHECK(std::isnan(math::exp(kNan)));
  CHECK(math::exp(709.782712893384) < kInf);
  CHECK(math::exp(709.782712893385) == kInf);
  CHECK(math::exp(1e300) == kInf);
  CHECK(math::exp(-745.0) == kLeast);
  CHECK(math::exp(-745.2) == 0.0);
  CHECK(math::exp(-1e300) == 0.0);
}

TEST_CASE("log is exact at 1 and right at its edges") {
  CHECK(math::log(1.0) == 0.0);
  CHECK(math::log(2.0) == 0.6931471805599453);
  CHECK(math::log(0.0) == -kInf);
  CHECK(math::log(-0.0) == -kInf);
  CHECK(math::log(kInf) == kInf);
  CHECK(std::isnan(math::log(-1.0)));
  CHECK(std::isnan(math::log(-kInf)));
  CHECK(std::isnan(math::log(kNan)));
  CHECK(math::log(kLeast) == -744.4400719213812);
  CHECK(math::log(kMost) == 709.782712893384);
}

TEST_CASE("log2 of every power of two and log10 of every exact power of ten is exact") {
  for (int e = -1074; e <= 1023; ++e) REQUIRE(math::log2(std::ldexp(1.0, e)) == e);
  double ten = 1.0;
  for (int e = 0; e <= 22; ++e, ten *= 10.0) REQUIRE(math::log10(ten) == e);
  CHECK(math::log2(0.0) == -kInf);
  CHECK(math::log10(kInf) == kInf);
  CHECK(std::isnan(math::log2(-1.0)));
  CHECK(std::isnan(math::log10(kNan)));
}

TEST_CASE("pow is exact for small integer powers") {
  for (int base = -9; base <= 9; ++base) {
    double product = 1.0;
    for (int power = 0; power <= 16; ++power, product *= base) REQUIRE(math::pow(base, power) == product);
  }
  for (int e = -1074; e <= 1023; ++e) REQUIRE(math::pow(2.0, e) == std::ldexp(1.0, e));
  CHECK(math::pow(2.25, 0.5) == 1.5);
  CHECK(math::pow(1e-3, 2.0) == 1e-6);
}

TEST_CASE("pow follows the C standard's table of special cases") {
  CHECK(math::pow(kNan, 0.0) == 1.0);
  CHECK(math::pow(1.0, kNan) == 1.0);
  CHECK(std::isnan(math::pow(kNan, 1.0)));
  CHECK(std::isnan(math::pow(2.0, kNan)));
  CHECK(std::isnan(math::pow(-8.0, 1.0 / 3.0)));
  CHECK(math::pow(-2.0, 3.0) == -8.0);
  CHECK(math::pow(-2.0, -2.0) == 0.25);
  CHECK(math::pow(-2.0, 0x1p60) == kInf);
  CHECK(math::pow(0.0, 2.5) == 0.0);
  CHECK(math::pow(0.0, -1.0) == kInf);
  CHECK(math::pow(-0.0, -1.0) == -kInf);
  CHECK(std::signbit(math::pow(-0.0, 3.0)));
  CHECK(math::pow(kInf, -1.0) == 0.0);
  CHECK(math::pow(-kInf, 3.0) == -kInf);
  CHECK(math::pow(0.5, kInf) == 0.0);
  CHECK(math::pow(2.0, kInf) == kInf);
  CHECK(math::pow(2.0, -kInf) == 0.0);
  CHECK(math::pow(-1.0, kInf) == 1.0);
  CHECK(math::pow(1.0 + 0x1p-52, 1e300) == kInf);
  CHECK(math::pow(1.0 - 0x1p-53, 1e300) == 0.0);
  CHECK(math::pow(kLeast, -1.0) == kInf);
  CHECK(math::pow(2.0, 1024.0) == kInf);
  CHECK(math::pow(2.0, -1076.0) == 0.0);
}

TEST_CASE("normal_cdf gives the tabulated values and keeps its lower tail") {
  CHECK(math::normal_cdf(0.0) == 0.5);
  CHECK(close(math::normal_cdf(1.0), 0.84134474606854294859, 1e-15));
  CHECK(close(math::normal_cdf(-1.0), 0.15865525393145705141, 2e-15));
  CHECK(close(math::normal_cdf(-5.0), 2.8665157187919391167e-7, 2e-15));
  CHECK(close(math::normal_cdf(-10.0), 7.6198530241605260660e-24, 2e-15));
  CHECK(close(math::normal_cdf(-30.0), 4.9067139271481871e-198, 2e-15));
  CHECK(math::normal_cdf(-kInf) == 0.0);
  CHECK(math::normal_cdf(kInf) == 1.0);
  CHECK(std::isnan(math::normal_cdf(kNan)));
}

TEST_CASE("normal_cdf never descends") {
  double before = 0.0;
  for (double z = -38.5; z < 9.0; z += 0.001) {
    const double p = math::normal_cdf(z);
    REQUIRE(p >= before);
    before = p;
  }
}

TEST_CASE("inverse_normal gives the tabulated quantiles, is odd and inverts normal_cdf") {
  CHECK(math::inverse_normal(0.5) == 0.0);
  CHECK(close(math::inverse_normal(0.95), 1.6448536269514727, 1e-15));
  CHECK(close(math::inverse_normal(0.975), 1.9599639845400545, 2e-15));
  CHECK(close(math::inverse_normal(0x1p-33), -6.3379577545537889, 1e-15));
  CHECK(math::inverse_normal(0.0) == -kInf);
  CHECK(math::inverse_normal(1.0) == kInf);
  CHECK(std::isnan(math::inverse_normal(-0.1)));
  CHECK(std::isnan(math::inverse_normal(1.1)));
  CHECK(std::isnan(math::inverse_normal(kNan)));
  for (double p = 0x1p-1000; p < 0.5; p *= 1.7) {
    REQUIRE(close(math::normal_cdf(math::inverse_normal(p)), p, 5e-12));
    if (p > 1e-3) REQUIRE(close(math::inverse_normal(1.0 - p), -math::inverse_normal(p), 1e-12));
  }
}

TEST_CASE("log_gamma is the logarithm of the factorials and of the root of pi") {
  double factorial = 1.0;
  for (int n = 1; n <= 25; ++n) {
    CHECK(std::fabs(math::log_gamma(n) - std::log(factorial)) <= 2e-15 * std::fabs(std::log(factorial)));
    factorial *= n;
  }
  CHECK(math::log_gamma(1.0) == 0.0);
  CHECK(math::log_gamma(2.0) == 0.0);
  CHECK(close(math::log_gamma(0.5), 0.57236494292470008707, 1e-15));
  CHECK(math::log_gamma(0.0) == kInf);
  CHECK(math::log_gamma(kInf) == kInf);
  CHECK(std::isnan(math::log_gamma(-1.5)));
}

TEST_CASE("incomplete_beta meets its closed forms") {
  for (double x = 0.01; x < 1.0; x += 0.01) {
    CHECK(close(math::incomplete_beta(1.0, 1.0, x), x, 1e-14));
    CHECK(close(math::incomplete_beta(3.0, 1.0, x), x * x * x, 1e-14));
    CHECK(close(math::incomplete_beta(1.0, 4.0, x), 1.0 - std::pow(1.0 - x, 4.0), 1e-13));
    CHECK(close(math::incomplete_beta(2.0, 2.0, x), x * x * (3.0 - 2.0 * x), 1e-13));
    CHECK(close(math::incomplete_beta(0.5, 0.5, x), 2.0 / 3.14159265358979323846 * std::asin(std::sqrt(x)), 1e-13));
    CHECK(std::fabs(math::incomplete_beta(2.5, 7.0, x) + math::incomplete_beta(7.0, 2.5, 1.0 - x) - 1.0) < 1e-14);
  }
  CHECK(math::incomplete_beta(2.0, 3.0, 0.0) == 0.0);
  CHECK(math::incomplete_beta(2.0, 3.0, 1.0) == 1.0);
  CHECK(std::isnan(math::incomplete_beta(0.0, 3.0, 0.5)));
  CHECK(std::isnan(math::incomplete_beta(2.0, 3.0, 1.5)));
  CHECK(std::isnan(math::incomplete_beta(2.0, kNan, 0.5)));
}
