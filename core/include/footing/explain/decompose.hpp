#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "footing/base/result.hpp"

namespace footing {

/// What one change contributes to the way from one outcome to another. On the log scale all four are factors
/// (multiplied together they give to / from), else differences (added they give to - from).
struct Contribution {
  double value = 0;
  double error = 0;  ///< standard error of sampling, of the logarithm of a factor or of a difference; 0 when exact
  double least = 0, most = 0;  ///< over every (or every sampled) order of the changes; equal: order plays no part
};

struct Decomposition {
  double from = 0, to = 0;
  bool log = true;                          ///< every outcome on the way is positive, so the contributions are factors
  bool exact = true;                        ///< every combination was computed; else orders were sampled
  std::size_t outcomes = 0;                 ///< how many were computed
  std::vector<Contribution> contributions;  ///< one a change
};

/// Up to so many changes every combination is computed (2^12 = 4096 of them).
inline constexpr std::size_t kExactChanges = 12;
/// Orders that are sampled where there are more changes: half of them, and each of those backwards.
inline constexpr std::size_t kSampledOrders = 1024;
/// More changes than this are refused.
inline constexpr std::size_t kMostChanges = 64;

/// The outcome with some of the changes made (made[i] != 0).
using Outcome = std::function<double(const std::vector<char>& made)>;

/// Shapley's value (1953) of each change: what it adds, averaged over every order in which the changes can be made. Of
/// the logarithm of the outcome where every outcome is positive: then a model that is a product gives the plain
/// factors, whatever the order. Else of the outcome itself. The contributions make up the whole, equal changes
/// contribute equally, one that changes nothing contributes nothing, and that of a sum of two outcomes is the sum of
/// both. Beyond kExactChanges orders are sampled: each is the ranking of the coordinates of a scrambled Sobol' point
/// (Mitchell et al. 2022), taken forwards and backwards. Errors: non-finite (an outcome on the way),
/// too-many-dimensions.
Result<Decomposition> decompose(std::size_t changes, const Outcome& outcome);

}  // namespace footing
