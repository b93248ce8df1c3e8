#pragma once

#include <map>
#include <string>

#include "exchange/load.hpp"
#include "exchange/request.hpp"
#include "footing/evaluate/column_cache.hpp"
#include "footing/exchange/engine.hpp"

namespace footing {

struct Engine::State {
  LoadedDataset loaded;
  ColumnCache cache;
};

/// The calls of the facade. Each takes a decoded request and fills a reply's JSON.
Json evaluate_call(const Dataset& dataset, ColumnCache& cache, const Json& request, Reply& reply);
Json solve_call(const Dataset& dataset, const Json& request);
Json link_call(const Dataset& dataset, const Json& request);
Json describe_call(const Dataset& dataset, const Json& request);
Json list_call(const LoadedDataset& loaded);
Json closure_call(const LoadedDataset& loaded, const Json& request);

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

}  // namespace footing
