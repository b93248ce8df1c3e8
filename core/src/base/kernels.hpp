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
template <class T>
inline T exp_tail_polynomial(T r) {
  T p = 0x1.1f730349868cep-29;
  p = p * r + 0x1.af4de97ca4194p-26;
  p = p * r + 0x1.27e4db646b17ep-22;
  p = p * r + 0x1.71de0231960ebp-19;
  p = p * r + 0x1.a01a01a6d889cp-16;
  p = p * r + 0x1.a01a01abe7fe1p-13;
  p = p * r + 0x1.6c16c16c162d4p-10;
  p = p * r + 0x1.11111111100dcp-7;
  p = p * r + 0x1.5555555555556p-5;
  p = p * r + 0x1.5555555555557p-3;
  return p * r + 0.5;
}

/// exp(x + tail) for a tail far smaller than x's last digits matter; the two-part argument keeps pow exact.
/// Argument reduction after Cody & Waite (1980): x = n ln 2 + r.
template <class T>
inline T exp_two_part(T x, T tail) {
  // Beyond these the result is 0 or infinity anyway; a NaN passes both comparisons.
  T c = select(x < -760.0, -760.0, x);
  c = select(c > 720.0, 720.0, c);
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

/// The same for |x| <= 690, where 2^n and the result are far from the ends of a double: nothing to cut, one scaling.
template <class T>
inline T exp_moderate(T x) {
  const T shifted = x * kLog2E + kRounder;
  const T n = shifted - kRounder;
  const T high = x - n * kLn2High;
  const T low = n * kLn2Low;
  const T r = high - low;
  const T rest = (high - r) - low;
  const T y = 1.0 + (r + (r * (rest + r * exp_tail_polynomial(r)) + rest));
  return y * from_bits((bits_of(shifted) + 1023u) << 52);
}

/// A positive x as 2^exponent * mantissa with mantissa in [sqrt(1/2), sqrt(2)).
template <class T>
struct Split {
  T exponent;
  T mantissa;
};

template <class T>
inline Split<T> split(T x) {
  constexpr std::uint64_t kOne = 0x3ff0000000000000u;
  constexpr std::uint64_t kSqrtHalf = 0x3fe6a09e667f3bcdu;
  const auto subnormal = x < 0x1p-1022;
  const T normal = select(subnormal, x * 0x1p54, x);
  const auto biased = bits_of(normal) + (kOne - kSqrtHalf);
  const T exponent = from_bits((biased >> 52) | 0x4330000000000000u) - (0x1p52 + 1023.0);
  return {select(subnormal, exponent - 54.0, exponent), from_bits((biased & 0x000fffffffffffffu) + kSqrtHalf)};
}

/// Natural logarithm: with s = f / (2 + f), f = mantissa - 1, log(1 + f) = f - f^2/2 + s (f^2/2 + R),
/// the arrangement of Tang (1990), which loses nothing near 1.
template <class T>
inline T log(T x) {
  const Split<T> parts = split(x);
  const T f = parts.mantissa - 1.0;
  const T half_square = 0.5 * f * f;
  const T s = f / (2.0 + f);
  const T z = s * s;
  T p = 0x1.2b5900de53b32p-3;  // (log((1 + s) / (1 - s)) - 2 s) / s^3 in z = s^2
  p = p * z + 0x1.39fe51a7c18f9p-3;
  p = p * z + 0x1.7462b51cb66b1p-3;
  p = p * z + 0x1.c71c62e3f11e6p-3;
  p = p * z + 0x1.2492492df281ap-2;
  p = p * z + 0x1.99999999952d7p-2;
  p = p * z + 0x1.5555555555558p-1;
  const T r = z * p;
  const T k = parts.exponent;
  T y = k * kLn2High - ((half_square - (s * (half_square + r) + k * kLn2Low)) - f);
  y = select(x == kInfinity, kInfinity, y);
  y = select(x == 0.0, -kInfinity, y);
  return select(x >= 0.0, y, kNaN);
}

/// Inverse normal distribution function for |p - 1/2| <= 0.425, the central branch of algorithm AS 241
/// (PPND16) by Wichura, Applied Statistics 37 (1988).
template <class T>
inline T inverse_normal_central(T p) {
  const T q = p - 0.5;
  const T r = 0.180625 - q * q;
  T a = 2.5090809287301226727e3;
  a = a * r + 3.3430575583588128105e4;
  a = a * r + 6.7265770927008700853e4;
  a = a * r + 4.5921953931549871457e4;
  a = a * r + 1.3731693765509461125e4;
  a = a * r + 1.9715909503065514427e3;
  a = a * r + 1.3314166789178437745e2;
  a = a * r + 3.3871328727963666080e0;
  T b = 5.2264952788528545610e3;
  b = b * r + 2.8729085735721942674e4;
  b = b * r + 3.9307895800092710610e4;
  b = b * r + 2.1213794301586595867e4;
  b = b * r + 5.3941960214247511077e3;
  b = b * r + 6.8718700749205790830e2;
  b = b * r + 4.2313330701600911252e1;
  b = b * r + 1.0;
  return q * a / b;
}

/// How far from 1/2 inverse_normal_central is valid.
inline constexpr double kCentral = 0.425;
inline bool is_central(double p) { return std::fabs(p - 0.5) <= kCentral; }

/// The variable of both tail branches, sqrt(-log min(p, 1 - p)).
template <class T>
inline T tail_variable(T p) {
  return root(-log(select(p < 0.5, p, 1.0 - p)));
}

/// The two tail branches of AS 241: |z| for a tail variable up to kNearTail (p down to 1.4e-11), and beyond.
inline constexpr double kNearTail = 5.0;

template <class T>
inline T inverse_normal_near_tail(T r) {
  const T t = r - 1.6;
  T a = 7.74545014278341407640e-4;
  a = a * t + 2.27238449892691845833e-2;
  a = a * t + 2.41780725177450611770e-1;
  a = a * t + 1.27045825245236838258e0;
  a = a * t + 3.64784832476320460504e0;
  a = a * t + 5.76949722146069140550e0;
  a = a * t + 4.63033784615654529590e0;
  a = a * t + 1.42343711074968357734e0;
  T b = 1.05075007164441684324e-9;
  b = b * t + 5.47593808499534494600e-4;
  b = b * t + 1.51986665636164571966e-2;
  b = b * t + 1.48103976427480074590e-1;
  b = b * t + 6.89767334985100004550e-1;
  b = b * t + 1.67638483018380384940e0;
  b = b * t + 2.05319162663775882187e0;
  b = b * t + 1.0;
  return a / b;
}

template <class T>
inline T inverse_normal_far_tail(T r) {
  const T t = r - 5.0;
  T a = 2.01033439929228813265e-7;
  a = a * t + 2.71155556874348757815e-5;
  a = a * t + 1.24266094738807843860e-3;
  a = a * t + 2.65321895265761230930e-2;
  a = a * t + 2.96560571828504891230e-1;
  a = a * t + 1.78482653991729133580e0;
  a = a * t + 5.46378491116411436990e0;
  a = a * t + 6.65790464350110377720e0;
  T b = 2.04426310338993978564e-15;
  b = b * t + 1.42151175831644588870e-7;
  b = b * t + 1.84631831751005468180e-5;
  b = b * t + 7.86869131145613259100e-4;
  b = b * t + 1.48753612908506148525e-2;
  b = b * t + 1.36929880922735805310e-1;
  b = b * t + 5.99832206555887937690e-1;
  b = b * t + 1.0;
  return a / b;
}

/// `p` outside the central range, 0 < p < 1.
inline double inverse_normal_tail(double p) {
  const double r = tail_variable(p);
  const double z = r <= kNearTail ? inverse_normal_near_tail(r) : inverse_normal_far_tail(r);
  return p < 0.5 ? -z : z;
}

inline double inverse_normal(double p) {
  if (is_central(p)) return inverse_normal_central(p);
  if (p > 0.0 && p < 1.0) return inverse_normal_tail(p);
  return p == 0.0 ? -kInfinity : p == 1.0 ? kInfinity : kNaN;
}

}  // namespace footing::math::kernel
