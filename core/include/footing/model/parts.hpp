#pragma once

#include <map>
#include <string>
#include <vector>

#include "footing/units/unit_table.hpp"

/// What the files of a dataset say, as plain text parts with the place each was read from; nothing is
/// checked yet. Reading JSON is the codec's job (exchange/), checking is Dataset::make's.
namespace footing {

/// A text and where it stands ("claims/x.json#/driver").
struct Placed {
  std::string text;
  std::string path;
};

/// A value with its provenance. `text` is a value text ("3617 server", "0.7..0.82").
struct ValuePart {
  std::string text;
  std::string path;
  std::string state;     ///< stated, implied, omitted, unknown, or "" (only scenarios have states)
  std::string evidence;  ///< read, quoted, derived, unverified, assumed
  std::string range;     ///< "unknown" when no range was read anywhere, else ""
  std::string made;      ///< how a distribution was made from readings, or ""
  std::string taken_as;  ///< unit the source used it as, when that is another kind, or ""
  std::vector<Placed> sources;
  bool reason = false;   ///< a reason is given
  bool why = false;      ///< a why (for taken_as) is given
  bool formula = false;  ///< how it was derived is given
};

/// An input as a quantity file or a model declares it.
struct InputPart {
  std::string id;
  std::string path;
  std::string quantity;  ///< id of the shared quantity that declares it, or ""
  std::string unit;
  std::string scale;  ///< "linear" or "log"
  Placed min, max;    ///< value texts of hard bounds, "" if none
  Placed slider_low, slider_high;
  std::vector<ValuePart> readings;
};

struct RoutePart {
  std::string id;  ///< "" for a step without routes
  Placed formula;
};

struct StepPart {
  std::string id;
  std::string path;
  Placed unit;
  std::vector<RoutePart> routes;  ///< at least one
};

struct UsePart {
  Placed model;
  std::map<std::string, Placed> with;  ///< input id of the used model -> formula over the using model's names
};

struct ModelPart {
  std::string id;
  std::string path;
  std::vector<InputPart> inputs;
  std::vector<StepPart> steps;
  std::vector<UsePart> uses;
  std::vector<Placed> outputs;
};

struct BundleOptionPart {
  std::string id;
  std::string path;
  std::map<std::string, ValuePart> values;
};

struct BundlePart {
  std::string id;
  std::string path;
  std::vector<Placed> members;
  std::vector<BundleOptionPart> options;
};

struct ScenarioPart {
  std::string id;
  std::string path;
  Placed extends;
  std::vector<Placed> routes;
  bool routes_given = false;
  std::map<std::string, Placed> bundles;
  std::map<std::string, ValuePart> inputs;
};

struct PublishedPart {
  std::string id;
  std::string path;
  std::string role;
  Placed output, scenario, over, value, source, rounded_to;
  std::string relation;
  std::string end;
  Placed finding;
  double tolerance_percent = 0;  ///< 0: half a unit of the last printed digit
  bool tolerance_reason = false;
};

/// Inputs and steps whose differences a reader shall see as one: an error, another scenario, another boundary.
struct FactorGroupPart {
  std::string id;
  std::string path;
  std::string nature;
  std::vector<Placed> of;
};

struct ClaimPart {
  std::string id;
  std::string path;
  std::string kind, modality, status;
  Placed model, driver;
  std::vector<Placed> outputs;
  std::vector<ScenarioPart> scenarios;
  std::vector<PublishedPart> published;
  std::vector<Placed> appears_in;  ///< sources it was read in
  std::vector<Placed> sources;     ///< every source the claim mentions outside values
  std::vector<Placed> rivals;
  Placed converts;  ///< the claim whose quantity this one converts; its text is "" where there is none
  std::vector<FactorGroupPart> groups;
  std::vector<std::string> findings;
  std::map<std::string, int> dimensions;  ///< from a closure; empty: assigned here
  int revision = 0;
};

struct DatasetParts {
  bool frozen = false;  ///< a closure: provenance was checked when it was made, and is not in it
  UnitTableParts units;
  std::string units_path;
  std::vector<InputPart> quantities;
  std::vector<BundlePart> bundles;
  std::vector<ModelPart> models;
  std::vector<ClaimPart> claims;
  std::vector<std::string> sources;
};

}  // namespace footing
