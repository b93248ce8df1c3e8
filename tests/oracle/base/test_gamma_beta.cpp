#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>

#include "footing/base/math.hpp"
#include "support/catch.hpp"
#include "ulp.hpp"

using footing::oracle::Arguments;
using footing::oracle::Big;
using footing::oracle::relative_error;

TEST_CASE("log_gamma is relatively accurate to 2e-15, also beside its zeros at 1 and 2") {
  Arguments arguments(0x5eed);
  double most = 0.0;
  for (int i = 0; i < 30000; ++i) {
    const double near = std::pow(10.0, arguments.between(-12.0, -1.0));
    const double x = i % 4 == 0   ? std::pow(10.0, arguments.between(-300.0, 300.0))
                     : i % 4 == 1 ? arguments.between(0.0, 12.0)
                     : i % 4 == 2 ? 1.0 + near
                                  : 2.0 - near;
    Big exact(x);
    mpfr_lngamma(exact.get(), exact.get(), MPFR_RNDN);
    if (mpfr_cmp_d(exact.get(), 1e308) > 0) continue;
    most = std::max(most, relative_error(footing::math::log_gamma(x), exact));
  }
  CHECK(most < 2e-15);
}

TEST_CASE("incomplete_beta agrees with Boost.Math to 1e-12 relative for parameters up to 1,000") {
  Arguments arguments(0x5eed);
  double most = 0.0;
  for (int i = 0; i < 20000; ++i) {
    const double a = std::pow(10.0, arguments.between(-1.0, 3.0));
    const double b = std::pow(10.0, arguments.between(-1.0, 3.0));
    const double x = i % 2 == 0 ? arguments.uniform() : std::pow(10.0, arguments.between(-12.0, 0.0));
    const double exact = boost::math::ibeta(a, b, x);
    if (exact < 1e-290) continue;
    most = std::max(most, std::fabs(footing::math::incomplete_beta(a, b, x) / exact - 1.0));
  }
  CHECK(most < 1e-12);
}

TEST_CASE("incomplete_beta agrees with Boost.Math to 1e-9 for parameters up to 100,000") {
  Arguments arguments(0x5eed);
  double most = 0.0;
  for (int i = 0; i < 4000; ++i) {
    const double a = std::pow(10.0, arguments.between(3.0, 5.0));
    const double b = std::pow(10.0, arguments.between(-1.0, 5.0));
    const double spread = std::sqrt(a * b / (a + b + 1.0)) / (a + b);
    const double x = a / (a + b) + arguments.between(-6.0, 6.0) * spread;
    if (x <= 0.0 || x >= 1.0) continue;
    most = std::max(most, std::fabs(footing::math::incomplete_beta(a, b, x) - boost::math::ibeta(a, b, x)));
  }
  CHECK(most < 1e-9);
}
