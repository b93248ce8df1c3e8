#pragma once

#include <string>

#include "footing/base/result.hpp"
#include "footing/model/prepared.hpp"

namespace footing {

/// Errors: option-unknown (listing the bundle's options), value-syntax.
Result<BundleChoice> read_bundle_choice(const PreparedBundle& bundle, const std::string& text, const std::string& path);

/// The value a choice gives to one member: the option's own value, or a weighted choice of points.
/// Empty text in the result's spec never occurs. Errors: option-incomplete when an option has no figure for
/// the member, value-syntax when a weighted option is not a single number, and those of Distribution::make.
Result<Value> bundle_value(const PreparedBundle& bundle, const BundleChoice& choice, const PreparedInput& input,
                           const std::string& path);

/// What a scenario chooses of the bundle that an input belongs to; null when it belongs to none there.
const PreparedChoice* choice_of(const PreparedClaim& claim, const PreparedScenario& scenario, const std::string& input);

}  // namespace footing
