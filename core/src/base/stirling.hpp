#pragma once

namespace footing::math::detail {

/// log_gamma(x) - ((x - 1/2) log x - x + log(2 pi) / 2) for x >= 10: Stirling's series with the Bernoulli
/// numbers B2 to B16, Abramowitz & Stegun 6.1.41; the first term left out is below 2e-18.
inline double stirling_remainder(double x) {
  const double r = 1.0 / x;
  const double z = r * r;
  double s = -0x1.e4286cb0f5398p-6;
  s = s * z + 0x1.a41a41a41a41ap-8;
  s = s * z - 0x1.f6ab0d9993c7dp-10;
  s = s * z + 0x1.b951e2b18ff23p-11;
  s = s * z - 0x1.3813813813814p-11;
  s = s * z + 0x1.a01a01a01a01ap-11;
  s = s * z - 0x1.6c16c16c16c17p-9;
  s = s * z + 0x1.5555555555555p-4;
  return s * r;
}

}  // namespace footing::math::detail
