#include "beta_quantile.hpp"

#include <algorithm>
#include <cmath>

#include "../base/beta_terms.hpp"
#include "footing/base/math.hpp"

namespace footing {
namespace {

/// The table reaches this many standard deviations from the median of z: beyond the last of 2^32 points.
constexpr double kReach = 6.5;
constexpr double kLeastLog = -745.0;  ///< exp of less is zero

/// A quantile x with dx/dz and d2x/dz2, z = inverse_normal(u).
struct Node {
  double log_x = 0;
  double x = 0;
  double slope = 0;
  double curvature = 0;
};

/// Solves I_x(a, b) = u for log x by Newton's method on log I, which is concave in log x, kept inside a bracket.
double solve_log(double a, double b, double u, double start) {
  constexpr int kMostSteps = 100;
  constexpr double kEnough = 1e-8;  // relative; convergence is quadratic: the step after is below rounding
  constexpr double kRounding = 4e-16;
  double low = kLeastLog;
  double high = 0.0;
  double w = start;
  const double log_u = math::log(u);
  for (int i = 0; i < kMostSteps; ++i) {
    if (!(w > low && w < high)) w = 0.5 * (low + high);
    const double x = math::exp(w);
    const double y = 1.0 - x;
    double step;
    if (x <= 0.0) {
      step = 0.5 * (high - w);
      low = w;
    } else if (y <= 0.0) {
      step = -1.0;
      high = w;
    } else {
      const double power = math::detail::beta_power(a, b, x, y);
      const double cdf = math::detail::incomplete_beta_given_power(a, b, x, y, power);
      if (!(cdf > 0.0)) {
        step = 0.5 * (high - w);
        low = w;
      } else {
        step = (log_u - math::log(cdf)) * cdf * y / power;
        (step > 0.0 ? low : high) = w;
      }
    }
    w += step;
    if (std::fabs(step) <= std::max(kRounding, kEnough * std::min(1.0, std::fabs(w)))) break;
  }
  return std::min(w, 0.0);
}

Node node_at(double a, double b, double z, double start) {
  Node node;
  node.log_x = solve_log(a, b, math::normal_cdf(z), start);
  node.x = math::exp(node.log_x);
  const double y = 1.0 - node.x;
  if (node.x <= 0.0 || y <= 0.0) return node;  // flat to the last bit
  constexpr double kInverseSqrtTwoPi = 0x1.9884533d43651p-2;
  const double density = kInverseSqrtTwoPi * math::exp(-0.5 * z * z);
  node.slope = density * node.x * y / math::detail::beta_power(a, b, node.x, y);
  const double log_density_slope = (a - 1.0) / node.x - (b - 1.0) / y;
  node.curvature = -node.slope * (z + node.slope * log_density_slope);
  return node;
}

}  // namespace

BetaQuantile::BetaQuantile(double a, double b) {
  // The higher derivatives grow like 1 / min(a, b): more cells where a density rises to an end of the range.
  cell_count_ = std::min(a, b) >= 1.0 ? 96 : 512;
  const double width = kReach / static_cast<double>(cell_count_);
  cells_per_unit_ = 1.0 / width;
  lower_ = tabulate(a, b, cell_count_, width);
  upper_ = tabulate(b, a, cell_count_, width);
}

BetaQuantile::Half BetaQuantile::tabulate(double a, double b, std::size_t cell_count, double cell_width) {
  Half half;
  half.a = a;
  half.b = b;
  half.cells.reserve(6 * cell_count);
  Node near = node_at(a, b, 0.0, math::log(a / (a + b)));
  for (std::size_t i = 0; i < cell_count; ++i) {
    // The step goes outward, towards smaller z: t = -z.
    const double h = cell_width;
    double guess = near.log_x;
    if (near.x > 0.0) {
      const double slope = near.slope / near.x;
      guess += h * (-slope + 0.5 * h * (near.curvature / near.x - slope * slope));
    }
    const Node far = node_at(a, b, -h * static_cast<double>(i + 1), std::min(guess, near.log_x));
    const double rise = far.x - near.x;
    const double v0 = -h * near.slope;
    const double v1 = -h * far.slope;
    const double a0 = h * h * near.curvature;
    const double a1 = h * h * far.curvature;
    for (const double c :
         {near.x, v0, 0.5 * a0, 10.0 * rise - 6.0 * v0 - 4.0 * v1 - 1.5 * a0 + 0.5 * a1,
          -15.0 * rise + 8.0 * v0 + 7.0 * v1 + 1.5 * a0 - a1, 6.0 * rise - 3.0 * (v0 + v1) - 0.5 * (a0 - a1)}) {
      half.cells.push_back(c);
    }
    near = far;
  }
  half.last_log = near.log_x;
  return half;
}

double BetaQuantile::tail(const Half& half, double u, double distance) const {
  const double position = distance * cells_per_unit_;
  const auto cell = static_cast<std::size_t>(position);
  if (cell >= cell_count_) {
    return math::exp(solve_log(half.a, half.b, u, half.last_log));
  }
  const double t = position - static_cast<double>(cell);
  const double* c = half.cells.data() + 6 * cell;
  return c[0] + t * (c[1] + t * (c[2] + t * (c[3] + t * (c[4] + t * c[5]))));
}

double BetaQuantile::at(double u, double z) const {
  return z <= 0.0 ? tail(lower_, u, -z) : 1.0 - tail(upper_, 1.0 - u, z);
}

}  // namespace footing
