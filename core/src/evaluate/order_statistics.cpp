#include "footing/evaluate/order_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "../base/kernels.hpp"
#include "../base/sort.hpp"

namespace footing {
namespace {

namespace kernel = math::kernel;

constexpr std::size_t kSubsample = 256;
constexpr std::size_t kMostBins = 512;  // what is written to at once stays near the processor
constexpr std::size_t kPerBin = 64;

std::int32_t upper_half(double x) { return static_cast<std::int32_t>(kernel::bits_of(x) >> 32); }

}  // namespace

/// The bin of x, in the low bits. It grows with x whatever it is rounded to, so bins never overlap.
template <class T>
T OrderStatistics::place_of(T x) const {
  return kernel::at_most(kernel::at_least((x - origin_) * scale_, T(0.0)), T(last_)) + 0x1p52;
}

std::size_t OrderStatistics::bin_of(double x) const {
  if (by_bits_) {
    return static_cast<std::size_t>(kernel::scaled(std::clamp(upper_half(x), first_, final_) - first_, per_bit_));
  }
  return static_cast<std::uint16_t>(kernel::bits_of(place_of<double>(x)));
}

std::size_t OrderStatistics::choose_bins(double low, double high) {
  const std::size_t bins = std::clamp<std::size_t>(size() / kPerBin, 1, kMostBins);
  first_ = upper_half(low);
  final_ = upper_half(high);
  by_bits_ = low > 0 && high < kernel::kInfinity && static_cast<std::size_t>(final_ - first_) >= bins;
  if (by_bits_) {
    per_bit_ = static_cast<float>(bins - 1) / static_cast<float>(final_ - first_);
    return bins;
  }
  const double length = high - low;
  origin_ = low;
  scale_ = static_cast<double>(bins) / length;
  if (length > 0 && length - length == 0.0 && scale_ - scale_ == 0.0) {
    last_ = static_cast<double>(bins - 1);
    return bins;
  }
  origin_ = scale_ = 0;  // all equal so far, or beyond the range of a double
  return 1;
}

OrderStatistics::OrderStatistics(const double* values, std::size_t count) : given_(values), values_(count) {}

void OrderStatistics::group() {
  const double* const values = std::exchange(given_, nullptr);
  const std::size_t count = size();
  const auto [low, high] = std::minmax_element(values, values + std::min(count, kSubsample));
  const std::size_t bins = choose_bins(*low, *high);
  starts_ = std::vector<std::uint32_t>(bins + 1);
  // First where each value goes and how many go there; then the values.
  const std::unique_ptr<std::uint16_t[]> places(new std::uint16_t[count]);
  std::uint32_t* const counts = starts_.data() + 1;
#if defined(FOOTING_ONE_LANE)
  const std::size_t whole = 0;
#else
  const std::size_t whole = count - count % kernel::kLanes;
  const auto place = [&](const auto& bins_of_eight) {
    for (std::size_t i = 0; i < whole; i += kernel::kLanes) {
      std::uint16_t* const eight = places.get() + i;
      store_16(eight, bins_of_eight(kernel::load_lanes(values + i)));
#pragma GCC unroll 8
      for (std::size_t k = 0; k < kernel::kLanes; ++k) ++counts[eight[k]];
    }
  };
  if (by_bits_) {
    place([first = first_, final = final_, per_bit = per_bit_](const kernel::Lanes& x) {
      return scaled(held(upper_halves(kernel::bits_of(x)), first, final) - first, per_bit);
    });
  } else {
    place([this](const kernel::Lanes& x) { return lower_halves(kernel::bits_of(place_of<kernel::Lanes>(x))); });
  }
#endif
  for (std::size_t i = whole; i < count; ++i) {
    places[i] = static_cast<std::uint16_t>(bin_of(values[i]));
    ++counts[places[i]];
  }
  for (std::size_t b = 0; b < bins; ++b) starts_[b + 1] += starts_[b];
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  double* const to = values_.data();
  for (std::size_t i = 0; i < count; ++i) to[next[places[i]]++] = values[i] + 0.0;
}

std::size_t OrderStatistics::below(double x) {
  if (given_ != nullptr) group();
  const std::size_t bin = bin_of(x);
  std::size_t count = starts_[bin];
  for (std::size_t i = count; i < starts_[bin + 1]; ++i) count += values_[i] < x ? 1u : 0u;
  return count;
}

std::size_t OrderStatistics::settle(std::size_t first, std::size_t last) {
  if (given_ != nullptr) group();
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), static_cast<std::uint32_t>(first));
  const std::size_t end = std::min<std::size_t>(*after, last + 1);
  double* const values = values_.data();
  sort_part(values + after[-1], values + *after, values + first, values + end);
  return end;
}

double OrderStatistics::rank(std::size_t r) {
  settle(r, r);
  return values_[r];
}

double OrderStatistics::quantile(double p) {
  const double place = static_cast<double>(size() - 1) * std::clamp(p, 0.0, 1.0);
  const double whole = std::floor(place);
  const std::size_t r = static_cast<std::size_t>(whole);
  if (place == whole) return rank(r);
  if (settle(r, r + 1) == r + 1) settle(r + 1, r + 1);  // in two bins
  return values_[r] + (place - whole) * (values_[r + 1] - values_[r]);
}

}  // namespace footing
