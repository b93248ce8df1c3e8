#pragma once

#include <cstddef>

#include "footing/evaluate/column.hpp"
#include "footing/evaluate/order_statistics.hpp"

namespace footing {

/// Digits a point's summary carries: the page prints a point by its own digits.
inline constexpr int kPointDigits = 6;

/// What a column comes to. Standard errors are of the sampling alone (see sampling_error.hpp): how far the
/// figure would move with another seed, not how uncertain the inputs are.
struct Summary {
  double mean = 0, sd = 0;  ///< sd divides by n: the sample is an integration rule, not a survey
  double min = 0, max = 0;
  double p05 = 0, p25 = 0, median = 0, p75 = 0, p95 = 0;  ///< type 7 of Hyndman & Fan (1996)
  bool point = true;
  double mean_error = 0, p05_error = 0, median_error = 0, p95_error = 0;
  /// Significant digits that may be shown, 1..6: see justified_digits.
  int digits = kPointDigits;
};

/// Summarises a column of finite values. Fixed order of operations: the same bits everywhere.
Summary summarise(const Column& column);
/// The same for a caller that keeps the order statistics of the column (of a spread column) for more. Without `errors`,
/// for a caller that shows no digits: the standard errors stay 0, `digits` unset.
Summary summarise(const Column& column, OrderStatistics& order, bool errors = true);

/// Sum in pairs, depth first, leaves of 64 in eight lanes (error grows with log n; Higham 1993). The sum of
/// 2^k > 64 values is the sum of the sums of its halves, bit for bit.
double pairwise_sum(const double* values, std::size_t count);

/// How many significant digits (1..6) p05, median and p95 may be shown with, the smaller of
/// - by the interval: one where its ends differ in sign or by a factor of 10 or more, else two where it is wider than a
/// fifth
///   of its larger end (400..620), and one more for every factor of ten it is narrower (95..105: three);
/// - by the sampling: the largest number for which one unit of the last digit of each of the three is at least twice
///   its own error.
/// kPointDigits for a point.
int justified_digits(const Summary& summary);

}  // namespace footing
