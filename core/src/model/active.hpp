#pragma once

#include <string>
#include <vector>

#include "footing/model/dataset.hpp"

namespace footing {

struct ActiveStep {
  const Step* step = nullptr;
  const Route* route = nullptr;
};

/// Inputs and steps upstream of `outputs` along the routes. Errors: route-missing, route-unknown.
struct Active {
  std::vector<std::string> inputs;  ///< by id
  std::vector<ActiveStep> steps;    ///< in evaluation order
};
Result<Active> active_part(const Model& model, const std::vector<std::string>& outputs,
                           const std::vector<std::string>& routes, const std::string& path);

}  // namespace footing
