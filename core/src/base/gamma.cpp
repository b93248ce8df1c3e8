#include <cmath>
#include <cstddef>

#include "footing/base/math.hpp"
#include "kernels.hpp"
#include "stirling.hpp"

namespace footing::math {
namespace {

/// Chebyshev series of log_gamma(x) / ((x - 1) (x - 2)) in t = 2 x - 3, 1 <= x <= 2; dividing by the zeros
/// keeps the relative error small beside them.
constexpr double kLogGamma[] = {0x1.f73598c73fb27p-2,   -0x1.37c37bb231109p-4,  0x1.144f77fa9d4e5p-7,
                                -0x1.1afb9900d693bp-10, 0x1.387dc81da3774p-13,  -0x1.68eb0dd19f30ep-16,
                                0x1.ad3824063f31fp-19,  -0x1.047929385160cp-21, 0x1.40e5e09ac458ap-24,
                                -0x1.8fe38a574f8d3p-27, 0x1.f6dc9c81f711ap-30,  -0x1.3e84fe8ed90fdp-32,
                                0x1.96005b0ce149ap-35,  -0x1.041c83c9d7061p-37, 0x1.4ecb51ecebff5p-40,
                                -0x1.b09e091ec4a15p-43, 0x1.187b63115f331p-45,  -0x1.6cd0f980284c9p-48,
                                0x1.dbd1c21b8df5ep-51,  -0x1.3713529314721p-53, 0x1.97a672f4fbeaep-56};

double between_one_and_two(double x) {
  const double t = 2.0 * x - 3.0;
  double next = 0.0;
  double current = 0.0;
  for (std::size_t i = sizeof kLogGamma / sizeof *kLogGamma - 1; i > 0; --i) {  // Clenshaw's recurrence
    const double previous = 2.0 * t * current - next + kLogGamma[i];
    next = current;
    current = previous;
  }
  return (x - 1.0) * (x - 2.0) * (t * current - next + kLogGamma[0]);
}

}  // namespace

double log_gamma(double x) {
  if (!(x > 0.0)) return x == 0.0 ? kernel::kInfinity : kernel::kNaN;
  if (x == kernel::kInfinity) return kernel::kInfinity;
  if (x >= 10.0) {
    constexpr double kHalfLogTwoPi = 0x1.d67f1c864beb5p-1;
    const double logarithm = kernel::log(x);
    return (x - 0.5) * (logarithm - 1.0) + (kHalfLogTwoPi - 0.5 + detail::stirling_remainder(x));
  }
  if (x < 1.0) return between_one_and_two(x + 1.0) - kernel::log(x);
  double product = 1.0;
  while (x > 2.0) {
    x -= 1.0;
    product *= x;
  }
  return kernel::log(product) + between_one_and_two(x);
}

}  // namespace footing::math
