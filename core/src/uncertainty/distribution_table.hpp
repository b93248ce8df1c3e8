#pragma once

#include <optional>
#include <vector>

#include "beta_quantile.hpp"
#include "footing/uncertainty/distribution.hpp"

namespace footing {

/// |z| of any standard normal number in the near tails, and a little more.
inline constexpr double kFarthestNear = 6.8;

/// What a distribution computes once and shares between its copies.
struct Distribution::Table {
  std::optional<BetaQuantile> beta;
  std::vector<double> members;     ///< ascending
  std::vector<double> cumulative;  ///< probability of members[0..i], the last one 1
};

}  // namespace footing
