#include <algorithm>
#include <cmath>

#include "footing/base/math.hpp"
#include "support/catch.hpp"
#include "ulp.hpp"

using footing::oracle::Arguments;
using footing::oracle::Big;
using footing::oracle::relative_error;

namespace {

/// out = Phi(z) = erfc(-z / sqrt 2) / 2, z to 200 bits.
void exact_cdf(Big& out, Big& z) {
  Big root(2.0);
  mpfr_sqrt(root.get(), root.get(), MPFR_RNDN);
  mpfr_div(out.get(), z.get(), root.get(), MPFR_RNDN);
  mpfr_neg(out.get(), out.get(), MPFR_RNDN);
  mpfr_erfc(out.get(), out.get(), MPFR_RNDN);
  mpfr_div_2ui(out.get(), out.get(), 1, MPFR_RNDN);
}

/// The relative error of inverse_normal(p): three Newton steps in 200 bits from its answer reach the true z.
double inverse_error(double p) {
  const double answer = footing::math::inverse_normal(p);
  Big z(answer);
  for (int i = 0; i < 3; ++i) {
    Big cdf;
    exact_cdf(cdf, z);
    mpfr_sub_d(cdf.get(), cdf.get(), p, MPFR_RNDN);
    Big density;
    mpfr_sqr(density.get(), z.get(), MPFR_RNDN);
    mpfr_div_2ui(density.get(), density.get(), 1, MPFR_RNDN);
    mpfr_exp(density.get(), density.get(), MPFR_RNDN);  // 1 / density but for the constant
    Big pi;
    mpfr_const_pi(pi.get(), MPFR_RNDN);
    mpfr_mul_2ui(pi.get(), pi.get(), 1, MPFR_RNDN);
    mpfr_sqrt(pi.get(), pi.get(), MPFR_RNDN);
    mpfr_mul(density.get(), density.get(), pi.get(), MPFR_RNDN);
    mpfr_mul(cdf.get(), cdf.get(), density.get(), MPFR_RNDN);
    mpfr_sub(z.get(), z.get(), cdf.get(), MPFR_RNDN);
  }
  return relative_error(answer, z);
}

}  // namespace

TEST_CASE("normal_cdf is relatively accurate to 2e-15 from its last normal number to 1") {
  Arguments arguments(0x5eed);
  double most = 0.0;
  for (int i = 0; i < 8000; ++i) {
    const double z = i % 2 == 0 ? arguments.between(-37.5, 0.0) : arguments.between(-6.0, 9.0);
    Big argument(z);
    Big exact;
    exact_cdf(exact, argument);
    most = std::max(most, relative_error(footing::math::normal_cdf(z), exact));
  }
  CHECK(most < 2e-15);
}

TEST_CASE("inverse_normal is relatively accurate to 2e-15 in the centre and in both tails") {
  Arguments arguments(0x5eed);
  double centre = 0.0;
  double tails = 0.0;
  for (int i = 0; i < 1000; ++i) {
    centre = std::max(centre, inverse_error(arguments.between(0.0, 1.0)));
    tails = std::max(tails, inverse_error(std::pow(10.0, arguments.between(-300.0, -1.0))));
    tails = std::max(tails, inverse_error(1.0 - std::pow(10.0, arguments.between(-15.0, -1.0))));
  }
  CHECK(centre < 2e-15);
  CHECK(tails < 2e-15);
}
