#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "footing/base/result.hpp"
#include "footing/evaluate/evaluate.hpp"

namespace footing {

/// Where to look for a crossing, in the input's declared unit: [low, high], of which [inner_low, inner_high] is looked
/// at most closely.
struct Reach {
  double low = 0, high = 0;
  double inner_low = 0, inner_high = 0;
  bool log = false;
};

/// How far beyond the slider a crossing is looked for.
inline constexpr double kReachFactor = 1000.0;

/// The reach of an input: slider and the distribution's 5–95 %, widened by kReachFactor both ways (on a log scale
/// as a factor, else in lengths of itself), never beyond the hard bounds.
Reach reach_of(const Distribution& distribution, const Bounds& bounds, double slider_low, double slider_high);

struct SolveQuestion {
  std::string input;
  std::string step;
  double target = 0;      ///< in the step's declared unit
  double half_width = 0;  ///< rounding of the target; used for discrete inputs only
  Reach reach;
  std::uint64_t seed = 1;
};

/// A value of the input at which the output meets the target. `jump`: the output leaps over the target there (or the
/// input is discrete and the target lies between this option and the one before).
struct Crossing {
  double value = 0;
  bool jump = false;
};

/// 5 % and 95 % quantile of the lowest crossing over the joint sample of the other inputs, among the samples that
/// have one; `share` is the share that has.
struct CrossingSpan {
  double p05 = 0, p95 = 0, share = 0;
};

/// One option of a discrete input and what the output is there (others at their medians).
struct OptionOutcome {
  double value = 0;
  double output = 0;
};

struct BreakEven {
  std::vector<Crossing> crossings;   ///< others at their medians; ascending, declared unit; empty: no value does
  double low = 0, high = 0;          ///< what was searched
  std::optional<CrossingSpan> span;  ///< empty when no sample has a crossing
  std::optional<bool> inside_range;  ///< first crossing within the input's own 5–95 %; empty without crossing or range
  std::vector<OptionOutcome> options;  ///< discrete inputs only, ascending
};

/// Points of the joint sample that the span is taken from.
inline constexpr std::size_t kSpanSamples = 1024;

/// Finds every value of one input at which a step meets the target. The reach is scanned on a grid (256 intervals
/// inside, 64 in each part beyond, the input's quantiles) and each change of sign is bracketed down to neighbouring
/// doubles with the ITP method (Oliveira & Takahashi 2020); a pair of crossings between two grid points is missed.
/// Where the output equals the target along a stretch, its two ends are reported. Values that are not finite are passed
/// over; a pole with a change of sign is a jump. A discrete input is not searched between its options: crossings are
/// the options that meet the target within half_width, and, as jumps, those at which the side of the target changes.
/// Errors: input-unknown, output-unknown (path = the id), solve-reach (an empty or non-finite reach, or a
/// log reach that is not positive), solve-target (not finite).
Result<BreakEven> break_even(const Plan& plan, const SolveQuestion& question, ColumnCache* cache = nullptr);

/// How a value lies to the range of an input: its 5–95 %, of a choice its members, of a point the point itself.
struct RangeOffset {
  double low = 0, high = 0;     ///< the range
  bool inside = false;          ///< ends included, within rounding
  double off = 0;               ///< value - the end it lies beyond; 0 inside
  std::optional<double> times;  ///< value / that end, where both are positive; 1 inside
};
RangeOffset offset_from_range(const Distribution& distribution, double value);

}  // namespace footing
