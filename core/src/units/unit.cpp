#include "footing/units/unit.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <tuple>

#include "footing/base/math.hpp"
#include "footing/units/rational.hpp"

namespace footing {
namespace {

int clamp_to_int(std::int64_t value) {
  constexpr std::int64_t kMax = std::numeric_limits<int>::max();
  return static_cast<int>(std::clamp(value, -kMax, kMax));
}

Rational reduced(std::int64_t num, std::int64_t den) {
  if (den < 0) {
    num = -num;
    den = -den;
  }
  const std::int64_t divisor = std::gcd(num, den);
  if (divisor > 1) {
    num /= divisor;
    den /= divisor;
  }
  return {clamp_to_int(num), std::max(1, clamp_to_int(den))};
}

Rational sum(Rational a, Rational b) {
  return reduced(std::int64_t{a.num} * b.den + std::int64_t{b.num} * a.den, std::int64_t{a.den} * b.den);
}

Rational product(Rational a, Rational b) { return reduced(std::int64_t{a.num} * b.num, std::int64_t{a.den} * b.den); }

bool before(const DimensionFactor& a, const DimensionFactor& b) {
  return std::tie(a.base, a.kind) < std::tie(b.base, b.kind);
}

/// Merges two sorted lists; factors of one base meet only where their kinds are equal, so kinds never cancel.
Dimension merged(const Dimension& a, const Dimension& b, int sign) {
  Dimension out;
  out.reserve(a.size() + b.size());
  auto left = a.begin();
  auto right = b.begin();
  const Rational signed_one{sign, 1};
  while (left != a.end() || right != b.end()) {
    if (right == b.end() || (left != a.end() && before(*left, *right))) {
      out.push_back(*left++);
    } else if (left == a.end() || before(*right, *left)) {
      out.push_back({right->base, right->kind, product(right->exponent, signed_one)});
      ++right;
    } else {
      const Rational exponent = sum(left->exponent, product(right->exponent, signed_one));
      if (exponent.num != 0) out.push_back({left->base, left->kind, exponent});
      ++left;
      ++right;
    }
  }
  return out;
}

/// base^count by repeated squaring: exact wherever the result is representable and its parts are.
double whole_power(double base, int count) {
  double result = 1.0;
  for (unsigned rest = static_cast<unsigned>(count); rest != 0; rest >>= 1U) {
    if ((rest & 1U) != 0) result *= base;
    base *= base;
  }
  return result;
}

}  // namespace

bool same_kind(const Unit& a, const Unit& b) { return a.date == b.date && a.dimension == b.dimension; }

Unit multiply(const Unit& a, const Unit& b) {
  return {a.factor * b.factor, merged(a.dimension, b.dimension, 1), false};
}

Unit divide(const Unit& a, const Unit& b) { return {a.factor / b.factor, merged(a.dimension, b.dimension, -1), false}; }

Unit power(const Unit& a, Rational exponent) {
  Unit out;
  if (exponent.num == 0) return out;
  double factor = whole_power(a.factor, std::min(std::abs(exponent.num), kLargestExponent));
  if (exponent.den == 2) {
    factor = math::sqrt(factor);
  } else if (exponent.den != 1) {
    factor = math::pow(factor, 1.0 / exponent.den);
  }
  out.factor = exponent.num < 0 ? 1.0 / factor : factor;
  out.dimension = a.dimension;
  for (DimensionFactor& part : out.dimension) part.exponent = product(part.exponent, exponent);
  return out;
}

std::optional<Rational> make_rational(std::int64_t num, std::int64_t den) {
  if (den == 0) return std::nullopt;
  const Rational out = reduced(num, den);
  if (std::abs(out.num) > kLargestExponent || out.den > kLargestExponent) return std::nullopt;
  return out;
}

std::optional<Rational> rational_from(double value) {
  if (!(std::fabs(value) <= kLargestExponent)) return std::nullopt;
  for (int den = 1; den <= 100; ++den) {
    const double num = std::floor(value * den + 0.5);
    // Division rounds correctly, so the fraction a decimal stands for is the one that divides back to it.
    if (num / den == value) return make_rational(static_cast<std::int64_t>(num), den);
  }
  return std::nullopt;
}

bool exponents_in_range(const Unit& unit) {
  if (!std::isfinite(unit.factor) || unit.factor <= 0) return false;
  return std::all_of(unit.dimension.begin(), unit.dimension.end(), [](const DimensionFactor& part) {
    return std::abs(part.exponent.num) <= kLargestExponent && part.exponent.den <= kLargestExponent;
  });
}

}  // namespace footing
