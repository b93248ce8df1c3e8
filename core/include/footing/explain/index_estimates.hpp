#pragma once

#include <cstddef>
#include <vector>

#include "footing/evaluate/column.hpp"

namespace footing {

/// An estimate with its standard error of sampling: how far it would move with another seed.
struct Estimate {
  double value = 0, error = 0;
};

/// First-order index: the share of the variance that would go if this alone became known. Total index: the share that
/// would stay if everything else became known. Without interactions they are equal. Estimates: either may lie a little
/// outside [0, 1].
struct IndexPair {
  Estimate first, total;
};

struct IndexEstimates {
  double variance = 0;  ///< of the function; 0: it has no indices, and `groups` is empty
  std::vector<IndexPair> groups;
};

/// Sobol' indices from the values of a function at the rows of two independent matrices A and B of points, and, for
/// each group of its arguments, at A with that group's columns from B (`mixed`). All of one length, at least 2.
///
/// First order: mean of f(B) (f(mixed) - f(A)) (Saltelli et al. 2010, table 2b), with the mean of f taken off first.
/// Total: mean of (f(A) - f(mixed))^2 / 2 (Jansen 1999; table 2f there). Variance: that of f over A and B together.
/// Errors: of the ratio, linearised (delta method), by net_standard_error over blocks of rows, so rows must be
/// consecutive points of a randomised Sobol' sequence. Values that are not finite give estimates that are not finite.
IndexEstimates estimate_indices(const Column& a, const Column& b, const std::vector<Column>& mixed);

}  // namespace footing
