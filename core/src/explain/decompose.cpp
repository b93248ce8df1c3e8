#include "footing/explain/decompose.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string>

#include "footing/base/math.hpp"
#include "footing/uncertainty/sobol.hpp"

namespace footing {
namespace {

constexpr std::uint64_t kSeed = 1;

bool is_finite(double x) { return x - x == 0.0; }

Error non_finite() {
  return {"non-finite", "", "with some of the differences between the two the result is not a finite number",
          "compare scenarios that lie nearer to one another"};
}

/// Adds up what changes contribute, step by step.
class Tally {
 public:
  explicit Tally(std::size_t changes)
      : sums_(changes, 0),
        least_(changes, std::numeric_limits<double>::infinity()),
        most_(changes, -std::numeric_limits<double>::infinity()) {}

  void add(std::size_t change, double step, double weight) {
    sums_[change] += weight * step;
    least_[change] = std::min(least_[change], step);
    most_[change] = std::max(most_[change], step);
  }

  Contribution contribution(std::size_t change, bool log) const {
    const auto shown = [log](double x) { return log ? math::exp(x) : x; };
    return {shown(sums_[change]), 0, shown(least_[change]), shown(most_[change])};
  }
  double sum(std::size_t change) const { return sums_[change]; }

 private:
  std::vector<double> sums_, least_, most_;
};

/// Outcomes on the scale of the contributions; on the log scale where all of them are positive.
bool to_scale(std::vector<double>& outcomes) {
  if (!std::all_of(outcomes.begin(), outcomes.end(), [](double y) { return y > 0; })) return false;
  for (double& y : outcomes) y = math::log(y);
  return true;
}

/// Every combination: bit i of the index is change i.
Result<Decomposition> over_combinations(std::size_t changes, const Outcome& outcome) {
  Decomposition out;
  std::vector<double> outcomes(std::size_t{1} << changes);
  std::vector<char> made(changes);
  for (std::size_t set = 0; set < outcomes.size(); ++set) {
    for (std::size_t i = 0; i < changes; ++i) made[i] = static_cast<char>((set >> i) & 1);
    outcomes[set] = outcome(made);
    if (!is_finite(outcomes[set])) return non_finite();
  }
  out.from = outcomes.front();
  out.to = outcomes.back();
  out.outcomes = outcomes.size();
  out.log = to_scale(outcomes);
  // Weight of a set of s changes that one more is added to: s! (n - s - 1)! / n!.
  std::vector<double> weights(changes);
  double weight = 1;
  for (std::size_t s = 0; s < changes; ++s) {
    weights[s] = weight / static_cast<double>(changes);
    weight *= static_cast<double>(s + 1) / static_cast<double>(changes - s - 1 > 0 ? changes - s - 1 : 1);
  }
  Tally tally(changes);
  for (std::size_t set = 0; set < outcomes.size(); ++set) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < changes; ++i) size += (set >> i) & 1;
    for (std::size_t i = 0; i < changes; ++i) {
      if ((set >> i) & 1) continue;
      tally.add(i, outcomes[set | (std::size_t{1} << i)] - outcomes[set], weights[size]);
    }
  }
  for (std::size_t i = 0; i < changes; ++i) out.contributions.push_back(tally.contribution(i, out.log));
  return out;
}

/// Orders of the changes: rankings of the coordinates of Sobol' points, and each of them backwards.
std::vector<std::vector<std::size_t>> sampled_orders(std::size_t changes) {
  std::vector<std::vector<double>> columns(changes, std::vector<double>(kSampledOrders / 2));
  for (std::size_t i = 0; i < changes; ++i) {
    SobolColumn(static_cast<int>(i), kSeed).fill(0, columns[i].size(), columns[i].data());
  }
  std::vector<std::vector<std::size_t>> out;
  for (std::size_t row = 0; row < kSampledOrders / 2; ++row) {
    std::vector<std::size_t> order(changes);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return columns[a][row] < columns[b][row] || (columns[a][row] == columns[b][row] && a < b);
    });
    out.push_back(order);
    std::reverse(order.begin(), order.end());
    out.push_back(std::move(order));
  }
  return out;
}

Result<Decomposition> over_orders(std::size_t changes, const Outcome& outcome) {
  Decomposition out;
  out.exact = false;
  const std::vector<std::vector<std::size_t>> orders = sampled_orders(changes);
  std::vector<double> outcomes;
  for (const std::vector<std::size_t>& order : orders) {
    std::vector<char> made(changes, 0);
    outcomes.push_back(outcome(made));
    for (const std::size_t change : order) {
      made[change] = 1;
      outcomes.push_back(outcome(made));
    }
  }
  if (!std::all_of(outcomes.begin(), outcomes.end(), is_finite)) return non_finite();
  out.from = outcomes.front();
  out.to = outcomes.back();
  out.outcomes = outcomes.size();
  out.log = to_scale(outcomes);
  Tally tally(changes);
  std::vector<double> squares(changes, 0);
  const double weight = 1.0 / static_cast<double>(orders.size());
  for (std::size_t pair = 0; pair < orders.size(); pair += 2) {
    std::vector<double> both(changes, 0);
    for (const std::size_t walk : {pair, pair + 1}) {
      const double* y = outcomes.data() + walk * (changes + 1);
      for (std::size_t k = 0; k < changes; ++k) {
        const double step = y[k + 1] - y[k];
        tally.add(orders[walk][k], step, weight);
        both[orders[walk][k]] += 0.5 * step;
      }
    }
    for (std::size_t i = 0; i < changes; ++i) squares[i] += both[i] * both[i];
  }
  const double pairs = 0.5 * static_cast<double>(orders.size());
  for (std::size_t i = 0; i < changes; ++i) {
    out.contributions.push_back(tally.contribution(i, out.log));
    const double variance = squares[i] / pairs - tally.sum(i) * tally.sum(i);
    out.contributions[i].error = variance > 0 ? math::sqrt(variance / pairs) : 0;
  }
  return out;
}

}  // namespace

Result<Decomposition> decompose(std::size_t changes, const Outcome& outcome) {
  if (changes > kMostChanges) {
    return Error{"too-many-dimensions", "",
                 std::to_string(changes) + " differences are more than the " + std::to_string(kMostChanges) +
                     " that can be told apart",
                 "compare scenarios that lie nearer to one another"};
  }
  return changes <= kExactChanges ? over_combinations(changes, outcome) : over_orders(changes, outcome);
}

}  // namespace footing
