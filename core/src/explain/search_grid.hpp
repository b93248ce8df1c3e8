#pragma once

#include <cstddef>
#include <vector>

#include "footing/evaluate/plan.hpp"
#include "footing/explain/break_even.hpp"

namespace footing::internal {

/// Strictly ascending points from reach.low to reach.high: `inner` intervals in the inner part, `outer` in each part
/// beyond (evenly on a log reach, else ever wider), and the distribution's 5, 25, 50, 75 and 95 % quantiles.
std::vector<double> search_grid(const Reach& reach, const Distribution& distribution, std::size_t inner,
                                std::size_t outer);

}  // namespace footing::internal
