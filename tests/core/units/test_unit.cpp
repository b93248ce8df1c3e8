#include "footing/units/rational.hpp"
#include "footing/units/unit.hpp"
#include "support/catch.hpp"

using namespace footing;

namespace {
Unit base(const std::string& id, const std::string& kind = "", Rational exponent = {1, 1}, double factor = 1.0) {
  return {factor, {{id, kind, exponent}}, false};
}
}  // namespace

TEST_CASE("factors of one base and kind add their exponents and vanish at zero") {
  CHECK(divide(base("energy"), base("energy")).dimension.empty());
  CHECK(multiply(base("energy"), base("energy")).dimension == Dimension{{"energy", "", {2, 1}}});
}

TEST_CASE("factors of one base with different kinds never cancel") {
  const Unit pue = divide(base("energy", "facility"), base("energy", "it"));
  CHECK(pue.dimension == Dimension{{"energy", "facility", {1, 1}}, {"energy", "it", {-1, 1}}});
  const Unit plain = divide(base("energy"), base("energy", "it"));
  CHECK(plain.dimension == Dimension{{"energy", "", {1, 1}}, {"energy", "it", {-1, 1}}});
}

TEST_CASE("the order in which units are multiplied does not show in the dimension") {
  const Unit a = base("energy", "it"), b = base("time"), c = base("energy", "", {-1, 2});
  CHECK(multiply(multiply(a, b), c).dimension == multiply(c, multiply(b, a)).dimension);
  CHECK(divide(a, divide(b, c)).dimension == multiply(divide(a, b), c).dimension);
}

TEST_CASE("powers scale exponents and factors") {
  const Unit km = base("length", "", {1, 1}, 1000.0);
  CHECK(power(km, {2, 1}).factor == 1e6);
  CHECK(power(km, {-1, 1}).factor == 1e-3);
  CHECK(power(power(km, {2, 1}), {1, 2}).factor == 1000.0);
  CHECK(power(km, {1, 2}).dimension == Dimension{{"length", "", {1, 2}}});
  CHECK(power(km, {2, 3}).factor == Approx(100.0).epsilon(1e-14));
  CHECK(power(km, {0, 1}).dimension.empty());
  CHECK(power(km, {0, 1}).factor == 1.0);
}

TEST_CASE("a kind of thing is its dimension and whether it is a date, whatever its size") {
  Unit date = base("time");
  date.date = true;
  CHECK(same_kind(base("time"), base("time", "", {1, 1}, 60.0)));
  CHECK_FALSE(same_kind(base("time"), date));
  CHECK_FALSE(same_kind(base("energy"), base("energy", "it")));
}

TEST_CASE("fractions are in lowest terms with a positive denominator, within limits") {
  CHECK(*make_rational(6, -4) == Rational{-3, 2});
  CHECK(*make_rational(0, -7) == Rational{0, 1});
  CHECK_FALSE(make_rational(1, 0));
  CHECK(make_rational(kLargestExponent, 1));
  CHECK_FALSE(make_rational(kLargestExponent + 1, 1));
  CHECK_FALSE(make_rational(1, kLargestExponent + 1));
}

TEST_CASE("a decimal is read as the fraction it stands for") {
  CHECK(*rational_from(0.5) == Rational{1, 2});
  CHECK(*rational_from(-1.25) == Rational{-5, 4});
  CHECK(*rational_from(0.1) == Rational{1, 10});
  CHECK(*rational_from(1.0 / 3.0) == Rational{1, 3});
  CHECK_FALSE(rational_from(0.3333));
  CHECK_FALSE(rational_from(3.141592653589793));
  CHECK_FALSE(rational_from(1e300));
}

TEST_CASE("exponents far outside stay defined and are reported as out of range") {
  Unit x = base("length", "", {kLargestExponent, 1});
  CHECK(exponents_in_range(x));
  for (int i = 0; i < 40; ++i) x = multiply(x, x);
  CHECK_FALSE(exponents_in_range(x));
  CHECK_FALSE(exponents_in_range(base("length", "", {1, 1}, 1e308 * 10)));
  CHECK_FALSE(exponents_in_range(base("length", "", {1, 1}, 0.0)));
}
