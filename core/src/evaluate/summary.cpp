#include "footing/evaluate/summary.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "footing/base/math.hpp"
#include "footing/evaluate/sampling_error.hpp"

namespace footing {
namespace {

constexpr std::size_t kLeaf = 64;
constexpr std::size_t kLanes = 8;
constexpr int kMostDigits = 6;
const double kOneDigitRatio = 10.0;
const double kTwoDigitWidth = 0.2;
const double kLastDigitOfError = 2.0;
const double kHuge = 1e140;  // squares of larger numbers leave the range of a double

/// Sum of f over the values, in pairs.
template <class F>
double sum_in_pairs(const double* values, std::size_t count, const F& f) {
  if (count > kLeaf) {
    std::size_t half = kLeaf;
    while (2 * half < count) half *= 2;
    return sum_in_pairs(values, half, f) + sum_in_pairs(values + half, count - half, f);
  }
  double lanes[kLanes] = {};
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) lanes[lane] += f(values[i + lane]);
  }
  for (std::size_t lane = 0; i < count; ++i, ++lane) lanes[lane] += f(values[i]);
  return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}

/// Standard error of the mean of f over the column.
template <class F>
double error_of_mean(const std::vector<double>& values, double sd, const F& f) {
  const std::size_t blocks = error_blocks(values.size());
  if (blocks == 0) return sd / math::sqrt(static_cast<double>(values.size()));
  std::size_t whole = blocks;
  while (2 * whole <= values.size()) whole *= 2;
  const std::size_t points = whole / blocks;
  std::vector<double> means(blocks);
  for (std::size_t b = 0; b < blocks; ++b) {
    means[b] = sum_in_pairs(values.data() + b * points, points, f) / static_cast<double>(points);
  }
  return net_standard_error(means);
}

/// Standard error of a quantile after Woodruff (1952): the error of the share below it, read off the quantile
/// function on both sides.
double error_of_quantile(const std::vector<double>& values, OrderStatistics& order, double p, double quantile) {
  const double share_error =
      error_of_mean(values, math::sqrt(p * (1.0 - p)), [quantile](double x) { return x <= quantile ? 1.0 : 0.0; });
  return 0.5 * (order.quantile(p + share_error) - order.quantile(p - share_error));
}

/// Unit of the last of `digits` significant digits of x != 0.
double last_unit(double x, int digits) {
  const double size = std::fabs(x);
  double decade = std::floor(math::log10(size));
  if (math::pow(10.0, decade + 1) <= size) decade += 1;
  if (math::pow(10.0, decade) > size) decade -= 1;
  return math::pow(10.0, decade + 1 - digits);
}

bool error_allows(double figure, double error, int digits) {
  return figure == 0 || error == 0 || last_unit(figure, digits) >= kLastDigitOfError * error;
}

/// Digits the width of the interval allows.
int interval_digits(const Summary& s) {
  const double larger = std::max(std::fabs(s.p05), std::fabs(s.p95));
  const double smaller = std::min(std::fabs(s.p05), std::fabs(s.p95));
  if (larger == 0) return kMostDigits;
  if (s.p05 * s.p95 < 0 || larger >= kOneDigitRatio * smaller) return 1;
  double width = (s.p95 - s.p05) / larger;
  int digits = 2;
  for (; digits < kMostDigits && width <= kTwoDigitWidth; width *= 10.0) ++digits;
  return digits;
}

}  // namespace

double pairwise_sum(const double* values, std::size_t count) {
  return sum_in_pairs(values, count, [](double x) { return x; });
}

int justified_digits(const Summary& summary) {
  if (summary.point) return kPointDigits;
  for (int digits = interval_digits(summary); digits > 1; --digits) {
    if (error_allows(summary.p05, summary.p05_error, digits) &&
        error_allows(summary.median, summary.median_error, digits) &&
        error_allows(summary.p95, summary.p95_error, digits)) {
      return digits;
    }
  }
  return 1;
}

Summary summarise(const Column& column) {
  OrderStatistics order(column.data(), column.size());
  return summarise(column, order);
}

Summary summarise(const Column& column, OrderStatistics& order) {
  Summary s;
  const std::vector<double>& values = column.values();
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  s.min = *low + 0.0;
  s.max = *high + 0.0;
  if (s.min == s.max) {
    s.mean = s.p05 = s.p25 = s.median = s.p75 = s.p95 = s.min;
    return s;
  }
  s.point = false;
  // Numbers whose squares or sums would overflow are scaled by a power of two, which is exact.
  const double scale = std::max(std::fabs(s.min), std::fabs(s.max)) > kHuge ? 0x1p-540 : 1.0;
  const double count = static_cast<double>(values.size());
  const auto identity = [scale](double x) { return x * scale; };
  const double scaled_mean = sum_in_pairs(values.data(), values.size(), identity) / count;
  const auto square = [scale, scaled_mean](double x) { return (x * scale - scaled_mean) * (x * scale - scaled_mean); };
  s.mean = std::clamp(scaled_mean / scale, s.min, s.max);
  s.sd = math::sqrt(sum_in_pairs(values.data(), values.size(), square) / count) / scale;
  s.p05 = order.quantile(0.05);
  s.p25 = order.quantile(0.25);
  s.median = order.quantile(0.5);
  s.p75 = order.quantile(0.75);
  s.p95 = order.quantile(0.95);
  s.mean_error = error_of_mean(values, s.sd * scale, identity) / scale;
  s.p05_error = error_of_quantile(values, order, 0.05, s.p05);
  s.median_error = error_of_quantile(values, order, 0.5, s.median);
  s.p95_error = error_of_quantile(values, order, 0.95, s.p95);
  s.digits = justified_digits(s);
  return s;
}

}  // namespace footing
