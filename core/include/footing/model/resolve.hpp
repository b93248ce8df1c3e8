#pragma once

#include <map>
#include <string>
#include <vector>

#include "footing/formula/program.hpp"
#include "footing/model/dataset.hpp"

namespace footing {

/// One input as it is in force in a scenario with a reader's changes.
struct ResolvedInput {
  const Input* input = nullptr;
  Value value;           ///< in force
  Value scenario_value;  ///< what the scenario alone says
  std::string origin;    ///< "scenario", "bundle" or "set"
  std::string bundle;    ///< the bundle it belongs to in this scenario, or ""
  bool changed = false;  ///< differs from the scenario
  int dimension = 0;     ///< Sobol dimension
};

struct ResolvedBundle {
  std::string id;
  std::string option;           ///< option id or canonical "choice(…)" text in force
  std::string scenario_option;  ///< what the scenario says
  bool modified = false;        ///< a member was overridden
};

struct ResolvedStep {
  const Step* step = nullptr;
  const Route* route = nullptr;
};

/// A claim's scenario with a reader's changes: what is drawn and what is computed, nothing else.
struct Resolved {
  const Claim* claim = nullptr;
  const Model* model = nullptr;
  const Scenario* scenario = nullptr;
  std::vector<ResolvedInput> inputs;  ///< active inputs, by id
  std::vector<ResolvedBundle> bundles;
  std::vector<ResolvedStep> steps;         ///< active steps in evaluation order
  Program program;                         ///< over `inputs` and `steps` in these orders
  std::map<std::string, std::string> set;  ///< the changes that took effect, canonical texts
  Errors notices;                          ///< changes that did not: invalid, unknown or of no effect here
};

/// Inputs and steps upstream of `outputs` along the routes. Errors: route-missing, route-unknown.
struct Active {
  std::vector<std::string> inputs;
  std::vector<ResolvedStep> steps;
};
Result<Active> active_part(const Model& model, const std::vector<std::string>& outputs,
                           const std::vector<std::string>& routes, const std::string& path);

/// Resolves a scenario. `set`: input id -> value text, bundle id -> option id. A change that cannot be
/// used becomes a notice at its key and the scenario's value stays. Errors: those of the scenario itself
/// (input-missing, bundle-unknown, option-unknown …), which checked claims do not have.
Result<Resolved> resolve(const Dataset& dataset, const Claim& claim, const std::string& scenario,
                         const std::map<std::string, std::string>& set);

}  // namespace footing
