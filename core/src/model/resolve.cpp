#include "footing/model/resolve.hpp"

#include <algorithm>

#include "model/bundle_choice.hpp"
#include "model/scenario_value.hpp"

namespace footing {
namespace {

/// Works out what is in force, input by input: a reader's value, else the reader's bundle option, else the
/// scenario's own value, else the scenario's bundle option.
class Resolver {
 public:
  Resolver(const Dataset& dataset, const std::map<std::string, std::string>& set, Resolved& out)
      : dataset_(dataset), set_(set), out_(out) {}

  Errors run(const Active& active) {
    choose_bundles(active);
    for (const auto& id : active.inputs) take_input(out_.model->inputs.at(id));
    note_unused();
    return errors_;
  }

 private:
  struct Choice {
    const Bundle* bundle = nullptr;
    BundleChoice scenario;
    BundleChoice force;
    bool set = false;
    bool used = false;
    bool modified = false;
  };

  void choose_bundles(const Active& active) {
    for (const auto& [id, placed] : out_.scenario->bundles) {
      const auto bundle = dataset_.bundles.find(id);
      if (bundle == dataset_.bundles.end()) {
        errors_.push_back({"bundle-unknown", placed.path, "There is no bundle \"" + id + "\".", ""});
        continue;
      }
      auto choice = read_bundle_choice(bundle->second, placed.text, placed.path);
      if (!choice) {
        append(errors_, choice.errors());
        continue;
      }
      Choice made{&bundle->second, choice.value(), choice.value()};
      const auto wish = set_.find(id);
      if (wish != set_.end()) {
        take_wish(wish->second, active, made);
        handled_.push_back(id);
      }
      choices_.emplace(id, std::move(made));
    }
  }

  /// A reader's option counts for every member or for none: members of two options are never mixed. What the reader
  /// sets in person needs no figure in the option.
  void take_wish(const std::string& text, const Active& active, Choice& made) {
    const std::string& id = made.bundle->id;
    auto wanted = read_bundle_choice(*made.bundle, text, id);
    if (!wanted) {
      append(out_.notices, wanted.errors());
      return;
    }
    if (wanted->text() == made.scenario.text()) return;
    Errors missing;
    for (const auto& member : made.bundle->members) {
      if (std::find(active.inputs.begin(), active.inputs.end(), member) == active.inputs.end()) continue;
      const Input& input = out_.model->inputs.at(member);
      const auto own = set_.find(member);
      if (own != set_.end() && read_value(dataset_.units, input, own->second, member, true)) continue;
      append(missing, bundle_value(dataset_.units, *made.bundle, wanted.value(), input, id).errors());
    }
    if (!missing.empty()) {
      append(out_.notices, missing);
      return;
    }
    made.force = std::move(wanted).value();
    made.set = true;
  }

  Choice* bundle_of(const std::string& input) {
    for (auto& [id, choice] : choices_) {
      const auto& members = choice.bundle->members;
      if (std::find(members.begin(), members.end(), input) != members.end()) return &choice;
    }
    return nullptr;
  }

  void take_input(const Input& input) {
    const std::string at = out_.scenario->path + "/inputs/" + input.id;
    ResolvedInput resolved;
    resolved.input = &input;
    resolved.origin = "scenario";
    Choice* choice = bundle_of(input.id);
    const auto written = out_.scenario->inputs.find(input.id);
    const bool own = written != out_.scenario->inputs.end();
    auto base =
        own ? read_scenario_value(dataset_.units, input, written->second)
        : choice != nullptr
            ? bundle_value(dataset_.units, *choice->bundle, choice->scenario, input, at)
            : Result<Value>(Error{"input-missing", at,
                                  "Scenario \"" + out_.scenario->id + "\" gives no value for \"" + input.id + "\".",
                                  "Every input on the chosen route needs a value."});
    if (!base) {
      append(errors_, base.errors());
      return;
    }
    resolved.scenario_value = std::move(base).value();
    resolved.value = resolved.scenario_value;
    if (choice != nullptr) {
      resolved.bundle = choice->bundle->id;
      choice->used = true;
      if (!own) resolved.origin = "bundle";
      if (own && !choice->set) choice->modified = true;
      if (choice->set) use_bundle(*choice, input, resolved);
    }
    use_set(input, choice, resolved);
    resolved.changed = !(resolved.value.spec == resolved.scenario_value.spec);
    // Members of a weighted bundle share its dimension, so that they are drawn together.
    const bool together = choice != nullptr && resolved.origin == "bundle" && choice->force.options.size() > 1;
    const auto dimension = out_.claim->dimensions.find(together ? choice->bundle->id : input.id);
    resolved.dimension = dimension == out_.claim->dimensions.end() ? 0 : dimension->second;
    out_.inputs.push_back(std::move(resolved));
  }

  void use_bundle(const Choice& choice, const Input& input, ResolvedInput& resolved) {
    auto value = bundle_value(dataset_.units, *choice.bundle, choice.force, input, choice.bundle->id);
    if (!value) return;  // the reader sets it in person: see take_wish
    resolved.value = std::move(value).value();
    resolved.origin = "bundle";
  }

  void use_set(const Input& input, Choice* choice, ResolvedInput& resolved) {
    const auto wish = set_.find(input.id);
    if (wish == set_.end()) return;
    handled_.push_back(input.id);
    auto value = read_value(dataset_.units, input, wish->second, input.id, true);
    if (!value) {
      append(out_.notices, value.errors());
      return;
    }
    if (value->spec == resolved.value.spec) return;
    resolved.value = std::move(value).value();
    resolved.origin = "set";
    if (choice != nullptr) choice->modified = true;
    out_.set[input.id] = print_distribution(resolved.value.spec);
  }

  void note_unused() {
    for (auto& [id, choice] : choices_) {
      if (!choice.used) {
        if (choice.set)
          out_.notices.push_back({"change-without-effect", id, "Nothing here depends on \"" + id + "\".", ""});
        continue;
      }
      if (choice.set) out_.set[id] = choice.force.text();
      out_.bundles.push_back({id, choice.force.text(), choice.scenario.text(), choice.modified});
    }
    for (const auto& [id, text] : set_) {
      if (std::find(handled_.begin(), handled_.end(), id) != handled_.end()) continue;
      const bool known = out_.model->inputs.count(id) != 0 || dataset_.bundles.count(id) != 0;
      out_.notices.push_back(known ? Error{"change-without-effect", id, "Nothing here depends on \"" + id + "\".", ""}
                                   : Error{"input-unknown", id, "This claim has no input \"" + id + "\".", ""});
    }
  }

  const Dataset& dataset_;
  const std::map<std::string, std::string>& set_;
  Resolved& out_;
  Errors errors_;
  std::map<std::string, Choice> choices_;
  std::vector<std::string> handled_;
};

}  // namespace

Result<Resolved> resolve(const Dataset& dataset, const Claim& claim, const std::string& scenario,
                         const std::map<std::string, std::string>& set) {
  Resolved out;
  out.claim = &claim;
  out.scenario = claim.scenario(scenario);
  if (out.scenario == nullptr) {
    return Error{"scenario-unknown", claim.path, "Claim \"" + claim.id + "\" has no scenario \"" + scenario + "\".",
                 ""};
  }
  const auto model = dataset.models.find(claim.model);
  if (model == dataset.models.end()) {
    return Error{"model-unknown", claim.path + "/model", "There is no model \"" + claim.model + "\".", ""};
  }
  out.model = &model->second;
  auto active = active_part(*out.model, claim.outputs, out.scenario->routes, out.scenario->path + "/route");
  if (!active) return active.errors();
  Errors errors = Resolver(dataset, set, out).run(active.value());
  if (!errors.empty()) return errors;
  out.steps = std::move(active).value().steps;
  ProgramBuilder builder;
  for (const auto& input : out.inputs) builder.add_input(input.input->id);
  for (const auto& step : out.steps) builder.add_step(step.step->id, step.route->formula);
  out.program = std::move(builder).finish();
  return out;
}

}  // namespace footing
