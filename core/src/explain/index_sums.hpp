#pragma once

#include <cstddef>

/// The loops over rows behind estimate_indices, built for speed. Eight lanes in a fixed order.
namespace footing::internal {

struct IndexSums {
  double first = 0;  ///< of (b - mean) (m - a)
  double total = 0;  ///< of (a - m)^2
};
IndexSums index_sums(const double* a, const double* b, const double* m, double mean, std::size_t count);

/// Of (a - mean)^2 + (b - mean)^2.
double square_sum(const double* a, const double* b, double mean, std::size_t count);

}  // namespace footing::internal
