#pragma once

#include <string>
#include <utility>
#include <vector>

#include "footing/evaluate/plan.hpp"
#include "support/catch.hpp"

namespace footing::test {

/// An input of a test plan: id, value text ("1..2"), and what it is drawn with.
struct PlanInput {
  std::string id;
  std::string value;
  Bounds bounds = {};
  int dimension = -1;  ///< -1: the next free one
  double to_base = 1.0;
};

inline Distribution distribution(const std::string& value, const Bounds& bounds = {}) {
  std::string rest;
  const Result<DistributionSpec> spec = parse_distribution(value, &rest, "test");
  REQUIRE(spec);
  const Result<Distribution> made = Distribution::make(*spec, bounds, "test");
  INFO(value << (made ? "" : ": " + made.errors().front().message));
  REQUIRE(made);
  return *made;
}

/// A plan over dimensionless inputs and steps (id, formula).
inline Plan plan_of(const std::vector<PlanInput>& inputs,
                    const std::vector<std::pair<std::string, std::string>>& steps) {
  Plan plan;
  ProgramBuilder builder;
  int next = 0;
  for (const PlanInput& input : inputs) {
    builder.add_input(input.id);
    const int dimension = input.dimension >= 0 ? input.dimension : next++;
    plan.inputs.push_back({distribution(input.value, input.bounds), dimension, input.to_base});
  }
  const UnitTable units;
  for (const auto& [id, text] : steps) {
    const Result<Expression> tree = parse_formula(text, id);
    REQUIRE(tree);
    const auto plain = [](const std::string&) { return std::optional<Unit>(Unit{}); };
    const Result<CheckedFormula> formula = check_formula(*tree, units, plain, id);
    REQUIRE(formula);
    builder.add_step(id, *formula);
    plan.step_factors.push_back(1.0);
  }
  plan.program = std::move(builder).finish();
  return plan;
}

inline const Bounds kLog{std::nullopt, std::nullopt, true};
inline const Bounds kLogPositive{0.0, std::nullopt, true};

}  // namespace footing::test
