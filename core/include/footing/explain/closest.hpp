#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "footing/base/result.hpp"
#include "footing/evaluate/plan.hpp"

namespace footing {

/// How far an input may be moved, in its standard deviations.
inline constexpr double kFarthest = 6.0;

/// A combination of input values at which a step meets a target.
struct ClosestCombination {
  double distance = 0;             ///< from the medians, in standard deviations (the reliability index)
  std::vector<double> deviations;  ///< of each input of the plan: its standard normal coordinate; 0 where it is held
  std::vector<double> values;      ///< of each input, declared unit
  std::vector<double> shares;      ///< of each input in the squared distance; they sum to 1 (all 0 at the medians)
  double output = 0;               ///< what the step is there
};

/// The combination nearest to the medians, among those at which the step meets the target, when each spread input
/// is carried over to a standard normal variable (its quantile function after the normal distribution function): the
/// design point of first-order reliability (Hasofer & Lind 1974, Rackwitz & Fiessler 1978), by their iteration with the
/// line search of Zhang & Der Kiureghian (1995), started from the medians and from two deviations off along each input.
/// Where the step is positive at the medians and the target is, the logarithm of their ratio is brought to zero, else
/// the difference. Discrete inputs and points are held at their medians. It is the nearest in this measure, which
/// speaks of the ranges given and of nothing else; not the likely story, and there may be others about as near.
/// Empty: none was found within kFarthest deviations of any input.
/// Errors: solve-target (not finite).
Result<std::optional<ClosestCombination>> closest_combination(const Plan& plan, std::size_t step, double target);

}  // namespace footing
