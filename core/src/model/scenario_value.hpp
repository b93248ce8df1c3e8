#pragma once

#include "footing/model/dataset.hpp"

namespace footing {

/// Reads a scenario's value for an input, with its provenance; a value `taken_as` another kind keeps its
/// number and takes the other kind's unit. Errors: those of read_value, and taken-as when the two units do
/// not differ in kind alone.
Result<Value> read_scenario_value(const UnitTable& units, const Input& input, const ValuePart& part);

}  // namespace footing
