#pragma once

#include <set>
#include <string>

#include "footing/model/dataset.hpp"

namespace footing {

/// Checks one claim against the dataset so far and returns it ready to resolve. `sources` are the ids of
/// all source records, `claims` those of all claims. Errors: model-unknown, output-unknown, driver-unknown,
/// scenario-unknown, scenario-cycle, input-missing, input-inactive, source-unknown, source-missing,
/// reason-missing, evidence-unknown, finding-unknown, claim-unknown, too-many-dimensions, those of values.
Result<Claim> check_claim(const Dataset& dataset, const ClaimPart& part, const std::set<std::string>& sources,
                          const std::set<std::string>& claims);

/// Provenance of one value: known evidence, a source unless assumed or derived, a reason where assumed, a
/// rule where a range was made. `state_needed`: a state must be given (as_published).
void check_provenance(const ValuePart& part, const std::set<std::string>& sources, bool state_needed, Errors& errors);

}  // namespace footing
