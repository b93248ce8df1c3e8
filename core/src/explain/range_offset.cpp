#include <algorithm>
#include <cmath>

#include "footing/explain/break_even.hpp"

namespace footing {
namespace {

const double kRounding = 1e-9;  // a value this near to an end, against it, lies on it

}  // namespace

RangeOffset offset_from_range(const Distribution& distribution, double value) {
  RangeOffset out;
  const std::vector<double>& numbers = distribution.spec().numbers;
  if (distribution.spec().shape == Shape::choice) {
    const auto ends = std::minmax_element(numbers.begin(), numbers.end());
    out.low = *ends.first;
    out.high = *ends.second;
  } else {
    out.low = distribution.quantile(0.05);
    out.high = distribution.quantile(0.95);
  }
  const double end = value < out.low ? out.low : value > out.high ? out.high : value;
  out.inside = std::fabs(value - end) <= kRounding * std::fabs(end);
  if (!out.inside) out.off = value - end;
  if (out.inside) {
    out.times = 1;
  } else if (value > 0 && end > 0) {
    out.times = value / end;
  }
  return out;
}

}  // namespace footing
