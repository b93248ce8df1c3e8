#pragma once

#include <string>

#include "footing/uncertainty/distribution.hpp"

namespace footing {

/// A checked value in the unit of its input.
struct Value {
  DistributionSpec spec;  ///< numbers in the input's declared unit
  Distribution distribution;
  std::string state, evidence, range, made;
};

/// A published figure.
struct Figure {
  std::string id, path, role, output, scenario, relation, end, finding;
  std::string over;       ///< the scenario whose output divides, for a ratio of two scenarios; else ""
  double value = 0;       ///< in the unit of the output; a ratio is a plain number
  double half_width = 0;  ///< half a unit of its last printed digit, or the stated tolerance; in that unit
};

}  // namespace footing
