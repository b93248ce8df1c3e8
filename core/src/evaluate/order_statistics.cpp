#include "footing/evaluate/order_statistics.hpp"

#include <algorithm>
#include <cmath>

#include "../base/kernels.hpp"

namespace footing {
namespace {

namespace kernel = math::kernel;

constexpr std::size_t kSubsample = 256;
constexpr std::size_t kMostBins = 512;  // what is written to at once stays near the processor
constexpr std::size_t kPerBin = 64;
const double kWide = 4.0;  // from this ratio of the ends on, bins are even in the exponent

/// The upper half of a double's bits as a number: it grows with x > 0, about as its logarithm. 0 for the others.
template <class T>
T magnitude(T x) {
  const T positive = kernel::select(x > 0.0, x, 0.0);
  return kernel::from_bits((kernel::bits_of(positive) >> 32) | 0x4330000000000000u) - 0x1p52;
}

}  // namespace

/// The bin of x, in the low bits. It grows with x whatever it is rounded to, so bins never overlap.
template <class T>
T OrderStatistics::place_of(T x) const {
  const T place = ((wide_ ? magnitude<T>(x) : x) - origin_) * scale_;
  const T raised = kernel::select(place < 0.0, 0.0, place);
  return kernel::select(raised > last_, last_, raised) + 0x1p52;
}

OrderStatistics::OrderStatistics(const double* values, std::size_t count) : values_(count) {
  const auto [low, high] = std::minmax_element(values, values + std::min(count, kSubsample));
  std::size_t bins = std::clamp<std::size_t>(count / kPerBin, 1, kMostBins);
  wide_ = *low > 0 && *high >= kWide * *low;
  origin_ = wide_ ? magnitude<double>(*low) : *low;
  const double length = (wide_ ? magnitude<double>(*high) : *high) - origin_;
  scale_ = static_cast<double>(bins) / length;
  if (!(length > 0) || length - length != 0.0 || scale_ - scale_ != 0.0 || bins == 1) {
    // All equal so far, or beyond the range of a double: one bin.
    bins = 1;
    origin_ = scale_ = 0;
    wide_ = true;  // nothing can overflow
  }
  last_ = static_cast<double>(bins - 1);
  std::vector<std::uint16_t> bin(count);
  starts_ = std::vector<std::uint32_t>(bins + 1);
  const auto put = [&](std::size_t i, std::uint64_t place) {
    bin[i] = static_cast<std::uint16_t>(place);
    ++starts_[bin[i] + std::size_t{1}];
  };
  std::size_t i = 0;
  for (; i + kernel::kLanes <= count; i += kernel::kLanes) {
    std::uint64_t places[kernel::kLanes];
    store_lanes(places, kernel::bits_of(place_of<kernel::Lanes>(kernel::load_lanes(values + i))));
    for (std::size_t lane = 0; lane < kernel::kLanes; ++lane) put(i + lane, places[lane]);
  }
  for (; i < count; ++i) put(i, kernel::bits_of(place_of<double>(values[i])));
  for (std::size_t b = 0; b < bins; ++b) starts_[b + 1] += starts_[b];
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  for (i = 0; i < count; ++i) values_.data()[next[bin[i]]++] = values[i] + 0.0;
  sorted_ = std::vector<char>(bins);
}

std::size_t OrderStatistics::below(double x) const {
  const auto bin = static_cast<std::uint16_t>(kernel::bits_of(place_of<double>(x)));
  std::size_t count = starts_[bin];
  for (std::size_t i = count; i < starts_[bin + std::size_t{1}]; ++i) count += values_[i] < x ? 1u : 0u;
  return count;
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
