#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "footing/explain/break_even.hpp"

namespace footing::internal {

/// The lowest crossing of each joint sample of the other inputs, summarised: see CrossingSpan. `plan` has one step;
/// `input` is the index of the one that is solved for.
std::optional<CrossingSpan> crossing_span(const Plan& plan, std::size_t input, double target,
                                          const std::vector<double>& grid, bool log, std::uint64_t seed,
                                          ColumnCache* cache);

}  // namespace footing::internal
