#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "footing/evaluate/column.hpp"
#include "footing/evaluate/order_statistics.hpp"

namespace footing {

/// Bins of a density as drawn.
inline constexpr std::size_t kDensityBins = 60;
/// From this p95 / p05 on a positive column is drawn on a log axis unless told otherwise.
inline constexpr double kLogAxisRatio = 10.0;

enum class Axis { automatic, linear, log };

/// A histogram ready to draw: n + 1 ascending edges in the column's unit, n shares that sum to 1. The edges run from
/// the 0.1 % to the 99.9 % quantile (minimum to maximum where those are equal); what lies beyond is counted in
/// the first and last bin. `log`: the edges are equally far apart in their logarithm.
struct Density {
  bool log = false;
  std::vector<double> x;
  std::vector<double> y;
};

/// Empty for a point and for a column of equal values. A log axis asked for over values that are not all positive
/// becomes a linear one (`log` says which it is).
std::optional<Density> density(const Column& column, Axis axis = Axis::automatic, std::size_t bins = kDensityBins);
std::optional<Density> density(const Column& column, OrderStatistics& order, Axis axis = Axis::automatic,
                               std::size_t bins = kDensityBins);

}  // namespace footing
