#pragma once

#include <map>
#include <string>

#include "footing/model/dataset.hpp"

namespace footing {

/// Reads an input's declaration; a quantity named there must be in `quantities`.
Result<Input> read_input(const UnitTable& units, const InputPart& part, const std::map<std::string, Input>& quantities,
                         const std::string& model);

/// Flattens the model `part` and all it uses, checks every formula's units and the order of steps.
/// Errors: model-unknown, model-cycle, model-too-large, step-cycle, duplicate-id, input-conflict, unknown-name,
/// unit-mismatch, output-unknown, input-unused, with the errors of formulas and units. Warnings go to `warnings`.
Result<Model> compose(const UnitTable& units, const std::map<std::string, const ModelPart*>& parts,
                      const std::map<std::string, Input>& quantities, const ModelPart& part, Errors& warnings);

}  // namespace footing
