#pragma once

#include <string>
#include <vector>

#include "footing/base/text_map.hpp"
#include "footing/model/prepared.hpp"
#include "footing/model/unit_reader.hpp"

namespace footing {

/// One input as it is in force in a scenario with a reader's changes.
struct ResolvedInput {
  const PreparedInput* input = nullptr;
  Value value;           ///< in force
  Value scenario_value;  ///< what the scenario alone says
  std::string origin;    ///< "scenario", "bundle" or "set"
  std::string bundle;    ///< the bundle it belongs to in this scenario, or ""
  bool changed = false;  ///< differs from the scenario
  int dimension = 0;     ///< Sobol dimension
};

struct ResolvedBundle {
  const PreparedBundle* bundle = nullptr;
  std::string option;           ///< option id or canonical "choice(…)" text in force
  std::string scenario_option;  ///< what the scenario says
  bool modified = false;        ///< a member was overridden
};

struct ResolvedStep {
  const PreparedStep* step = nullptr;
  const PreparedRoute* route = nullptr;
};

/// A claim's scenario with a reader's changes: what is drawn and what is computed, nothing else. Points into the
/// prepared claim, which must outlive it.
struct Resolved {
  const PreparedClaim* claim = nullptr;
  const PreparedScenario* scenario = nullptr;  ///< its program runs over `inputs` and `steps` in these orders
  std::vector<ResolvedInput> inputs;           ///< active inputs, by id
  std::vector<ResolvedBundle> bundles;
  std::vector<ResolvedStep> steps;  ///< active steps in evaluation order
  TextMap set;                      ///< the changes that took effect, canonical texts
  Errors notices;                   ///< changes that did not: invalid, unknown or of no effect here
};

/// Resolves a scenario. `set`: input id -> value text, bundle id -> option id. A change that cannot be
/// used becomes a notice at its key and the scenario's value stays. Error: scenario-unknown.
Result<Resolved> resolve(const PreparedClaim& claim, const std::string& scenario, const TextMap& set,
                         const UnitReader& units);

}  // namespace footing
