#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "footing/evaluate/column.hpp"

namespace footing {

/// Order statistics of a column without sorting all of it: values are spread over bins between the ends of a
/// small subsample, and within a bin a value asked for is selected. Exact; -0 counts as +0.
class OrderStatistics {
 public:
  /// Finite values, at least one; looked at when first asked, so they must outlive that.
  OrderStatistics(const double* values, std::size_t count);

  std::size_t size() const { return values_.size(); }
  /// The value of 0-based rank r < size().
  double rank(std::size_t r);
  /// Quantile 0 <= p <= 1, type 7 of Hyndman & Fan (1996): linear between ranks at (n - 1) p.
  double quantile(double p);
  /// How many values are less than x.
  std::size_t below(double x);

 private:
  void group();
  /// Puts the values of these ranks in their places, as far as they are in one bin; up to which rank (exclusive).
  std::size_t settle(std::size_t first, std::size_t last);
  /// How many bins, from the ends of a subsample.
  std::size_t choose_bins(double low, double high);
  template <class T>
  T place_of(T x) const;
  std::size_t bin_of(double x) const;

  const double* given_;  ///< until they are grouped
  /// Bins are even in the upper half of the bits, which grows with x > 0, about as its logarithm; where numbers are not
  /// positive, or lie near each other, in the value.
  bool by_bits_ = false;
  std::int32_t first_ = 0, final_ = 0;
  float per_bit_ = 0;
  double origin_ = 0, scale_ = 0, last_ = 0;
  Values values_;                      ///< grouped by bin
  std::vector<std::uint32_t> starts_;  ///< first place of each bin, and the size
};

}  // namespace footing
