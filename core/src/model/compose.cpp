#include "model/compose.hpp"

#include <algorithm>
#include <set>

namespace footing {

const Step* Model::step(const std::string& wanted) const {
  const auto found = std::find_if(steps.begin(), steps.end(), [&](const Step& s) { return s.id == wanted; });
  return found == steps.end() ? nullptr : &*found;
}

namespace {

/// Most steps of a model with all it uses, and most models it is made of.
constexpr std::size_t kMostSteps = 1000;
constexpr std::size_t kMostModels = 64;

/// Collects inputs and steps of a model and of the models it uses.
class Composer {
 public:
  Composer(const UnitTable& units, const std::map<std::string, const ModelPart*>& parts,
           const std::map<std::string, Input>& quantities, Model& model, Errors& errors, Errors& warnings)
      : units_(units), parts_(parts), quantities_(quantities), model_(model), errors_(errors), warnings_(warnings) {}

  void run(const ModelPart& part) {
    take(part, {});
    if (!errors_.empty()) return;
    check_formulas();
    if (!errors_.empty()) return;
    order_steps();
    check_outputs(part);
    check_unused(part);
  }

 private:
  void take(const ModelPart& part, const std::map<std::string, Placed>& bound) {
    if (std::find(stack_.begin(), stack_.end(), part.id) != stack_.end()) {
      errors_.push_back(
          {"model-cycle", part.path + "/use",
           "Model \"" + part.id + "\" uses itself, through " + (stack_.empty() ? part.id : stack_.back()) + ".",
           "Take one of the uses out."});
      return;
    }
    if (std::find(model_.uses.begin(), model_.uses.end(), part.id) != model_.uses.end()) {
      errors_.push_back({"duplicate-id", part.path, "Model \"" + part.id + "\" is used twice.", "Use it once."});
      return;
    }
    if (too_large(part, model_.uses.size() + 1, kMostModels,
                  "uses more than " + std::to_string(kMostModels) + " models") ||
        too_large(part, model_.steps.size() + part.steps.size(), kMostSteps,
                  "has more than " + std::to_string(kMostSteps) + " steps")) {
      return;
    }
    stack_.push_back(part.id);
    model_.uses.push_back(part.id);
    for (const auto& [id, placed] : bound) {
      const auto known = std::any_of(part.inputs.begin(), part.inputs.end(),
                                     [&wanted = id](const InputPart& i) { return i.id == wanted; });
      if (!known) {
        errors_.push_back({"input-unknown", placed.path, "Model \"" + part.id + "\" has no input \"" + id + "\".", ""});
      }
    }
    for (const auto& input : part.inputs) take_input(part, input, bound);
    for (const auto& step : part.steps) take_step(part, step);
    for (const auto& use : part.uses) {
      const auto found = parts_.find(use.model.text);
      if (found == parts_.end()) {
        errors_.push_back({"model-unknown", use.model.path, "There is no model \"" + use.model.text + "\".", ""});
        continue;
      }
      take(*found->second, use.with);
    }
    stack_.pop_back();
  }

  /// Bounds the depth of what follows, which is recursive: a stranger's file must not exhaust the stack.
  bool too_large(const ModelPart& part, std::size_t count, std::size_t most, const std::string& what) {
    if (count <= most) return false;
    errors_.push_back({"model-too-large", part.path, "Model \"" + model_.id + "\" " + what + ".", "Divide it."});
    return true;
  }

  void take_input(const ModelPart& part, const InputPart& declared, const std::map<std::string, Placed>& bound) {
    auto input = read_input(units_, declared, quantities_, part.id);
    if (!input) {
      append(errors_, input.errors());
      return;
    }
    const auto binding = bound.find(declared.id);
    if (binding != bound.end()) {
      // A bound input is a step of the composed model, named as the used model names it.
      StepPart step{
          declared.id, binding->second.path, {input->unit_text, declared.path + "/unit"}, {{"", binding->second}}};
      take_step(part, step);
      return;
    }
    const auto [at, fresh] = model_.inputs.emplace(declared.id, input.value());
    if (fresh) return;
    const Input& other = at->second;
    const bool equal = other.quantity == input->quantity && other.unit_text == input->unit_text &&
                       other.bounds.min == input->bounds.min && other.bounds.max == input->bounds.max &&
                       other.bounds.log == input->bounds.log;
    if (!equal) {
      errors_.push_back({"input-conflict", declared.path,
                         "Input \"" + declared.id + "\" is declared differently in model \"" + other.model + "\".",
                         "Equal names are one input: declare it once, as a quantity."});
    }
  }

  void take_step(const ModelPart& part, const StepPart& declared) {
    Step step{declared.id, declared.unit.text, {}, part.id, {}};
    auto unit = units_.parse(declared.unit.text, declared.unit.path);
    if (!unit) {
      append(errors_, unit.errors());
      return;
    }
    step.unit = unit.value();
    for (const auto& route : declared.routes) {
      auto tree = parse_formula(route.formula.text, route.formula.path);
      if (!tree) {
        append(errors_, tree.errors());
        continue;
      }
      Route made{route.id, route.formula.text, route.formula.path, {}, names_in(tree.value())};
      made.formula.tree = std::move(tree).value();
      step.routes.push_back(std::move(made));
    }
    if (model_.step(declared.id) != nullptr) {
      errors_.push_back(
          {"duplicate-id", declared.path, "Step \"" + declared.id + "\" is defined twice.", "Rename one of them."});
      return;
    }
    model_.steps.push_back(std::move(step));
  }

  std::vector<std::string> known_names() const {
    std::vector<std::string> names;
    for (const auto& [id, input] : model_.inputs) names.push_back(id);
    for (const auto& step : model_.steps) names.push_back(step.id);
    return names;
  }

  void check_formulas() {
    for (const auto& step : model_.steps) {
      if (model_.inputs.count(step.id) != 0) {
        errors_.push_back({"duplicate-id", step.routes.empty() ? model_.id : step.routes.front().path,
                           "\"" + step.id + "\" is both an input and a step.", "Rename one of them."});
      }
    }
    const UnitLookup lookup = [this](const std::string& id) -> std::optional<Unit> {
      const auto input = model_.inputs.find(id);
      if (input != model_.inputs.end()) return input->second.unit;
      if (const Step* step = model_.step(id)) return step->unit;
      return std::nullopt;
    };
    const auto known = known_names();
    for (auto& step : model_.steps) {
      for (auto& route : step.routes) {
        auto checked = check_formula_as(route.formula.tree, units_, lookup, step.unit, route.path, known);
        if (checked) {
          append(warnings_, checked->warnings);
          route.formula = std::move(checked).value();
        } else {
          append(errors_, checked.errors());
        }
      }
    }
  }

  /// Depth-first order; a step met again while it is open closes a cycle.
  bool visit(const std::string& id, std::set<std::string>& done, std::vector<std::string>& open,
             std::vector<Step>& ordered) {
    const Step* step = model_.step(id);
    if (step == nullptr || done.count(id) != 0) return true;
    if (std::find(open.begin(), open.end(), id) != open.end()) {
      std::string chain;
      for (auto at = std::find(open.begin(), open.end(), id); at != open.end(); ++at) chain += *at + " -> ";
      errors_.push_back({"step-cycle", step->routes.front().path, "Steps depend on one another: " + chain + id + ".",
                         "Break the circle."});
      return false;
    }
    open.push_back(id);
    for (const auto& route : step->routes) {
      for (const auto& name : route.names) {
        if (!visit(name, done, open, ordered)) return false;
      }
    }
    open.pop_back();
    done.insert(id);
    ordered.push_back(*step);
    return true;
  }

  void order_steps() {
    std::set<std::string> done;
    std::vector<std::string> open;
    std::vector<Step> ordered;
    for (const auto& step : model_.steps) {
      if (!visit(step.id, done, open, ordered)) return;
    }
    model_.steps = std::move(ordered);
  }

  void check_outputs(const ModelPart& part) {
    if (part.outputs.empty()) {
      errors_.push_back(
          {"output-unknown", part.path + "/outputs", "The model has no outputs.", "Name at least one step."});
    }
    for (const auto& output : part.outputs) {
      if (model_.step(output.text) == nullptr) {
        errors_.push_back({"output-unknown", output.path, "There is no step \"" + output.text + "\".", ""});
      }
      model_.outputs.push_back(output.text);
    }
  }

  void check_unused(const ModelPart& part) {
    std::set<std::string> named;
    for (const auto& step : model_.steps) {
      for (const auto& route : step.routes) named.insert(route.names.begin(), route.names.end());
    }
    for (const auto& input : part.inputs) {
      if (named.count(input.id) == 0) {
        errors_.push_back(
            {"input-unused", input.path, "No step uses input \"" + input.id + "\".", "Use it or remove it."});
      }
    }
  }

  const UnitTable& units_;
  const std::map<std::string, const ModelPart*>& parts_;
  const std::map<std::string, Input>& quantities_;
  Model& model_;
  Errors& errors_;
  Errors& warnings_;
  std::vector<std::string> stack_;
};

}  // namespace

Result<Model> compose(const UnitTable& units, const std::map<std::string, const ModelPart*>& parts,
                      const std::map<std::string, Input>& quantities, const ModelPart& part, Errors& warnings) {
  Model model;
  model.id = part.id;
  Errors errors;
  Composer(units, parts, quantities, model, errors, warnings).run(part);
  if (!errors.empty()) return errors;
  return model;
}

}  // namespace footing
