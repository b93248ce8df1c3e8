#include "model/check_claim.hpp"

#include <algorithm>
#include <cmath>

#include "footing/model/prepare_claim.hpp"
#include "footing/uncertainty/sobol.hpp"
#include "model/active.hpp"
#include "model/printed_digit.hpp"

namespace footing {

const Scenario* Claim::scenario(const std::string& wanted) const {
  const auto found =
      std::find_if(scenarios.begin(), scenarios.end(), [&](const Scenario& s) { return s.id == wanted; });
  return found == scenarios.end() ? nullptr : &*found;
}

namespace {

class ClaimChecker {
 public:
  ClaimChecker(const Dataset& dataset, const ClaimPart& part, const std::set<std::string>& sources,
               const std::set<std::string>& claims)
      : dataset_(dataset), part_(part), sources_(sources), claims_(claims) {}

  Result<Claim> run() {
    claim_.id = part_.id;
    claim_.path = part_.path;
    claim_.kind = part_.kind;
    claim_.modality = part_.modality;
    claim_.status = part_.status;
    claim_.model = part_.model.text;
    claim_.driver = part_.driver.text;
    claim_.revision = part_.revision;
    const auto model = dataset_.models.find(part_.model.text);
    if (model == dataset_.models.end()) {
      errors_.push_back({"model-unknown", part_.model.path, "There is no valid model \"" + part_.model.text + "\".",
                         "Name a file of datasets/models/ that has no error of its own."});
    } else {
      model_ = &model->second;
    }
    check_references();
    for (const auto& scenario : part_.scenarios) take_scenario(scenario);
    if (model_ != nullptr) {
      check_outputs();
      assign_dimensions();
      take_groups();
      for (const auto& scenario : claim_.scenarios) check_scenario(scenario);
      append(errors_, prepare_claim(dataset_, claim_).errors());
      for (const auto& published : part_.published) take_published(published);
    }
    if (!errors_.empty()) return errors_;
    return std::move(claim_);
  }

 private:
  void check_references() {
    for (const auto& source : part_.sources) {
      if (!dataset_.frozen && !source.text.empty() && sources_.count(source.text) == 0) {
        errors_.push_back({"source-unknown", source.path, "There is no source \"" + source.text + "\".",
                           "Add datasets/sources/" + source.text + ".json."});
      }
    }
    for (const auto& rival : part_.rivals) {
      if (claims_.count(rival.text) == 0) {
        errors_.push_back({"claim-unknown", rival.path, "There is no claim \"" + rival.text + "\".", ""});
      }
      claim_.rivals.push_back(rival.text);
    }
    const Placed& converts = part_.converts;
    claim_.converts = converts.text;
    if (!converts.text.empty() && (converts.text == claim_.id || claims_.count(converts.text) == 0)) {
      errors_.push_back({"claim-unknown", converts.path, "There is no claim \"" + converts.text + "\" beside this one.",
                         "Name the claim that says how much of the quantity there is, or leave it out."});
    }
  }

  const ScenarioPart* part_of(const std::string& id) const {
    for (const auto& scenario : part_.scenarios) {
      if (scenario.id == id) return &scenario;
    }
    return nullptr;
  }

  /// Takes in what a scenario extends; its own entries win.
  void take_scenario(const ScenarioPart& part) {
    Scenario scenario;
    scenario.id = part.id;
    scenario.path = part.path;
    std::vector<std::string> seen;
    const ScenarioPart* at = &part;
    bool routed = false;
    while (at != nullptr) {
      seen.push_back(at->id);
      for (const auto& [id, value] : at->inputs) scenario.inputs.emplace(id, value);
      for (const auto& [id, option] : at->bundles) scenario.bundles.emplace(id, option);
      if (at->routes_given && !routed) {
        routed = true;
        for (const auto& route : at->routes) scenario.routes.push_back(route.text);
      }
      if (at->extends.text.empty()) break;
      if (std::find(seen.begin(), seen.end(), at->extends.text) != seen.end()) {
        errors_.push_back({"scenario-cycle", at->extends.path, "Scenario \"" + part.id + "\" extends itself.", ""});
        break;
      }
      const ScenarioPart* next = part_of(at->extends.text);
      if (next == nullptr) {
        errors_.push_back(
            {"scenario-unknown", at->extends.path, "There is no scenario \"" + at->extends.text + "\".", ""});
      }
      at = next;
    }
    claim_.scenarios.push_back(std::move(scenario));
  }

  void check_outputs() {
    for (const auto& output : part_.outputs) {
      if (model_->step(output.text) == nullptr) {
        errors_.push_back(
            {"output-unknown", output.path, "Model \"" + model_->id + "\" has no step \"" + output.text + "\".", ""});
      } else {
        claim_.outputs.push_back(output.text);
      }
    }
    if (model_->inputs.count(part_.driver.text) == 0) {
      errors_.push_back({"driver-unknown", part_.driver.path,
                         "Model \"" + model_->id + "\" has no input \"" + part_.driver.text + "\".",
                         "Name the input that the sentence asks about."});
    }
  }

  /// Inputs and bundles of all scenarios. What had a dimension before (in a closure, or in the revision before) keeps
  /// it; others take the next free one in order of their ids, and one that nothing uses any more where none is free.
  void assign_dimensions() {
    std::set<std::string> ids;
    for (const auto& scenario : claim_.scenarios) {
      auto active = active_part(*model_, claim_.outputs, scenario.routes, scenario.path + "/route");
      if (!active) {
        append(errors_, active.errors());
        continue;
      }
      ids.insert(active->inputs.begin(), active->inputs.end());
      for (const auto& [id, option] : scenario.bundles) ids.insert(id);
    }
    claim_.dimensions = part_.dimensions;
    std::set<int> taken;
    for (const auto& [id, dimension] : claim_.dimensions) taken.insert(dimension);
    for (const auto& id : ids) {
      if (claim_.dimensions.count(id) != 0) continue;
      const int dimension = free_dimension(ids, taken);
      if (dimension == kSobolDimensions) {
        errors_.push_back(
            {"too-many-dimensions", part_.path, "The claim needs more than 64 dimensions.", "Split the claim."});
        return;
      }
      claim_.dimensions.emplace(id, dimension);
      taken.insert(dimension);
    }
  }

  /// The one after the highest; where that is too high the lowest that is not taken; failing that, the lowest of an id
  /// that is not among `used`, which loses it. kSobolDimensions where there is none.
  int free_dimension(const std::set<std::string>& used, const std::set<int>& taken) {
    int next = taken.empty() ? 0 : *taken.rbegin() + 1;
    if (next == kSobolDimensions) next = 0;
    while (taken.count(next) != 0) ++next;
    if (next < kSobolDimensions) return next;
    auto idle = claim_.dimensions.end();
    for (auto at = claim_.dimensions.begin(); at != claim_.dimensions.end(); ++at) {
      if (used.count(at->first) == 0 && (idle == claim_.dimensions.end() || at->second < idle->second)) idle = at;
    }
    if (idle == claim_.dimensions.end()) return kSobolDimensions;
    next = idle->second;
    claim_.dimensions.erase(idle);
    return next;
  }

  void take_groups() {
    std::set<std::string> seen;
    for (const auto& part : part_.groups) {
      FactorGroup group{part.id, part.nature, {}};
      for (const auto& id : part.of) {
        if (model_->inputs.count(id.text) == 0 && model_->step(id.text) == nullptr) {
          errors_.push_back({"input-unknown", id.path,
                             "Model \"" + model_->id + "\" has neither an input nor a step \"" + id.text + "\".", ""});
        } else if (!seen.insert(id.text).second) {
          errors_.push_back(
              {"duplicate-id", id.path, "\"" + id.text + "\" stands in two groups.", "Leave it in one of them."});
        }
        group.of.push_back(id.text);
      }
      claim_.groups.push_back(std::move(group));
    }
  }

  void check_scenario(const Scenario& scenario) {
    auto active = active_part(*model_, claim_.outputs, scenario.routes, scenario.path + "/route");
    if (!active) return;  // reported with the dimensions
    for (const auto& [id, value] : scenario.inputs) {
      if (!dataset_.frozen) check_provenance(value, sources_, scenario.id == "as_published", errors_);
      if (std::find(active->inputs.begin(), active->inputs.end(), id) == active->inputs.end()) {
        errors_.push_back({model_->inputs.count(id) != 0 ? "input-inactive" : "input-unknown", value.path,
                           "Nothing in scenario \"" + scenario.id + "\" depends on \"" + id + "\".",
                           "Remove it, or add the output or route that needs it."});
      }
    }
  }

  void take_published(const PublishedPart& part) {
    Figure figure{part.id,
                  part.path,
                  part.role,
                  part.output.text,
                  part.scenario.text,
                  part.relation,
                  part.end,
                  part.finding.text,
                  part.over.text,
                  0,
                  0};
    if (!dataset_.frozen && !part.source.text.empty() && sources_.count(part.source.text) == 0) {
      errors_.push_back({"source-unknown", part.source.path, "There is no source \"" + part.source.text + "\".", ""});
    }
    for (const Placed* scenario : {&part.scenario, &part.over}) {
      if (scenario->text.empty() || claim_.scenario(scenario->text) != nullptr) continue;
      errors_.push_back({"scenario-unknown", scenario->path, "There is no scenario \"" + scenario->text + "\".", ""});
    }
    if (!part.over.text.empty() && part.over.text == part.scenario.text) {
      errors_.push_back({"ratio-of-one-scenario", part.over.path,
                         "The scenario \"" + part.over.text + "\" is divided by itself.",
                         "Name the scenario whose output the other one's is divided by."});
    }
    const auto& findings = part_.findings;
    if (!part.finding.text.empty() &&
        std::find(findings.begin(), findings.end(), part.finding.text) == findings.end()) {
      errors_.push_back(
          {"finding-unknown", part.finding.path, "There is no finding \"" + part.finding.text + "\".", ""});
    }
    if (std::find(claim_.outputs.begin(), claim_.outputs.end(), part.output.text) == claim_.outputs.end()) {
      errors_.push_back(
          {"output-unknown", part.output.path, "\"" + part.output.text + "\" is not among the claim's outputs.", ""});
      return;
    }
    const Step& step = *model_->step(part.output.text);
    const bool ratio = !part.over.text.empty();
    const Unit unit = ratio ? Unit{} : step.unit;
    const std::string unit_text = ratio ? "1" : step.unit_text;
    auto value = read_figure(dataset_.units, unit, unit_text, part.value.text, part.value.path, false);
    if (!value) {
      append(errors_, value.errors());
      return;
    }
    figure.value = value.value();
    if (part.tolerance_percent > 0) {
      if (!part.tolerance_reason) {
        errors_.push_back({"reason-missing", part.path + "/tolerance/reason", "A tolerance needs its reason.", ""});
      }
      figure.half_width = std::fabs(figure.value) * part.tolerance_percent / 100;
    } else {
      // One unit of the last digit, as written in the value's own unit, carried into the output's unit.
      const std::string step_text =
          part.rounded_to.text.empty() ? last_digit_of(part.value.text) : part.rounded_to.text;
      const auto& at = part.rounded_to.text.empty() ? part.value.path : part.rounded_to.path;
      auto digit = read_figure(dataset_.units, unit, unit_text, step_text, at, false);
      if (digit) {
        figure.half_width = digit.value() / 2;
      } else {
        append(errors_, digit.errors());
      }
    }
    claim_.published.push_back(std::move(figure));
  }

  const Dataset& dataset_;
  const ClaimPart& part_;
  const std::set<std::string>& sources_;
  const std::set<std::string>& claims_;
  const Model* model_ = nullptr;
  Claim claim_;
  Errors errors_;
};

}  // namespace

Result<Claim> check_claim(const Dataset& dataset, const ClaimPart& part, const std::set<std::string>& sources,
                          const std::set<std::string>& claims) {
  return ClaimChecker(dataset, part, sources, claims).run();
}

}  // namespace footing
