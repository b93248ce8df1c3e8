#pragma once

#include <string>
#include <vector>

#include "footing/base/result.hpp"
#include "footing/formula/program.hpp"
#include "footing/model/dataset.hpp"

namespace footing {

/// One program for two scenarios of a model that may choose different routes: what `output` needs, its step alone.
/// Beside the inputs of either scenario it has one for each step that both compute by different routes, called "@" and
/// the step's id: at 0 the step is computed by the first scenario's route, at 1 by the second's.
/// Errors: output-unknown, route-missing, route-unknown.
Result<Program> merge_routes(const Model& model, const std::string& output, const std::vector<std::string>& first,
                             const std::vector<std::string>& second);

}  // namespace footing
