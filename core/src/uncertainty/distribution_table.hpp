#pragma once

#include <optional>
#include <vector>

#include "beta_quantile.hpp"
#include "footing/uncertainty/distribution.hpp"

namespace footing {

/// What a distribution computes once and shares between its copies.
struct Distribution::Table {
  std::optional<BetaQuantile> beta;
  std::vector<double> members;     ///< ascending
  std::vector<double> cumulative;  ///< probability of members[0..i], the last one 1
};

}  // namespace footing
