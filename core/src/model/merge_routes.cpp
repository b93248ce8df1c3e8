#include "footing/model/merge_routes.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "model/active.hpp"

namespace footing {
namespace {

/// if(switch > 0.5, second, first)
CheckedFormula choice_of(const std::string& by, const std::string& first, const std::string& second) {
  const auto name = [](const std::string& id) {
    Expression node;
    node.op = Op::name;
    node.text = id;
    return node;
  };
  Expression half;
  half.value = 0.5;
  Expression condition;
  condition.op = Op::greater;
  condition.args = {name(by), half};
  CheckedFormula out;
  out.tree.op = Op::choose;
  out.tree.args = {condition, name(second), name(first)};
  return out;
}

/// The route of each active step.
std::map<std::string, const Route*> routes_of(const Active& active) {
  std::map<std::string, const Route*> out;
  for (const auto& [step, route] : active.steps) out.emplace(step->id, route);
  return out;
}

}  // namespace

Result<Program> merge_routes(const Model& model, const std::string& output, const std::vector<std::string>& first,
                             const std::vector<std::string>& second) {
  if (model.step(output) == nullptr) {
    return Error{"output-unknown", "output", "Model \"" + model.id + "\" has no step \"" + output + "\".", ""};
  }
  const auto one = active_part(model, {output}, first, "a");
  const auto other = active_part(model, {output}, second, "b");
  Errors errors = one.errors();
  append(errors, other.errors());
  if (!errors.empty()) return errors;

  const auto by_first = routes_of(*one), by_second = routes_of(*other);
  ProgramBuilder builder;
  std::vector<std::string> switches;
  std::set<std::string> inputs(one->inputs.begin(), one->inputs.end());
  inputs.insert(other->inputs.begin(), other->inputs.end());
  for (const auto& id : inputs) builder.add_input(id);
  for (const auto& step : model.steps) {
    const auto a = by_first.find(step.id), b = by_second.find(step.id);
    if (a == by_first.end() || b == by_second.end() || a->second == b->second) continue;
    switches.push_back(step.id);
    builder.add_input("@" + step.id);
  }
  for (const auto& step : model.steps) {
    const auto a = by_first.find(step.id), b = by_second.find(step.id);
    if (a == by_first.end() && b == by_second.end()) continue;
    if (std::find(switches.begin(), switches.end(), step.id) == switches.end()) {
      builder.add_step(step.id, (a != by_first.end() ? a : b)->second->formula);
      continue;
    }
    builder.add_step(step.id + "@a", a->second->formula);
    builder.add_step(step.id + "@b", b->second->formula);
    builder.add_step(step.id, choice_of("@" + step.id, step.id + "@a", step.id + "@b"));
  }
  return prune(std::move(builder).finish(), {output});
}

}  // namespace footing
