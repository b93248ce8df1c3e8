#include "footing/base/math.hpp"

#include <cmath>
#include <cstddef>

#include "double_double.hpp"
#include "kernels.hpp"

namespace footing::math {
namespace {

/// Chebyshev series of (1 + z) exp(z^2 / 2) Phi(-z) in t = (z - 5.3) / (z + 5.3), z >= 0: one smooth
/// function on [-1, 1], after the idea of Shepherd & Laframboise, Math. Comp. 36 (1981).
constexpr double kMills[] = {
    0x1.d816a5069ad60p-2,   -0x1.0b7ac3a5f7e10p-4,  -0x1.049799bf10454p-8,  0x1.8ab92f8df20f0p-7,
    -0x1.bf76f4d7d353dp-8,  0x1.5121af7c0ecbap-9,   -0x1.7cc3a901a81dep-11, 0x1.4378b1edc946cp-13,
    -0x1.7bdd036ff12d9p-16, 0x1.8d6eb67a604f3p-20,  0x1.fb3ac51b3d040p-23,  -0x1.37791296e72c6p-24,
    0x1.161b722ccadc6p-28,  0x1.90505cd30c350p-30,  -0x1.255732dd70b9ep-32, -0x1.5090941cd3c22p-36,
    0x1.55be557a5b50ep-37,  -0x1.45f25e70030bep-52, -0x1.6ddc82a8f57e1p-42, 0x1.d76fe30d0898dp-47,
    0x1.957a83f4e21f0p-47,  -0x1.95117faef06acp-51, -0x1.e5e35499c7388p-52, 0x1.0046089c47ff6p-55,
    0x1.3c8c82c93c506p-56};

/// Phi(-z) for z >= 0.
double lower_tail(double z) {
  if (z > 39.0) return 0.0;
  const double t = (z - 5.3) / (z + 5.3);
  double next = 0.0;
  double current = 0.0;
  for (std::size_t i = sizeof kMills / sizeof *kMills - 1; i > 0; --i) {  // Clenshaw's recurrence
    const double previous = 2.0 * t * current - next + kMills[i];
    next = current;
    current = previous;
  }
  const double mills = (t * current - next + kMills[0]) / (1.0 + z);
  const detail::DoubleDouble square = detail::two_product(z, z);  // the exponent needs more digits than a double
  return kernel::exp_two_part(-0.5 * square.high, -0.5 * square.low) * mills;
}

}  // namespace

double normal_cdf(double z) {
  if (z != z) return kernel::kNaN;
  if (z == 0.0) return 0.5;
  return z < 0.0 ? lower_tail(-z) : 1.0 - lower_tail(z);
}

double inverse_normal(double p) { return kernel::inverse_normal(p); }

}  // namespace footing::math
