#include "explain/index_sums.hpp"

#include "../base/lanes.hpp"

namespace footing::internal {
namespace {

using math::kernel::kLanes;
using math::kernel::Lanes;
using math::kernel::load_lanes;
using math::kernel::store_lanes;

double add_lanes(const double* lanes) {
  return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}

}  // namespace

IndexSums index_sums(const double* a, const double* b, const double* m, double mean, std::size_t count) {
  const auto first_of = [mean](const auto& y, const auto& step) { return (y - mean) * step; };
  Lanes first_sums = 0.0, total_sums = 0.0;
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes) {
    const Lanes step = load_lanes(m + i) - load_lanes(a + i);
    first_sums = first_sums + first_of(load_lanes(b + i), step);
    total_sums = total_sums + step * step;
  }
  double first[kLanes], total[kLanes];
  store_lanes(first, first_sums);
  store_lanes(total, total_sums);
  for (std::size_t lane = 0; i < count; ++i, ++lane) {
    const double step = m[i] - a[i];
    first[lane] += first_of(b[i], step);
    total[lane] += step * step;
  }
  return {add_lanes(first), add_lanes(total)};
}

double square_sum(const double* a, const double* b, double mean, std::size_t count) {
  const auto squares = [mean](const auto& x, const auto& y) {
    return (x - mean) * (x - mean) + (y - mean) * (y - mean);
  };
  Lanes sums = 0.0;
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes) sums = sums + squares(load_lanes(a + i), load_lanes(b + i));
  double lanes[kLanes];
  store_lanes(lanes, sums);
  for (std::size_t lane = 0; i < count; ++i, ++lane) lanes[lane] += squares(a[i], b[i]);
  return add_lanes(lanes);
}

}  // namespace footing::internal
