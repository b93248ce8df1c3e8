#include "footing/evaluate/summary.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "../base/kernels.hpp"
#include "footing/base/math.hpp"
#include "footing/evaluate/sampling_error.hpp"

namespace footing {
namespace {

constexpr std::size_t kLeaf = 64;
constexpr std::size_t kBranch = 8;  // leaves summed in one go
constexpr std::size_t kMostBlocks = 64;
constexpr int kMostDigits = 6;
const double kOneDigitRatio = 10.0;
const double kTwoDigitWidth = 0.2;
const double kLastDigitOfError = 2.0;
const double kHuge = 1e140;  // squares of larger numbers leave the range of a double

using math::kernel::kLanes;
using math::kernel::LaneBits;
using math::kernel::Lanes;
using math::kernel::load_lanes;
using math::kernel::store_lanes;

/// A sum is that of eight, one for each remainder: its bits do not depend on how many lanes there are.
constexpr std::size_t kSums = 8;

double sum_of_eight(const double* x) { return ((x[0] + x[1]) + (x[2] + x[3])) + ((x[4] + x[5]) + (x[6] + x[7])); }

/// Sum of f over fewer than kLeaf values. `f` takes a double.
template <class F>
double sum_of_rest(const double* values, std::size_t count, const F& f) {
  double sums[kSums] = {};
  for (std::size_t i = 0; i < count; ++i) sums[i % kSums] += f(values[i]);
  return sum_of_eight(sums);
}

/// The same over kLeaf values. `f` takes lanes.
template <class F>
double sum_of_leaf(const double* values, const F& f) {
  if constexpr (kLanes == kSums) {
    Lanes sums = 0.0;
    for (std::size_t i = 0; i < kLeaf; i += kLanes) sums = sums + f(load_lanes(values + i));
    double lanes[kLanes];
    store_lanes(lanes, sums);
    return sum_of_eight(lanes);
  } else {
    return sum_of_rest(values, kLeaf, f);
  }
}

/// Sum of f over the values, in pairs.
template <class F>
double sum_in_pairs(const double* values, std::size_t count, const F& f) {
  if (count == kLeaf) return sum_of_leaf(values, f);
  if (count < kLeaf) return sum_of_rest(values, count, f);
  if (kLanes > 1 && count == kBranch * kLeaf) {
    double sums[kBranch];
    for (std::size_t k = 0; k < kBranch; ++k) sums[k] = sum_of_leaf(values + k * kLeaf, f);
    return sum_of_eight(sums);
  }
  std::size_t half = kLeaf;
  while (2 * half < count) half *= 2;
  return sum_in_pairs(values, half, f) + sum_in_pairs(values + half, count - half, f);
}

/// The blocks of a sample that its errors are taken from: `count` of `points` consecutive points, none where there are
/// too few.
struct Blocks {
  std::size_t count = 0, points = 0;

  explicit Blocks(std::size_t samples) : count(error_blocks(samples)) {
    if (count == 0) return;
    std::size_t whole = count;
    while (2 * whole <= samples) whole *= 2;
    points = whole / count;
  }
  std::size_t whole() const { return count * points; }
};

/// Sum of f over the values, in pairs, and over each block.
template <class F>
double sum_with_blocks(const Values& values, const Blocks& blocks, const F& f, std::vector<double>& sums) {
  sums.clear();
  for (std::size_t b = 0; b < blocks.count; ++b) {
    sums.push_back(sum_in_pairs(values.data() + b * blocks.points, blocks.points, f));
  }
  const std::size_t whole = blocks.whole();
  if (blocks.points < kLeaf) return sum_in_pairs(values.data(), values.size(), f);
  // The blocks are whole branches of the tree of pairs.
  double total[kMostBlocks];
  std::copy(sums.begin(), sums.end(), total);
  for (std::size_t n = sums.size(); n > 1; n /= 2) {
    for (std::size_t i = 0; i < n / 2; ++i) total[i] = total[2 * i] + total[2 * i + 1];
  }
  if (whole == values.size()) return total[0];
  return total[0] + sum_in_pairs(values.data() + whole, values.size() - whole, f);
}

/// Mean and standard deviation, and the sums of the blocks.
struct Moments {
  double mean = 0, sd = 0;
  std::vector<double> sums;

  Moments(const Values& values, const Blocks& blocks) {
    const double count = static_cast<double>(values.size());
    mean = sum_with_blocks(
               values, blocks, [](const auto& x) { return x; }, sums) /
           count;
    const auto square = [centre = mean](const auto& x) {
      const auto off = x - centre;
      return off * off;
    };
    sd = math::sqrt(sum_in_pairs(values.data(), values.size(), square) / count);
  }
};

Values scaled(const Values& values, double factor) {
  Values out(values.size());
  std::transform(values.begin(), values.end(), out.data(), [factor](double x) { return x * factor; });
  return out;
}

/// Standard error of a mean from the sums of its blocks; `sd` where there are none.
double error_of_mean(std::vector<double> sums, const Blocks& blocks, double sd, std::size_t samples) {
  if (blocks.count == 0) return sd / math::sqrt(static_cast<double>(samples));
  for (double& sum : sums) sum /= static_cast<double>(blocks.points);
  return net_standard_error(sums);
}

constexpr std::size_t kErrors = 3;

/// How many of the values are at most a limit.
double count_up_to(const double* values, std::size_t count, double limit) {
  std::size_t i = 0;
  std::uint64_t whole = 0;
  if constexpr (kLanes == kSums) {
    LaneBits sums(0);
    for (; i + kLanes <= count; i += kLanes) sums = sums - (load_lanes(values + i) <= Lanes(limit));
    std::uint64_t lanes[kLanes];
    store_lanes(lanes, sums);
    for (const std::uint64_t lane : lanes) whole += lane;
  }
  for (; i < count; ++i) whole += values[i] <= limit ? 1u : 0u;
  return static_cast<double>(whole);
}

/// Standard errors of three quantiles after Woodruff (1952): the error of the share below one, read off the quantile
/// function on both sides.
void errors_of_quantiles(const Values& values, const Blocks& blocks, OrderStatistics& order, const double* p,
                         const double* quantiles, double* errors) {
  std::vector<double> sums[kErrors];
  for (std::size_t b = 0; b < blocks.count; ++b) {
    // A block stays near the processor for all three.
    const double* const block = values.data() + b * blocks.points;
    for (std::size_t k = 0; k < kErrors; ++k) sums[k].push_back(count_up_to(block, blocks.points, quantiles[k]));
  }
  for (std::size_t k = 0; k < kErrors; ++k) {
    const double sd = math::sqrt(p[k] * (1.0 - p[k]));
    const double share_error = error_of_mean(std::move(sums[k]), blocks, sd, values.size());
    errors[k] = 0.5 * (order.quantile(p[k] + share_error) - order.quantile(p[k] - share_error));
  }
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
  return sum_in_pairs(values, count, [](const auto& x) { return x; });
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

Summary summarise(const Column& column, OrderStatistics& order, bool errors) {
  Summary s;
  const Values& values = column.values();
  const Blocks blocks(values.size());
  // Sums first: they leave the column near the processor for the order of its values.
  Moments moments(values, blocks);
  s.min = order.rank(0);
  s.max = order.rank(order.size() - 1);
  if (s.min == s.max) {
    s.mean = s.p05 = s.p25 = s.median = s.p75 = s.p95 = s.min;
    return s;
  }
  s.point = false;
  // Numbers whose squares or sums would overflow are scaled by a power of two, which is exact.
  const double scale = std::max(std::fabs(s.min), std::fabs(s.max)) > kHuge ? 0x1p-540 : 1.0;
  if (scale != 1.0) moments = Moments(scaled(values, scale), blocks);
  s.mean = std::clamp(moments.mean / scale, s.min, s.max);
  s.sd = moments.sd / scale;
  s.p05 = order.quantile(0.05);
  s.p25 = order.quantile(0.25);
  s.median = order.quantile(0.5);
  s.p75 = order.quantile(0.75);
  s.p95 = order.quantile(0.95);
  if (!errors) return s;
  s.mean_error = error_of_mean(std::move(moments.sums), blocks, s.sd * scale, values.size()) / scale;
  const double p[kErrors] = {0.05, 0.5, 0.95};
  const double quantiles[kErrors] = {s.p05, s.median, s.p95};
  double found[kErrors];
  errors_of_quantiles(values, blocks, order, p, quantiles, found);
  s.p05_error = found[0];
  s.median_error = found[1];
  s.p95_error = found[2];
  s.digits = justified_digits(s);
  return s;
}

}  // namespace footing
