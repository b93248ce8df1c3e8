#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "footing/base/result.hpp"
#include "footing/evaluate/column_cache.hpp"
#include "footing/evaluate/plan.hpp"
#include "footing/explain/index_estimates.hpp"

namespace footing {

/// Most rows of each of the two matrices.
inline constexpr std::size_t kMostIndexRows = std::size_t{1} << 16;

/// Rows of each of the two matrices for a joint sample of so many points: half of them, so that both together are as
/// many, rounded down to a power of two; 2 to kMostIndexRows. 8,192 for the default.
std::size_t index_rows(std::size_t samples);

/// Inputs that are drawn together (one, or the members of a weighted bundle), ascending indices of plan.inputs, with
/// their indices.
struct InputGroup {
  std::vector<std::size_t> inputs;
  IndexPair linear;              ///< of the step itself
  std::optional<IndexPair> log;  ///< of its logarithm; empty where that does not exist for every row
};

struct Indices {
  std::size_t rows = 0;          ///< of each matrix; the step is computed at rows * (groups + 2) points
  double sd = 0;                 ///< standard deviation of the step; 0: a point, which has no indices
  std::optional<double> log_sd;  ///< of its logarithm
  /// Groups that the step depends on and that are spread, the largest total index first (of the logarithm where there
  /// is one); equal ones in the order of the plan. Empty for a point.
  std::vector<InputGroup> groups;
};

/// Sobol' indices of one step over the ranges that the plan gives its inputs: they speak of those ranges, and an input
/// held at one value has none. Matrix A is drawn with the inputs' own dimensions, so its columns are the first
/// rows of the joint sample; matrix B with as many dimensions that no input of the plan has. Estimators and errors: see
/// estimate_indices.
/// Errors: samples-range (fewer than 4), too-many-dimensions (B needs more than are left), non-finite at
/// "<path>/steps/<id>".
Result<Indices> indices(const Plan& plan, std::size_t step, std::size_t samples, std::uint64_t seed,
                        ColumnCache* cache = nullptr, const std::string& path = "");

}  // namespace footing
