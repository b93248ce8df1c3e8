#include "explain/groups.hpp"

#include <algorithm>

namespace footing::internal {

std::vector<Together> spread_groups(const Plan& plan) {
  std::vector<Together> groups;
  for (std::size_t i = 0; i < plan.inputs.size(); ++i) {
    const InputColumn& input = plan.inputs[i];
    if (input.distribution.is_point()) continue;
    const auto found = std::find_if(groups.begin(), groups.end(),
                                    [&](const Together& group) { return group.dimension == input.dimension; });
    if (found == groups.end()) {
      groups.push_back({input.dimension, {i}});
    } else {
      found->inputs.push_back(i);
    }
  }
  return groups;
}

bool is_bundle(const Plan& plan, const Together& group) {
  return plan.inputs[group.inputs.front()].distribution.spec().in_order;
}

}  // namespace footing::internal
