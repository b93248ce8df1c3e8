#include "explain/index_sums.hpp"

namespace footing::internal {
namespace {

constexpr std::size_t kLanes = 8;

double add_lanes(const double* lanes) {
  return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}

}  // namespace

IndexSums index_sums(const double* a, const double* b, const double* m, double mean, std::size_t count) {
  double first[kLanes] = {}, total[kLanes] = {};
  const auto add = [&](std::size_t i, std::size_t lane) {
    const double step = m[i] - a[i];
    first[lane] += (b[i] - mean) * step;
    total[lane] += step * step;
  };
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) add(i + lane, lane);
  }
  for (std::size_t lane = 0; i < count; ++i, ++lane) add(i, lane);
  return {add_lanes(first), add_lanes(total)};
}

double square_sum(const double* a, const double* b, double mean, std::size_t count) {
  double lanes[kLanes] = {};
  const auto add = [&](std::size_t i, std::size_t lane) {
    lanes[lane] += (a[i] - mean) * (a[i] - mean) + (b[i] - mean) * (b[i] - mean);
  };
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) add(i + lane, lane);
  }
  for (std::size_t lane = 0; i < count; ++i, ++lane) add(i, lane);
  return add_lanes(lanes);
}

}  // namespace footing::internal
