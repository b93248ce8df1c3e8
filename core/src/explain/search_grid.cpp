#include "search_grid.hpp"

#include <algorithm>

#include "../base/sort.hpp"
#include "footing/base/math.hpp"

namespace footing {
namespace internal {
namespace {

/// Points from `from` to `to`, spaced evenly, or evenly in the logarithm.
void add_even(std::vector<double>& grid, double from, double to, std::size_t parts, bool log) {
  const double ratio = log ? math::log(to / from) : 0.0;
  for (std::size_t i = 0; i <= parts; ++i) {
    const double part = static_cast<double>(i) / static_cast<double>(parts);
    grid.push_back(log ? from * math::exp(part * ratio) : from + part * (to - from));
  }
}

/// Points from `from` to `to` whose distances grow by a constant factor, up to kReachFactor in all.
void add_widening(std::vector<double>& grid, double from, double to, std::size_t parts) {
  const double growth = math::log(1.0 + kReachFactor);
  for (std::size_t i = 1; i <= parts; ++i) {
    const double part = static_cast<double>(i) / static_cast<double>(parts);
    grid.push_back(from + (to - from) * (math::exp(part * growth) - 1.0) / kReachFactor);
  }
}

}  // namespace

std::vector<double> search_grid(const Reach& reach, const Distribution& distribution, std::size_t inner,
                                std::size_t outer) {
  std::vector<double> grid;
  add_even(grid, reach.inner_low, reach.inner_high, inner, reach.log);
  if (reach.log) {
    add_even(grid, reach.low, reach.inner_low, outer, true);
    add_even(grid, reach.inner_high, reach.high, outer, true);
  } else {
    add_widening(grid, reach.inner_low, reach.low, outer);
    add_widening(grid, reach.inner_high, reach.high, outer);
  }
  for (const double p : {0.05, 0.25, 0.5, 0.75, 0.95}) grid.push_back(distribution.quantile(p));
  for (const double end : {reach.low, reach.inner_low, reach.inner_high, reach.high}) grid.push_back(end);
  grid.erase(std::remove_if(grid.begin(), grid.end(), [&](double x) { return !(x >= reach.low && x <= reach.high); }),
             grid.end());
  sort_numbers(grid.data(), grid.data() + grid.size());
  grid.erase(std::unique(grid.begin(), grid.end()), grid.end());
  return grid;
}

}  // namespace internal

Reach reach_of(const Distribution& distribution, const Bounds& bounds, double slider_low, double slider_high) {
  const auto within = [&bounds](double x) {
    if (bounds.min) x = std::max(x, *bounds.min);
    if (bounds.max) x = std::min(x, *bounds.max);
    return x;
  };
  Reach reach;
  reach.inner_low = within(std::min(slider_low, distribution.quantile(0.05)));
  reach.inner_high = within(std::max(slider_high, distribution.quantile(0.95)));
  reach.log = bounds.log && reach.inner_low > 0;
  if (reach.log) {
    reach.low = within(reach.inner_low / kReachFactor);
    reach.high = within(reach.inner_high * kReachFactor);
  } else {
    const double length = reach.inner_high - reach.inner_low;
    reach.low = within(reach.inner_low - kReachFactor * length);
    reach.high = within(reach.inner_high + kReachFactor * length);
  }
  // A lower bound of 0 is no end of a log scale.
  if (reach.log && !(reach.low > 0)) reach.low = reach.inner_low / kReachFactor;
  return reach;
}

}  // namespace footing
