#pragma once

#include <optional>
#include <string_view>

#include "footing/evaluate/column.hpp"
#include "footing/evaluate/summary.hpp"

namespace footing {

/// What somebody said of a figure: "about X", "more than X" …
enum class Relation { about, more_than, less_than, at_least, at_most };
/// Which end of a published range a figure is, if any.
enum class End { none, low, high };

/// Where things lie. Of a point figure (about): the figure against our range: below, lower, middle, upper, above.
/// Of a threshold: our RANGE against the figure: below, inside, above, whichever way the relation points.
/// Of an end of a published range: the published end against ours: higher, same, lower.
enum class Position { below, lower, middle, upper, above, inside, higher, same };

/// `lower` is the lower part of our range for a point figure and "lower than ours" for an end; both are
/// written "lower".
std::string_view text(Relation relation);
std::string_view text(Position position);
std::optional<Relation> relation_from(std::string_view word);

/// A published figure in the output's unit. `half_width`: half a unit of its last printed digit (>= 0).
struct PublishedFigure {
  Relation relation = Relation::about;
  End end = End::none;
  double value = 0;
  double half_width = 0;
};

/// Published end within this share of ours is the same.
inline constexpr double kSameEnd = 0.1;
/// From this factor beyond the end on, `times` is said.
inline constexpr double kTimesBeyond = 3.0;

struct Placement {
  /// Shares of samples below, inside (both edges included) and above value -/+ half_width; they sum to 1.
  double share_below = 0, share_inside = 0, share_above = 0;
  Position position = Position::middle;
  /// figure / our end or our end / figure, when that is at least kTimesBeyond and both are positive. Our end is the
  /// one the figure lies beyond; for an end of a range, the same end of ours.
  std::optional<double> times;
  /// Does the median satisfy the relation, the figure read anywhere within its rounding.
  bool holds = false;
};

/// Does a value satisfy the relation, the figure read anywhere within its rounding.
bool satisfies(const PublishedFigure& figure, double value);

/// Where a figure lies against p05, p25, p75, p95 of `summary`. Against a point the figure counts as met (middle,
/// inside, same) anywhere within its rounding; against a spread the rounding plays no part in the position.
Position position(const PublishedFigure& figure, const Summary& summary);

/// `summary` is that of `column`.
Placement place(const PublishedFigure& figure, const Column& column, const Summary& summary);

}  // namespace footing
