#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "footing/evaluate/plan.hpp"

namespace footing {

/// How much each input (in order) moves a step from its own p05 to its own p95, the others at their medians:
/// |log(output at p95 / output at p05)|; where the step is not positive at both ends of every spread input (a log
/// comparison would not be the same for all), |difference| / |output at the medians| for all of them (divided by 1
/// where that is 0). Empty for a point, and where an output is not finite.
std::vector<std::optional<double>> swings(const Plan& plan, std::size_t step);

/// The input with the largest swing; the first of equals; empty when nothing is spread or moves the step.
std::optional<std::size_t> driver(const std::vector<std::optional<double>>& swings);

}  // namespace footing
