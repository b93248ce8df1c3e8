#include "footing/explain/one_at_a_time.hpp"

#include <algorithm>
#include <cmath>

#include "explain/groups.hpp"
#include "footing/base/math.hpp"
#include "footing/evaluate/evaluate.hpp"

namespace footing {
namespace {

const double kWidest = 1.0 / 128;  // of an elasticity's three differences, in the logarithm of the input

/// Points of the unit interval in the middle of each option of a choice.
std::vector<double> option_places(const std::vector<double>& weights) {
  double all = 0;
  for (const double weight : weights) all += weight;
  std::vector<double> out;
  double before = 0;
  for (const double weight : weights) {
    out.push_back((before + 0.5 * weight) / all);
    before += weight;
  }
  return out;
}

/// A step of a plan with some inputs moved from their medians.
class Moved {
 public:
  Moved(const Plan& plan, std::size_t step) : plan_(prune(plan, {plan.program.steps[step]})), centre_(medians(plan_)) {}

  const Plan& plan() const { return plan_; }
  const std::vector<double>& centre() const { return centre_; }
  double at_centre() const { return run_point(plan_, centre_).front(); }

  double at_quantile(const std::vector<std::size_t>& inputs, double u) const {
    std::vector<double> point = centre_;
    for (const std::size_t i : inputs) point[i] = plan_.inputs[i].distribution.quantile(u);
    return run_point(plan_, point).front();
  }

  double at_value(std::size_t input, double value) const {
    std::vector<double> point = centre_;
    point[input] = value;
    return run_point(plan_, point).front();
  }

 private:
  Plan plan_;
  std::vector<double> centre_;
};

}  // namespace

Tornado tornado(const Plan& plan, std::size_t step) {
  const Moved moved(plan, step);
  Tornado out;
  out.centre = moved.at_centre();
  for (const internal::Together& group : internal::spread_groups(moved.plan())) {
    TornadoBar bar;
    if (internal::is_bundle(moved.plan(), group)) {
      const DistributionSpec& spec = moved.plan().inputs[group.inputs.front()].distribution.spec();
      for (const double u : option_places(spec.weights)) bar.options.push_back(moved.at_quantile(group.inputs, u));
      const auto ends = std::minmax_element(bar.options.begin(), bar.options.end());
      bar.low = *ends.first;
      bar.high = *ends.second;
    } else {
      bar.low = moved.at_quantile(group.inputs, 0.05);
      bar.high = moved.at_quantile(group.inputs, 0.95);
    }
    for (const std::size_t i : group.inputs) {
      bar.inputs.push_back(input_index(plan.program, moved.plan().program.inputs[i]));
    }
    out.bars.push_back(std::move(bar));
  }
  std::stable_sort(out.bars.begin(), out.bars.end(), [](const TornadoBar& a, const TornadoBar& b) {
    return std::fabs(a.high - a.low) > std::fabs(b.high - b.low);
  });
  return out;
}

std::vector<std::optional<double>> elasticities(const Plan& plan, std::size_t step) {
  const Moved moved(plan, step);
  const double y = moved.at_centre();
  std::vector<std::optional<double>> out(plan.inputs.size());
  for (std::size_t i = 0; i < plan.inputs.size(); ++i) {
    const Distribution& distribution = plan.inputs[i].distribution;
    if (distribution.is_discrete() && !distribution.is_point()) continue;
    const std::size_t own = input_index(moved.plan().program, plan.program.inputs[i]);
    if (own == kNoIndex) {
      out[i] = 0;
      continue;
    }
    const double x = moved.centre()[own];
    if (x == 0 || y == 0) continue;
    const auto slope = [&](double h) {
      return (moved.at_value(own, x * math::exp(h)) - moved.at_value(own, x * math::exp(-h))) / (2 * h * y);
    };
    const double wide = slope(kWidest), middle = slope(kWidest / 2), narrow = slope(kWidest / 4);
    const double first = (4 * middle - wide) / 3, second = (4 * narrow - middle) / 3;
    const double elasticity = (16 * second - first) / 15;
    if (elasticity - elasticity == 0.0) out[i] = elasticity;
  }
  return out;
}

}  // namespace footing
