#include "footing/model/prepare_claim.hpp"

#include <algorithm>
#include <set>

#include "model/active.hpp"
#include "model/bundle_choice.hpp"
#include "model/scenario_value.hpp"

namespace footing {
namespace {

class ClaimPreparer {
 public:
  ClaimPreparer(const Dataset& dataset, const Claim& claim, const Model& model)
      : dataset_(dataset), claim_(claim), model_(model) {}

  Result<PreparedClaim> run() {
    out_.id = claim_.id;
    out_.kind = claim_.kind;
    out_.model = claim_.model;
    out_.driver = claim_.driver;
    out_.default_scenario = claim_.scenario("sourced_then") != nullptr ? "sourced_then" : "as_published";
    out_.revision = claim_.revision;
    out_.outputs = claim_.outputs;
    out_.published = claim_.published;
    std::vector<Active> parts;
    std::set<std::string> inputs;
    for (const auto& scenario : claim_.scenarios) {
      auto active = active_part(model_, claim_.outputs, scenario.routes, scenario.path + "/route");
      if (!active) {
        append(errors_, active.errors());
        continue;
      }
      inputs.insert(active->inputs.begin(), active->inputs.end());
      parts.push_back(std::move(active).value());
    }
    if (!errors_.empty()) return errors_;
    take_inputs();
    take_steps();
    for (const auto& scenario : claim_.scenarios) {
      for (const auto& [id, option] : scenario.bundles) take_bundle(id, option.path, inputs);
    }
    for (const auto& [id, bundle] : dataset_.bundles) {
      if (out_.bundle(id) == nullptr) out_.other_bundles.push_back(id);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) take_scenario(claim_.scenarios[i], parts[i]);
    if (!errors_.empty()) return errors_;
    return std::move(out_);
  }

 private:
  int dimension(const std::string& id) const {
    const auto found = claim_.dimensions.find(id);
    return found == claim_.dimensions.end() ? 0 : found->second;
  }

  void take_inputs() {
    for (const auto& [id, input] : model_.inputs) {
      out_.inputs.push_back({id, input.unit_text, input.model, input.unit.factor, input.bounds, input.slider_low,
                             input.slider_high, dimension(id)});
    }
  }

  void take_steps() {
    for (const auto& step : model_.steps) {
      out_.steps.push_back({step.id, step.unit_text, step.model, step.unit.factor, {}});
      for (const auto& route : step.routes) out_.steps.back().routes.push_back({route.id, route.text, route.names});
    }
  }

  /// Reads every option's values for the inputs that some scenario depends on.
  void take_bundle(const std::string& id, const std::string& path, const std::set<std::string>& inputs) {
    if (out_.bundle(id) != nullptr) return;
    const auto bundle = dataset_.bundles.find(id);
    if (bundle == dataset_.bundles.end()) {
      errors_.push_back({"bundle-unknown", path, "There is no bundle \"" + id + "\".", ""});
      return;
    }
    PreparedBundle prepared{id, bundle->second.members, {}, dimension(id)};
    for (const auto& option : bundle->second.options) {
      prepared.options.push_back({option.id, {}});
      for (const auto& [member, part] : option.values) {
        if (inputs.count(member) == 0) continue;
        auto read = read_value(dataset_.units, model_.inputs.at(member), part.text, part.path, false);
        if (!read) {
          append(errors_, read.errors());
          continue;
        }
        Value value = std::move(read).value();
        value.evidence = part.evidence;
        value.range = part.range;
        value.made = part.made;
        prepared.options.back().values.push_back({member, std::move(value), false});
      }
    }
    out_.bundles.push_back(std::move(prepared));
  }

  void take_scenario(const Scenario& scenario, const Active& active) {
    PreparedScenario prepared;
    prepared.id = scenario.id;
    for (const auto& [id, placed] : scenario.bundles) {
      const PreparedBundle* bundle = out_.bundle(id);
      if (bundle == nullptr) continue;  // reported above
      auto choice = read_bundle_choice(*bundle, placed.text, placed.path);
      if (choice) {
        prepared.bundles.push_back({id, std::move(choice).value()});
      } else {
        append(errors_, choice.errors());
      }
    }
    for (const auto& id : active.inputs) take_input(scenario, id, prepared);
    ProgramBuilder builder;
    for (const auto& id : active.inputs) builder.add_input(id);
    for (const auto& [step, route] : active.steps) {
      builder.add_step(step->id, route->formula);
      prepared.steps.push_back({step->id, route->id, 0});
    }
    prepared.program = std::move(builder).finish();
    for (std::size_t i = 0; i < prepared.steps.size(); ++i) prepared.steps[i].value = prepared.program.step_values[i];
    out_.scenarios.push_back(std::move(prepared));
  }

  void take_input(const Scenario& scenario, const std::string& id, PreparedScenario& prepared) {
    const std::string at = scenario.path + "/inputs/" + id;
    const auto written = scenario.inputs.find(id);
    const bool own = written != scenario.inputs.end();
    const PreparedChoice* choice = choice_of(out_, prepared, id);
    auto value = own ? read_scenario_value(dataset_.units, model_.inputs.at(id), written->second)
                 : choice != nullptr
                     ? bundle_value(*out_.bundle(choice->bundle), choice->choice, *out_.input(id), at)
                     : Result<Value>(Error{"input-missing", at,
                                           "Scenario \"" + scenario.id + "\" gives no value for \"" + id + "\".",
                                           "Every input on the chosen route needs a value."});
    if (value) {
      prepared.inputs.push_back({id, std::move(value).value(), !own});
    } else {
      append(errors_, value.errors());
    }
  }

  const Dataset& dataset_;
  const Claim& claim_;
  const Model& model_;
  PreparedClaim out_;
  Errors errors_;
};

}  // namespace

Result<PreparedClaim> prepare_claim(const Dataset& dataset, const Claim& claim) {
  const auto model = dataset.models.find(claim.model);
  if (model == dataset.models.end()) {
    return Error{"model-unknown", claim.path + "/model", "There is no model \"" + claim.model + "\".", ""};
  }
  return ClaimPreparer(dataset, claim, model->second).run();
}

}  // namespace footing
