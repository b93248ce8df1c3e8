#pragma once

#include <string_view>

#include "footing/uncertainty/distribution.hpp"

namespace footing {

/// What is said about a shape once, for its parser, printer and checks.
struct ShapeInfo {
  Shape shape;
  std::string_view name;  ///< as written; empty for a point and an interval
  std::size_t least;      ///< fewest and most numbers
  std::size_t most;
  bool ascending;  ///< its numbers must not descend
};

const ShapeInfo& shape_info(Shape shape);

/// Everything about a spec that does not depend on an input's bounds.
/// Errors: low-above-high, distribution-parameter.
Errors check_spec(const DistributionSpec& spec, const std::string& path);

}  // namespace footing
