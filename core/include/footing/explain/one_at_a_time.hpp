#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "footing/evaluate/plan.hpp"

namespace footing {

/// What a step is with one input (or the members of one weighted bundle) moved and the others at their medians.
struct TornadoBar {
  std::vector<std::size_t> inputs;  ///< ascending indices of plan.inputs
  /// The step with the input at its 5 % and at its 95 % quantile; of a bundle the least and the largest of `options`.
  double low = 0, high = 0;
  /// The step with each option of a bundle, in its order; empty for other inputs.
  std::vector<double> options;
};

struct Tornado {
  double centre = 0;  ///< the step with every input at its median
  /// Spread inputs that the step reads, the largest |high - low| first; equal ones in the order of the plan.
  std::vector<TornadoBar> bars;
};

Tornado tornado(const Plan& plan, std::size_t step);

/// How many percent the step moves when an input moves by one, at the medians: d log y / d log x, for each input of the
/// plan, spread or not; 0 where the step does not read it. Central differences of 1/128, 1/256 and 1/512 of the input,
/// extrapolated (Romberg 1955): a kink or a jump that near is smoothed over. Empty for a discrete input, where
/// input or step is 0, and where a value is not finite.
std::vector<std::optional<double>> elasticities(const Plan& plan, std::size_t step);

}  // namespace footing
