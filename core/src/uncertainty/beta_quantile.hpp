#pragma once

#include <cstddef>
#include <vector>

namespace footing {

/// Quantile function of the standard beta distribution, tabulated once: quintic Hermite interpolation in
/// z = inverse_normal(u) with the exact first and second derivatives, each half as the distance from its own
/// end of [0, 1]. The error is below 1e-10 of the range for 0.1 <= a, b <= 1e5 (tests/oracle/uncertainty).
class BetaQuantile {
 public:
  /// kLeast <= a, b <= kMost.
  BetaQuantile(double a, double b);

  static constexpr double kLeast = 0.1;
  static constexpr double kMost = 1e5;

  /// Quantile of u = normal_cdf(z); `u` is used beyond the table only. 0 < u < 1.
  double at(double u, double z) const;

 private:
  struct Half {
    double a = 1;
    double b = 1;
    std::vector<double> cells;  ///< six coefficients a cell, from the median (z = 0) outward
    double last_log = 0;        ///< log x at the outer end of the table
  };
  static Half tabulate(double a, double b, std::size_t cell_count, double cell_width);
  double tail(const Half& half, double u, double distance) const;

  double cells_per_unit_ = 0;
  std::size_t cell_count_ = 0;
  Half lower_;
  Half upper_;
};

}  // namespace footing
