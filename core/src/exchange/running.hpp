#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/link.hpp"
#include "exchange/request.hpp"
#include "footing/evaluate/column_cache.hpp"
#include "footing/exchange/reply.hpp"
#include "footing/model/resolve.hpp"

/// The calls that run prepared claims: the same code behind Engine and PreparedEngine.
namespace footing {

/// What those calls need.
struct Shelf {
  const std::vector<PreparedClaim>& claims;
  const UnitReader& units;
  ColumnCache& cache;
};

/// Answers evaluate, solve, link and about; false when `name` is none of them.
bool run_call(std::string_view name, const Shelf& shelf, const Json& request, Reply& reply);
/// The answer to a name that nothing answers to.
std::string unknown_call(std::string_view name);

std::string evaluate_call(const Shelf& shelf, const Json& request, Reply& reply);
std::string solve_call(const Shelf& shelf, const Json& request);
std::string link_call(const Shelf& shelf, const Json& request);

/// A claim's scenario with the changes of a request, or the errors that say why not.
struct Ready {
  Request request;
  const PreparedClaim* claim = nullptr;
  Resolved resolved;
};
Result<Ready> make_ready(const Shelf& shelf, const Json& request, bool solving);
Result<Ready> make_ready(const Shelf& shelf, Request request);

/// What a figure is met with: a text of the request, or a published figure (the first on the output unless one is
/// named), with its rounding. Errors: solve-target, those of read_number.
struct Target {
  double value = 0;
  double half_width = 0;
  std::string published;  ///< id, or ""
};
Result<Target> find_target(const UnitReader& units, const Ready& ready, const PreparedStep& step);

/// The link to a request: what differs from the claim's default scenario.
Link link_of(const Ready& ready);

}  // namespace footing
