#include "footing/evaluate/density.hpp"

#include <algorithm>

#include "footing/base/math.hpp"

namespace footing {
namespace {

const double kEnd = 0.001;  // share that may lie beyond either end of the axis

std::vector<double> edges(double low, double high, std::size_t bins, bool log) {
  std::vector<double> x(bins + 1);
  const double span = log ? math::log(high / low) : high - low;
  for (std::size_t i = 0; i <= bins; ++i) {
    const double part = static_cast<double>(i) / static_cast<double>(bins);
    x[i] = log ? low * math::exp(part * span) : low + part * span;
  }
  x.front() = low;
  x.back() = high;
  return x;
}

}  // namespace

std::optional<Density> density(const Column& column, Axis axis, std::size_t bins) {
  OrderStatistics order(column.data(), column.size());
  return density(column, order, axis, bins);
}

std::optional<Density> density(const Column& column, OrderStatistics& order, Axis axis, std::size_t bins) {
  const double min = order.rank(0);
  const double max = order.rank(order.size() - 1);
  if (bins == 0 || !(min < max)) return std::nullopt;
  double low = order.quantile(kEnd);
  double high = order.quantile(1.0 - kEnd);
  if (!(low < high)) {
    low = min;
    high = max;
  }
  Density out;
  out.log = axis != Axis::linear && min > 0 &&
            (axis == Axis::log || order.quantile(0.95) >= kLogAxisRatio * order.quantile(0.05));
  out.x = edges(low, high, bins, out.log);
  // Values so near each other that the edges between them coincide are not drawn as a spread.
  if (std::adjacent_find(out.x.begin(), out.x.end(), [](double a, double b) { return !(a < b); }) != out.x.end()) {
    return std::nullopt;
  }
  // A value on an edge between two bins belongs to the one on its right.
  std::size_t before = 0;
  for (std::size_t i = 1; i <= bins; ++i) {
    const std::size_t below = i == bins ? column.size() : order.below(out.x[i]);
    out.y.push_back(static_cast<double>(below - before) / static_cast<double>(column.size()));
    before = below;
  }
  return out;
}

}  // namespace footing
