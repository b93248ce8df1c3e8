#pragma once

#include <map>
#include <string>

#include "exchange/link.hpp"
#include "exchange/load.hpp"
#include "exchange/request.hpp"
#include "footing/evaluate/column_cache.hpp"
#include "footing/exchange/engine.hpp"
#include "footing/model/resolve.hpp"

namespace footing {

struct Engine::State {
  LoadedDataset loaded;
  ColumnCache cache;
};

/// The calls of the facade. Each takes a decoded request and gives the JSON text of its answer.
std::string evaluate_call(const Dataset& dataset, ColumnCache& cache, const Json& request, Reply& reply);
std::string solve_call(const Dataset& dataset, const Json& request);
std::string link_call(const Dataset& dataset, const Json& request);
std::string describe_call(const Dataset& dataset, const Json& request);
std::string list_call(const LoadedDataset& loaded);
std::string closure_call(const LoadedDataset& loaded, const Json& request);

/// Recomputes every published figure of a claim from its scenario. Errors: figure-not-recomputed (no finding says
/// so), finding-not-needed, figure-not-a-point (an author's scenario holds a range).
void check_figures(const Dataset& dataset, const Claim& claim, Errors& errors);

/// A claim's scenario with the changes of a request, or an answer that says why not.
struct Prepared {
  Request request;
  const Claim* claim = nullptr;
  Resolved resolved;
};
Result<Prepared> prepare(const Dataset& dataset, const Json& request, bool solving);

/// The link to a prepared request: what differs from the claim's default scenario.
Link link_of(const Prepared& prepared);

}  // namespace footing
