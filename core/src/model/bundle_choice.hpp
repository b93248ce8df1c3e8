#pragma once

#include <string>
#include <vector>

#include "footing/model/dataset.hpp"

namespace footing {

/// A bundle's option, or several with weights: "us", "choice(us: 2, cn: 1)". Weights are relative.
struct BundleChoice {
  std::vector<std::string> options;
  std::vector<double> weights;
  std::string text() const;  ///< canonical
};

/// Errors: option-unknown (listing the bundle's options), value-syntax.
Result<BundleChoice> read_bundle_choice(const Bundle& bundle, const std::string& text, const std::string& path);

/// The value a choice gives to one member: the option's own value, or a weighted choice of points.
/// Empty text in the result's spec never occurs. Errors: option-incomplete when an option has no figure for
/// the member, value-syntax when a weighted option is not a single number, and those of read_value.
Result<Value> bundle_value(const UnitTable& units, const Bundle& bundle, const BundleChoice& choice, const Input& input,
                           const std::string& path);

}  // namespace footing
