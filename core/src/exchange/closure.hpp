#pragma once

#include <string>

#include "exchange/load.hpp"

namespace footing {

/// Everything that a claim's numbers depend on, as the JSON text of one file map, which loads by itself. `words` keeps
/// texts, sources and rivals as they stand; without it the text is canonical: keys in order, `revision` as the claim's,
/// and of the units those that the closure can speak of.
std::string closure_text(const LoadedDataset& loaded, const Claim& claim, bool words, int revision);

/// Name of what a claim's numbers depend on: the hash of its frozen closure as of revision 0.
std::string closure_digest(const LoadedDataset& loaded, const Claim& claim);

}  // namespace footing
