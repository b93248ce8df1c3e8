#pragma once

#include "footing/model/dataset.hpp"
#include "footing/model/prepared.hpp"

namespace footing {

/// Checks and compiles every scenario of a claim. The claim's outputs, scenarios, figures and dimensions are read, and
/// its model, bundles and units in `dataset`. Errors: model-unknown, route-missing, route-unknown, bundle-unknown,
/// option-unknown, option-incomplete, input-missing, taken-as and those of read_value; all of them are collected.
Result<PreparedClaim> prepare_claim(const Dataset& dataset, const Claim& claim);

}  // namespace footing
