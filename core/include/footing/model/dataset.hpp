#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "footing/formula/formula.hpp"
#include "footing/model/parts.hpp"
#include "footing/model/value.hpp"
#include "footing/units/unit_table.hpp"

namespace footing {

/// A checked input. Numbers are in its declared unit.
struct Input {
  std::string id;
  std::string unit_text;
  Unit unit;
  Bounds bounds;
  double slider_low = 0;
  double slider_high = 1;
  std::string model;     ///< the model that declares it
  std::string quantity;  ///< the shared quantity it is, or ""
};

/// One way a step may be computed.
struct Route {
  std::string id;  ///< "" when the step has one way only
  std::string text;
  std::string path;
  CheckedFormula formula;
  std::vector<std::string> names;  ///< ids the formula mentions
};

struct Step {
  std::string id;
  std::string unit_text;
  Unit unit;
  std::string model;
  std::vector<Route> routes;
};

/// A model with everything it uses flattened into it: a bound input of a used model is a step here.
struct Model {
  std::string id;
  std::map<std::string, Input> inputs;
  std::vector<Step> steps;  ///< in an order in which each step follows the steps it names
  std::vector<std::string> outputs;
  std::vector<std::string> uses;  ///< models it is made of, itself first

  const Step* step(const std::string& wanted) const;
};

struct BundleOption {
  std::string id;
  std::map<std::string, ValuePart> values;  ///< checked against each input where a claim uses it
};

struct Bundle {
  std::string id;
  std::vector<std::string> members;
  std::vector<BundleOption> options;
};

/// What a scenario chooses, with what it extends already taken in.
struct Scenario {
  std::string id;
  std::string path;
  std::vector<std::string> routes;
  std::map<std::string, Placed> bundles;  ///< bundle id -> option id or "choice(a: w, b: w)"
  std::map<std::string, ValuePart> inputs;
};

/// See FactorGroupPart.
struct FactorGroup {
  std::string id, nature;
  std::vector<std::string> of;  ///< ids of inputs and steps of the model, none in two groups
};

struct Claim {
  std::string id, path, kind, modality, status, model, driver;
  std::vector<std::string> outputs;
  std::vector<Scenario> scenarios;
  std::vector<Figure> published;
  std::vector<std::string> rivals;
  std::string converts;  ///< the claim whose quantity this one converts; "" where there is none
  std::vector<FactorGroup> groups;
  std::map<std::string, int> dimensions;  ///< Sobol dimension of each input and bundle
  int revision = 0;

  const Scenario* scenario(const std::string& wanted) const;
};

/// Everything the files say, cross-checked once; immutable.
struct Dataset {
  UnitTable units;
  std::map<std::string, Input> quantities;
  std::map<std::string, Bundle> bundles;
  std::map<std::string, Model> models;
  std::map<std::string, Claim> claims;
  bool frozen = false;  ///< read from a frozen closure: figures without their provenance
  Errors warnings;

  /// Checks and links `parts`. What is valid is kept: the dataset holds every model and claim without
  /// an error of its own; `errors` receives all errors, each with its place.
  static Dataset make(const DatasetParts& parts, Errors& errors);
};

/// Reads a value text for an input: parses, converts from the written unit (or the input's own when none
/// is written and `unit_optional`), and checks the bounds. Errors: value-syntax, unknown-unit,
/// unit-mismatch, unit-missing, outside-bounds, low-above-high, distribution-parameter.
Result<Value> read_value(const UnitTable& units, const Input& input, const std::string& text, const std::string& path,
                         bool unit_optional);

/// Reads one number with a unit into `unit`. Same errors; anything but a point is value-syntax.
Result<double> read_figure(const UnitTable& units, const Unit& unit, const std::string& unit_text,
                           const std::string& text, const std::string& path, bool unit_optional);

}  // namespace footing
