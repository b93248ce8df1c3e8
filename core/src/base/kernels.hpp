#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

#include "lanes.hpp"

// The arithmetic behind footing::math, inline and almost free of branches. Templates take one double or eight (Lanes).
// Every function is a fixed sequence of IEEE-754 double additions, multiplications, divisions and square
// roots plus integer operations on the bits, so a scalar call, a lane and WebAssembly agree to the last bit. Polynomial
// coefficients are Chebyshev interpolants of the functions named beside them, computed with 60 digits and rounded to
// double; tests/oracle/base states the error in ulp.
namespace footing::math::kernel {

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();
inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
/// Adding and subtracting this rounds to the nearest integer (ties to even) for |x| < 2^51, and leaves the
/// integer in the low bits of the sum.
inline constexpr double kRounder = 0x1.8p52;
inline constexpr double kLog2E = 0x1.71547652b82fep+0;
/// ln 2 in two parts: the first has 41 significant bits, so its product with an exponent is exact.
inline constexpr double kLn2High = 0x1.62e42fefa3000p-1;
inline constexpr double kLn2Low = 0x1.3de6af278ece6p-42;

inline std::uint64_t bits_of(double x) {
  std::uint64_t bits;
  std::memcpy(&bits, &x, sizeof bits);
  return bits;
}

inline double from_bits(std::uint64_t bits) {
  double x;
  std::memcpy(&x, &bits, sizeof x);
  return x;
}

/// Horner's rule, the coefficient of the highest power first. Coefficients stand in memory, from where one instruction
/// loads them into both lanes of a vector; as constants in the code they take WebAssembly three.
template <class T, std::size_t n>
inline T polynomial(const double (&coefficients)[n], T x) {
  T sum = coefficients[0];
  for (std::size_t i = 1; i < n; ++i) sum = sum * x + coefficients[i];
  return sum;
}

/// Two polynomials of one variable side by side: twice as much that does not wait for what is before it.
template <class T>
struct Fraction {
  T above, below;
};
template <class T, std::size_t n>
inline Fraction<T> fraction(const double (&above)[n], const double (&below)[n], T x) {
  Fraction<T> sums{above[0], below[0]};
  for (std::size_t i = 1; i < n; ++i) {
    sums.above = sums.above * x + above[i];
    sums.below = sums.below * x + below[i];
  }
  return sums;
}

/// 2^n for an integral -1022 <= n <= 1023.
template <class T>
inline T power_of_two(T n) {
  return from_bits((bits_of(n + kRounder) + 1023u) << 52);
}

/// y * 2^n in two halves, so that the result rounds once even where it is subnormal.
template <class T>
inline T scale(T y, T n) {
  const T half = (n * 0.5 + kRounder) - kRounder;
  return y * power_of_two<T>(half) * power_of_two<T>(n - half);
}

/// (e^r - 1 - r) / r^2 for |r| <= 0.3466.
inline constexpr double kExpTail[] = {0x1.1f730349868cep-29,
                                      0x1.af4de97ca4194p-26,
                                      0x1.27e4db646b17ep-22,
                                      0x1.71de0231960ebp-19,
                                      0x1.a01a01a6d889cp-16,
                                      0x1.a01a01abe7fe1p-13,
                                      0x1.6c16c16c162d4p-10,
                                      0x1.11111111100dcp-7,
                                      0x1.5555555555556p-5,
                                      0x1.5555555555557p-3,
                                      0.5};
template <class T>
inline T exp_tail_polynomial(T r) {
  return polynomial(kExpTail, r);
}

/// exp(x + tail) for a tail far smaller than x's last digits matter; the two-part argument keeps pow exact.
/// Argument reduction after Cody & Waite (1980): x = n ln 2 + r.
template <class T>
inline T exp_two_part(T x, T tail) {
  // Beyond these the result is 0 or infinity anyway; a NaN passes both comparisons.
  const T c = at_most(at_least(x, T(-760.0)), T(720.0));
  const T n = (c * kLog2E + kRounder) - kRounder;
  const T high = c - n * kLn2High;
  const T low = n * kLn2Low - tail;
  const T r = high - low;
  const T rest = (high - r) - low;
  const T y = 1.0 + (r + (r * (rest + r * exp_tail_polynomial(r)) + rest));
  return scale(y, n);
}

template <class T>
inline T exp(T x) {
  return exp_two_part<T>(x, 0.0);
}

/// The same for |x| <= 690, where 2^n and the result are far from the ends of a double: nothing to cut, and 2^n is
/// multiplied with by adding n to the exponent.
template <class T>
inline T exp_moderate(const T& x) {
  const T shifted = x * kLog2E + kRounder;
  const T n = shifted - kRounder;
  const T high = x - n * kLn2High;
  const T low = n * kLn2Low;
  const T r = high - low;
  const T rest = (high - r) - low;
  const T y = 1.0 + (r + (r * (rest + r * exp_tail_polynomial(r)) + rest));
  return from_bits(bits_of(y) + (bits_of(shifted) << 52));
}

/// A positive x as 2^exponent * mantissa with mantissa in [sqrt(1/2), sqrt(2)).
template <class T>
struct Split {
  T exponent;
  T mantissa;
};

template <class T>
inline Split<T> split_normal(T x) {
  constexpr std::uint64_t kOne = 0x3ff0000000000000u;
  constexpr std::uint64_t kSqrtHalf = 0x3fe6a09e667f3bcdu;
  const auto biased = bits_of(x) + (kOne - kSqrtHalf);
  const T exponent = from_bits((biased >> 52) | 0x4330000000000000u) - (0x1p52 + 1023.0);
  return {exponent, from_bits((biased & 0x000fffffffffffffu) + kSqrtHalf)};
}

/// The same where x may be subnormal.
template <class T>
inline Split<T> split(T x) {
  const auto subnormal = x < 0x1p-1022;
  const Split<T> normal = split_normal(select(subnormal, x * 0x1p54, x));
  return {select(subnormal, normal.exponent - 54.0, normal.exponent), normal.mantissa};
}

/// (log((1 + s) / (1 - s)) - 2 s) / s^3 in s^2.
inline constexpr double kLogTail[] = {0x1.2b5900de53b32p-3, 0x1.39fe51a7c18f9p-3, 0x1.7462b51cb66b1p-3,
                                      0x1.c71c62e3f11e6p-3, 0x1.2492492df281ap-2, 0x1.99999999952d7p-2,
                                      0x1.5555555555558p-1};

/// What a logarithm lacks of k kLn2High: with s = f / (2 + f), f = mantissa - 1, log(1 + f) = f - f^2/2 + s (f^2/2 +
/// R), the arrangement of Tang (1990), which loses nothing near 1.
template <class T>
inline T log_lack(const Split<T>& parts) {
  const T f = parts.mantissa - 1.0;
  const T half_square = 0.5 * f * f;
  const T s = f / (2.0 + f);
  const T z = s * s;
  const T r = z * polynomial(kLogTail, z);
  return (half_square - (s * (half_square + r) + parts.exponent * kLn2Low)) - f;
}

/// Natural logarithm.
template <class T>
inline T log(T x) {
  const Split<T> parts = split(x);
  T y = parts.exponent * kLn2High - log_lack(parts);
  y = select(x == kInfinity, kInfinity, y);
  y = select(x == 0.0, -kInfinity, y);
  return select(x >= 0.0, y, kNaN);
}

/// -log(x) where x is normal and less than 1, with nothing else to look out for.
template <class T>
inline T negative_log(T x) {
  const Split<T> parts = split_normal(x);
  return log_lack(parts) - parts.exponent * kLn2High;
}

/// Inverse normal distribution function for |p - 1/2| <= 0.425, the central branch of algorithm AS 241
/// (PPND16) by Wichura, Applied Statistics 37 (1988).
inline constexpr double kCentralAbove[] = {2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4,
                                           4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3,
                                           1.3314166789178437745e2, 3.3871328727963666080e0};
inline constexpr double kCentralBelow[] = {
    5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
    5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1.0};
/// The variable of both polynomials: below 0 in the tails, and only there.
template <class T>
inline T central_variable(T p) {
  const T q = p - 0.5;
  return 0.180625 - q * q;
}
template <class T>
inline T inverse_normal_central(T p, T r) {
  const auto [above, below] = fraction(kCentralAbove, kCentralBelow, r);
  return (p - 0.5) * above / below;
}

/// The variable of both tail branches, sqrt(-log min(p, 1 - p)), for 0 < p < 1; more than kNearTail, or NaN, for all
/// other p.
template <class T>
inline T tail_variable(T p) {
  return root(negative_log(at_most(p, 1.0 - p)));
}

/// The two tail branches of AS 241: |z| for a tail variable up to kNearTail (p down to 1.4e-11), and beyond.
inline constexpr double kNearTail = 5.0;

inline constexpr double kNearAbove[] = {7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
                                        1.27045825245236838258e0,  3.64784832476320460504e0,  5.76949722146069140550e0,
                                        4.63033784615654529590e0,  1.42343711074968357734e0};
inline constexpr double kNearBelow[] = {
    1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
    6.89767334985100004550e-1, 1.67638483018380384940e0,  2.05319162663775882187e0,  1.0};
template <class T>
inline T inverse_normal_near_tail(T r) {
  const T t = r - 1.6;
  const auto [above, below] = fraction(kNearAbove, kNearBelow, t);
  return above / below;
}

inline constexpr double kFarAbove[] = {2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
                                       2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e0,
                                       5.46378491116411436990e0,  6.65790464350110377720e0};
inline constexpr double kFarBelow[] = {
    2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
    1.48753612908506148525e-2,  1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0};
template <class T>
inline T inverse_normal_far_tail(T r) {
  const T t = r - 5.0;
  const auto [above, below] = fraction(kFarAbove, kFarBelow, t);
  return above / below;
}

inline double inverse_normal(double p) {
  const double variable = central_variable(p);
  if (variable >= 0.0) return inverse_normal_central(p, variable);
  if (!(p > 0.0 && p < 1.0)) return p == 0.0 ? -kInfinity : p == 1.0 ? kInfinity : kNaN;
  const double r = root(-log(at_most(p, 1.0 - p)));
  const double z = r <= kNearTail ? inverse_normal_near_tail(r) : inverse_normal_far_tail(r);
  return p < 0.5 ? -z : z;
}

}  // namespace footing::math::kernel
