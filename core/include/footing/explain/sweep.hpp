#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "footing/base/result.hpp"
#include "footing/evaluate/column_cache.hpp"
#include "footing/evaluate/plan.hpp"
#include "footing/explain/break_even.hpp"

namespace footing {

/// Rows of the joint sample that a band is taken from, at most.
inline constexpr std::size_t kSweepSamples = 2048;
inline constexpr std::size_t kDefaultSweepPoints = 33;
inline constexpr std::size_t kMostSweepPoints = 257;

/// The 5, 25, 50, 75 and 95 % quantiles of a step.
struct Band {
  double p05 = 0, p25 = 0, median = 0, p75 = 0, p95 = 0;
};

/// A step with one input held at a value.
struct SweepPoint {
  double value = 0;               ///< of the input, declared unit
  std::optional<double> central;  ///< the others at their medians
  std::optional<Band> band;       ///< the others moving together; all five equal where nothing else is spread
};

/// Where a sweep looks by itself: over the slider and the 5–95 % of the input, evenly on its scale; both ends included.
/// A discrete input: its options, ascending. `count` of at least 2.
std::vector<double> sweep_values(const Distribution& distribution, const Reach& reach, std::size_t count);

/// A step against one input: at each value the input is held there and the rest of the joint sample stays the same, so
/// that the curves carry no noise of redrawing. A value that is not finite leaves its point without centre or
/// band. For growth over years the input is the date or the duration that the formulas start from.
std::vector<SweepPoint> sweep(const Plan& plan, std::size_t step, std::size_t input, const std::vector<double>& values,
                              std::size_t samples, std::uint64_t seed, ColumnCache* cache = nullptr);

}  // namespace footing
