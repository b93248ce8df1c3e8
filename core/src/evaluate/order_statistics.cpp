#include "footing/evaluate/order_statistics.hpp"

#include <algorithm>
#include <cmath>

namespace footing {
namespace {

constexpr std::size_t kSubsample = 256;
constexpr std::size_t kMostBins = 2048;
constexpr std::size_t kPerBin = 8;

}  // namespace

OrderStatistics::OrderStatistics(const double* values, std::size_t count) : values_(count) {
  const auto [low, high] = std::minmax_element(values, values + std::min(count, kSubsample));
  const double origin = *low;
  const double length = *high - *low;
  std::size_t bins = std::clamp<std::size_t>(count / kPerBin, 1, kMostBins);
  double scale = static_cast<double>(bins) / length;
  if (!(length > 0) || length - length != 0.0 ||
      scale - scale != 0.0) {  // all equal so far, or beyond the range of a double: one bin
    bins = 1;
    scale = 0;
  }
  // (x - origin) * scale grows with x whatever it is rounded to, so bins never overlap.
  const double last = static_cast<double>(bins - 1);
  std::vector<std::uint16_t> bin(count);
  starts_ = std::vector<std::uint32_t>(bins + 1);
  for (std::size_t i = 0; i < count; ++i) {
    const double place = bins == 1 ? 0.0 : (values[i] - origin) * scale;
    bin[i] = static_cast<std::uint16_t>(place < 0.0 ? 0.0 : (place > last ? last : place));
    ++starts_[bin[i] + std::size_t{1}];
  }
  for (std::size_t b = 0; b < bins; ++b) starts_[b + 1] += starts_[b];
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  for (std::size_t i = 0; i < count; ++i) values_[next[bin[i]]++] = values[i] + 0.0;
  sorted_ = std::vector<char>(bins);
  origin_ = origin;
  scale_ = bins == 1 ? 0.0 : scale;
}

std::size_t OrderStatistics::bin_of(double x) const {
  if (scale_ == 0) return 0;
  const double place = (x - origin_) * scale_;
  const double last = static_cast<double>(sorted_.size() - 1);
  return static_cast<std::size_t>(place < 0.0 ? 0.0 : (place > last ? last : place));
}

std::size_t OrderStatistics::below(double x) const {
  const std::size_t bin = bin_of(x);
  const auto first = values_.begin() + static_cast<std::ptrdiff_t>(starts_[bin]);
  const auto last = values_.begin() + static_cast<std::ptrdiff_t>(starts_[bin + 1]);
  return starts_[bin] + static_cast<std::size_t>(std::count_if(first, last, [x](double value) { return value < x; }));
}

double OrderStatistics::rank(std::size_t r) {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), static_cast<std::uint32_t>(r));
  const std::size_t bin = static_cast<std::size_t>(after - starts_.begin()) - 1;
  if (!sorted_[bin]) {
    std::sort(values_.data() + starts_[bin], values_.data() + starts_[bin + 1]);
    sorted_[bin] = true;
  }
  return values_[r];
}

double OrderStatistics::quantile(double p) {
  const double place = static_cast<double>(size() - 1) * std::clamp(p, 0.0, 1.0);
  const double whole = std::floor(place);
  const std::size_t r = static_cast<std::size_t>(whole);
  const double low = rank(r);
  if (place == whole) return low;
  const double high = rank(r + 1);
  return low + (place - whole) * (high - low);
}

}  // namespace footing
