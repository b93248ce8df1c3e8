#include "footing/explain/sweep.hpp"

#include <algorithm>

#include "../base/sort.hpp"
#include "footing/base/math.hpp"
#include "footing/evaluate/evaluate.hpp"
#include "footing/evaluate/order_statistics.hpp"

namespace footing {
namespace {

std::optional<double> finite(double x) { return x - x == 0.0 ? std::optional<double>(x) : std::nullopt; }

std::optional<Band> band_of(const Column& column) {
  const Values& values = column.values();
  if (!std::all_of(values.begin(), values.end(), [](double x) { return finite(x); })) return std::nullopt;
  OrderStatistics order(values.data(), values.size());
  return Band{order.quantile(0.05), order.quantile(0.25), order.quantile(0.5), order.quantile(0.75),
              order.quantile(0.95)};
}

}  // namespace

std::vector<double> sweep_values(const Distribution& distribution, const Reach& reach, std::size_t count) {
  std::vector<double> out;
  if (distribution.spec().shape == Shape::choice) {
    out = distribution.spec().numbers;
    sort_numbers(out.data(), out.data() + out.size());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }
  const double low = reach.inner_low, high = reach.inner_high;
  for (std::size_t i = 0; i < count; ++i) {
    const double part = static_cast<double>(i) / static_cast<double>(count - 1);
    const double value = reach.log ? low * math::exp(part * math::log(high / low)) : low + part * (high - low);
    out.push_back(i + 1 == count ? high : value);
  }
  return out;
}

std::vector<SweepPoint> sweep(const Plan& plan, std::size_t step, std::size_t input, const std::vector<double>& values,
                              std::size_t samples, std::uint64_t seed, ColumnCache* cache) {
  const Plan part = prune(plan, {plan.program.steps[step]});
  const std::size_t own = input_index(part.program, plan.program.inputs[input]);
  const std::size_t rows = std::min(samples, kSweepSamples);
  std::vector<Column> columns;
  std::vector<ColumnView> views;
  for (std::size_t i = 0; i < part.inputs.size(); ++i) {
    const InputColumn& one = part.inputs[i];
    columns.push_back(i == own ? Column() : column_of(one, seed, samples, cache));
    views.push_back(view(columns.back(), one.to_base));
  }
  std::vector<double> centre = medians(part);
  std::vector<SweepPoint> out;
  for (const double value : values) {
    SweepPoint point;
    point.value = value;
    const Column held(value);
    if (own != kNoIndex) {
      centre[own] = value;
      views[own] = view(held, part.inputs[own].to_base);
    }
    point.central = finite(run_point(part, centre).front());
    point.band = band_of(run_columns(part.program, views, part.step_factors, rows).front());
    out.push_back(point);
  }
  return out;
}

}  // namespace footing
