#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "footing/evaluate/evaluate.hpp"
#include "footing/explain/place.hpp"

namespace footing {

/// Does a figure's position survive another choice of shapes?
enum class ShapeGuard { agree, near_edge };
std::string_view text(ShapeGuard guard);

/// A placed figure: which step (index in plan.program.steps), and where it was found to lie.
struct PlacedFigure {
  std::size_t step = 0;
  PublishedFigure figure;
  Position position = Position::middle;
};

/// Samples the guard uses at most.
inline constexpr std::size_t kGuardSamples = 4096;

/// Recomputes the positions three times: every spread continuous input uniform, then triangular (symmetric about the
/// middle of its 5–95 %), then lognormal (uniform where p05 <= 0), each with the p05 and p95 it had. What a shape puts
/// beyond an input's hard bound is moved to the bound, which leaves p05 and p95 as they are. Choices, readings and
/// points stay. near_edge when any of the three gives another position, or a value that is not finite. One answer a
/// figure.
std::vector<ShapeGuard> shape_guard(const Plan& plan, const Options& options, const std::vector<PlacedFigure>& figures,
                                    ColumnCache* cache = nullptr);

}  // namespace footing
