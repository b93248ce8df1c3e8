#pragma once

#include <string>

#include "exchange/load.hpp"
#include "exchange/running.hpp"
#include "footing/exchange/engine.hpp"
#include "footing/model/table_units.hpp"

namespace footing {

struct Engine::State {
  LoadedDataset loaded;
  ColumnCache cache;
};

/// The calls that need the dataset. Each takes a request and gives the JSON text of its answer.
std::string describe_call(const Dataset& dataset, const Json& request);
std::string list_call(const LoadedDataset& loaded, const Json& request);
std::string closure_call(const LoadedDataset& loaded, const Json& request);
std::string template_call(const LoadedDataset& loaded, const Json& request);
std::string prepare_call(const LoadedDataset& loaded, const Json& request);
std::string compare_call(const LoadedDataset& loaded, const Shelf& shelf, const Json& request);
std::string closest_call(const Shelf& shelf, const Json& request);

/// Recomputes every published figure of a claim from its scenario. Errors: figure-not-recomputed (no finding says
/// so), finding-not-needed, figure-not-a-point (an author's scenario holds a range).
void check_figures(const PreparedClaim& claim, Errors& errors);

/// Compares what was released with its files, and the newest revision of each claim with what its file alone loads to.
/// Errors: release-changed, release-missing, release-unlisted, claim-unknown (a released claim was removed).
void check_releases(const LoadedDataset& loaded, Errors& errors);

/// The claim of that id. Error: claim-unknown.
Result<const Claim*> find_claim(const Dataset& dataset, const std::string& id);

}  // namespace footing
