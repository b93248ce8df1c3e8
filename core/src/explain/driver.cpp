#include "footing/explain/driver.hpp"

#include <cmath>

#include "footing/base/math.hpp"
#include "footing/evaluate/evaluate.hpp"

namespace footing {

std::vector<std::optional<double>> swings(const Plan& plan, std::size_t step) {
  struct Ends {
    double low = 0, high = 0;
    bool spread = false;
  };
  const std::vector<double> centre = medians(plan);
  const double middle = run_point(plan, centre)[step];
  std::vector<Ends> ends(plan.inputs.size());
  bool positive = true;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const Distribution& distribution = plan.inputs[i].distribution;
    if (distribution.is_point()) continue;
    std::vector<double> point = centre;
    point[i] = distribution.quantile(0.05);
    ends[i].low = run_point(plan, point)[step];
    point[i] = distribution.quantile(0.95);
    ends[i].high = run_point(plan, point)[step];
    ends[i].spread = true;
    positive = positive && ends[i].low > 0 && ends[i].high > 0;
  }
  std::vector<std::optional<double>> out(ends.size());
  for (std::size_t i = 0; i < ends.size(); ++i) {
    if (!ends[i].spread) continue;
    const double size = middle == 0 ? 1.0 : std::fabs(middle);
    const double swing = positive ? math::log(ends[i].high / ends[i].low) : (ends[i].high - ends[i].low) / size;
    if (swing - swing == 0.0) out[i] = std::fabs(swing);
  }
  return out;
}

std::optional<std::size_t> driver(const std::vector<std::optional<double>>& swings) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < swings.size(); ++i) {
    if (swings[i] && *swings[i] > 0 && (!best || *swings[i] > *swings[*best])) best = i;
  }
  return best;
}

}  // namespace footing
