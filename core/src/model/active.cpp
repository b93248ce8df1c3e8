#include "model/active.hpp"

#include <algorithm>
#include <set>

namespace footing {
namespace {

const Route* chosen_route(const Step& step, const std::vector<std::string>& routes) {
  if (step.routes.size() == 1 && step.routes.front().id.empty()) return &step.routes.front();
  for (const auto& route : step.routes) {
    if (std::find(routes.begin(), routes.end(), route.id) != routes.end()) return &route;
  }
  return nullptr;
}

std::string route_list(const Step& step) {
  std::string list;
  for (const auto& route : step.routes) list += (list.empty() ? "" : ", ") + route.id;
  return list;
}

}  // namespace

Result<Active> active_part(const Model& model, const std::vector<std::string>& outputs,
                           const std::vector<std::string>& routes, const std::string& path) {
  Errors errors;
  for (const auto& route : routes) {
    const bool known = std::any_of(model.steps.begin(), model.steps.end(), [&](const Step& step) {
      return std::any_of(step.routes.begin(), step.routes.end(), [&](const Route& r) { return r.id == route; });
    });
    if (!known) {
      errors.push_back({"route-unknown", path, "Model \"" + model.id + "\" has no route \"" + route + "\".", ""});
    }
  }
  std::set<std::string> wanted(outputs.begin(), outputs.end());
  Active active;
  std::set<std::string> inputs;
  // Steps are ordered, so walking backwards meets every user of a step before the step itself.
  for (auto step = model.steps.rbegin(); step != model.steps.rend(); ++step) {
    if (wanted.count(step->id) == 0) continue;
    const Route* route = chosen_route(*step, routes);
    if (route == nullptr) {
      errors.push_back({"route-missing", path, "Step \"" + step->id + "\" has several routes and none is chosen.",
                        "Choose one of: " + route_list(*step) + "."});
      continue;
    }
    active.steps.push_back({&*step, route});
    for (const auto& name : route->names) {
      if (model.inputs.count(name) != 0) {
        inputs.insert(name);
      } else {
        wanted.insert(name);
      }
    }
  }
  if (!errors.empty()) return errors;
  std::reverse(active.steps.begin(), active.steps.end());
  active.inputs.assign(inputs.begin(), inputs.end());
  return active;
}

}  // namespace footing
