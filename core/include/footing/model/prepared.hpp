#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "footing/formula/program.hpp"
#include "footing/model/value.hpp"

/// A claim made ready to run: every value checked and converted, every scenario compiled. Plain values without a unit
/// table, a formula or a file, so that a page can be given them and needs no more of the core than what runs. Ids name
/// things within the claim; lists are short and searched in their order.
namespace footing {

struct PreparedInput {
  std::string id;
  std::string unit_text;
  std::string model;  ///< the model that declares it
  double factor = 1;  ///< size of the declared unit in coherent base units
  Bounds bounds;
  double slider_low = 0;
  double slider_high = 1;
  int dimension = 0;  ///< Sobol dimension
};

struct PreparedRoute {
  std::string id;  ///< "" when the step has one way only
  std::string text;
  std::vector<std::string> names;  ///< ids the formula mentions
};

struct PreparedStep {
  std::string id;
  std::string unit_text;
  std::string model;
  double factor = 1;
  std::vector<PreparedRoute> routes;
};

/// The value of an input in an option of a bundle or in a scenario.
struct PreparedValue {
  std::string id;  ///< of the input
  Value value;
  bool from_bundle = false;  ///< in a scenario: it is that of a chosen option
};

struct PreparedOption {
  std::string id;
  std::vector<PreparedValue> values;  ///< of members that some scenario depends on

  const Value* value(const std::string& input) const;
};

struct PreparedBundle {
  std::string id;
  std::vector<std::string> members;
  std::vector<PreparedOption> options;
  int dimension = 0;

  const PreparedOption* option(const std::string& wanted) const;
};

/// A bundle's option, or several with weights: "us", "choice(us: 2, cn: 1)". Weights are relative.
struct BundleChoice {
  std::vector<std::string> options;
  std::vector<double> weights;
  std::string text() const;  ///< canonical
};

struct PreparedChoice {
  std::string bundle;
  BundleChoice choice;
};

/// A step as a scenario computes it.
struct ChosenStep {
  std::string step;
  std::string route;
  std::uint32_t value = 0;  ///< index of its value in the program
};

struct PreparedScenario {
  std::string id;
  std::vector<PreparedValue> inputs;  ///< active inputs, by id
  std::vector<ChosenStep> steps;      ///< active steps in evaluation order
  std::vector<PreparedChoice> bundles;
  Program program;  ///< over `inputs` and `steps` in these orders

  const Value* value(const std::string& input) const;
};

struct PreparedClaim {
  std::string id, kind, model, driver, default_scenario;
  int revision = 0;
  std::vector<std::string> outputs;
  std::vector<Figure> published;
  std::vector<PreparedInput> inputs;  ///< every input of the model
  std::vector<PreparedStep> steps;
  std::vector<PreparedBundle> bundles;     ///< those that some scenario chooses from
  std::vector<std::string> other_bundles;  ///< ids of the dataset's others
  std::vector<PreparedScenario> scenarios;

  const PreparedInput* input(const std::string& wanted) const;
  const PreparedStep* step(const std::string& wanted) const;
  const PreparedBundle* bundle(const std::string& wanted) const;
  const PreparedScenario* scenario(const std::string& wanted) const;
};

}  // namespace footing
