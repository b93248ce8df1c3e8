#pragma once

#include <cstddef>
#include <vector>

#include "footing/evaluate/plan.hpp"

namespace footing::internal {

/// Inputs that are drawn together: those with one dimension. Ascending indices of plan.inputs.
struct Together {
  int dimension = 0;
  std::vector<std::size_t> inputs;
};

/// The spread inputs of a plan by their dimension, in the order of the plan.
std::vector<Together> spread_groups(const Plan& plan);

/// A weighted bundle: choices whose members stay in the order of the options.
bool is_bundle(const Plan& plan, const Together& group);

}  // namespace footing::internal
