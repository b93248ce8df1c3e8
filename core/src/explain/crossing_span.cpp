#include "crossing_span.hpp"

#include <limits>

#include "footing/base/math.hpp"
#include "footing/evaluate/order_statistics.hpp"

namespace footing::internal {
namespace {

constexpr int kHalvings = 48;

/// All samples at once: the step over a vector of values of the solved input.
class Sweep {
 public:
  Sweep(const Plan& plan, std::size_t input, double target, std::uint64_t seed, ColumnCache* cache)
      : plan_(plan), input_(input), target_(target) {
    for (std::size_t i = 0; i < plan.inputs.size(); ++i) {
      columns_.push_back(i == input ? Column() : column_of(plan.inputs[i], seed, kSpanSamples, cache));
      views_.push_back(view(columns_.back(), plan.inputs[i].to_base));
    }
  }

  /// Output minus target in every sample, with the input at one value, or at one value a sample.
  void miss(const Column& values, double* out) {
    views_[input_] = view(values, plan_.inputs[input_].to_base);
    const Column step = run_columns(plan_.program, views_, plan_.step_factors, kSpanSamples).front();
    const double* output = step.data();
    const std::size_t stride = step.is_point() ? 0 : 1;
    for (std::size_t i = 0; i < kSpanSamples; ++i) out[i] = output[i * stride] - target_;
  }

 private:
  const Plan& plan_;
  std::size_t input_;
  double target_;
  std::vector<Column> columns_;
  std::vector<ColumnView> views_;
};

/// Does the output meet or pass the target; before the first value (NaN) it can only meet it.
bool brackets(double before, double after) {
  return after == 0 || (before < 0 && after > 0) || (before > 0 && after < 0);
}

}  // namespace

std::optional<CrossingSpan> crossing_span(const Plan& plan, std::size_t input, double target,
                                          const std::vector<double>& grid, bool log, std::uint64_t seed,
                                          ColumnCache* cache) {
  Sweep sweep(plan, input, target, seed, cache);
  std::vector<double> low(kSpanSamples), high(kSpanSamples), low_miss(kSpanSamples);
  std::vector<double> before(kSpanSamples, std::numeric_limits<double>::quiet_NaN()), now(kSpanSamples);
  std::vector<char> found(kSpanSamples, 0);
  std::size_t count = 0;
  for (std::size_t k = 0; k < grid.size() && count < kSpanSamples; ++k) {
    sweep.miss(Column(grid[k]), now.data());
    for (std::size_t i = 0; i < kSpanSamples; ++i) {
      if (!brackets(before[i], now[i]) || found[i]) continue;
      found[i] = true;
      ++count;
      low[i] = now[i] == 0 ? grid[k] : grid[k - 1];
      high[i] = grid[k];
      low_miss[i] = now[i] == 0 ? 0 : before[i];
    }
    before.swap(now);
  }
  if (count == 0) return std::nullopt;

  for (int round = 0; round < kHalvings; ++round) {
    std::vector<double> middle(kSpanSamples, grid.front());
    for (std::size_t i = 0; i < kSpanSamples; ++i) {
      if (found[i]) middle[i] = log ? math::sqrt(low[i]) * math::sqrt(high[i]) : low[i] + 0.5 * (high[i] - low[i]);
    }
    const Column middles(std::move(middle));
    sweep.miss(middles, now.data());
    for (std::size_t i = 0; i < kSpanSamples; ++i) {
      if (!found[i] || !(low[i] < high[i])) continue;
      if (now[i] == 0) {
        low[i] = high[i] = middles.data()[i];
      } else {
        ((now[i] < 0) == (low_miss[i] < 0) ? low[i] : high[i]) = middles.data()[i];
      }
    }
  }
  std::vector<double> crossings;
  for (std::size_t i = 0; i < kSpanSamples; ++i) {
    if (found[i]) crossings.push_back(low[i] + 0.5 * (high[i] - low[i]));
  }
  OrderStatistics order(crossings.data(), crossings.size());
  return CrossingSpan{order.quantile(0.05), order.quantile(0.95),
                      static_cast<double>(count) / static_cast<double>(kSpanSamples)};
}

}  // namespace footing::internal
