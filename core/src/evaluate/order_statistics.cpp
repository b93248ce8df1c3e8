#include "footing/evaluate/order_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include "../base/kernels.hpp"
#include "../base/sort.hpp"

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
  const T positive = kernel::at_least(T(0.0), x);  // +0 for -0 too
  return kernel::from_bits((kernel::bits_of(positive) >> 32) | 0x4330000000000000u) - 0x1p52;
}

}  // namespace

/// The bin of x, in the low bits. It grows with x whatever it is rounded to, so bins never overlap.
template <class T>
T OrderStatistics::place_of(T x) const {
  const T place = ((wide_ ? magnitude<T>(x) : x) - origin_) * scale_;
  return kernel::at_most(kernel::at_least(place, T(0.0)), T(last_)) + 0x1p52;
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
  starts_ = std::vector<std::uint32_t>(bins + 1);
  // First where each value goes and how many go there; then the values. Bins of eight values stand as lanes 0, 2, 4, 6
  // and then 1, 3, 5, 7.
  const std::size_t whole = count - count % kernel::kLanes;
  const std::unique_ptr<std::uint16_t[]> places(new std::uint16_t[whole]);
  std::uint32_t* const counts = starts_.data() + 1;
  for (std::size_t i = 0; i < whole; i += kernel::kLanes) {
    std::uint16_t* const eight = places.get() + i;
    store_low_16(eight, kernel::bits_of(place_of<kernel::Lanes>(kernel::load_lanes(values + i))));
    for (std::size_t k = 0; k < kernel::kLanes; ++k) ++counts[eight[k]];
  }
  const auto place = [this](double x) { return static_cast<std::uint16_t>(kernel::bits_of(place_of<double>(x))); };
  for (std::size_t i = whole; i < count; ++i) ++counts[place(values[i])];
  for (std::size_t b = 0; b < bins; ++b) starts_[b + 1] += starts_[b];
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  const auto put = [next = next.data(), to = values_.data()](std::size_t bin, double x) { to[next[bin]++] = x + 0.0; };
  for (std::size_t i = 0; i < whole; i += kernel::kLanes) {
    const std::uint16_t* const eight = places.get() + i;
    for (std::size_t k = 0; k < 4; ++k) {
      put(eight[k], values[i + 2 * k]);
      put(eight[k + 4], values[i + 2 * k + 1]);
    }
  }
  for (std::size_t i = whole; i < count; ++i) put(place(values[i]), values[i]);
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
    sort_numbers(values_.data() + starts_[bin], values_.data() + starts_[bin + 1]);
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
