#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/json_writer.hpp"
#include "exchange/link.hpp"
#include "exchange/request.hpp"
#include "footing/evaluate/column_cache.hpp"
#include "footing/exchange/reply.hpp"
#include "footing/explain/break_even.hpp"
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

/// The step of a request's output (default: the claim's first), as index of the scenario's steps. Error:
/// output-unknown.
Result<std::size_t> output_step(const Ready& ready);
Error no_active_step(const char* path, const std::string& id);
/// An input by id, as index of the scenario's inputs. Error: input-unknown.
Result<std::size_t> active_input(const Ready& ready, const char* path, const std::string& id);

/// What a figure is met with: a text of the request, or a published figure (the first on the output unless one is
/// named), with its rounding. Errors: solve-target, those of read_number.
struct Target {
  double value = 0;
  double half_width = 0;
  std::string published;  ///< id, or ""
};
Result<Target> find_target(const UnitReader& units, const Ready& ready, const PreparedStep& step);

/// Which value of an input gives the target at a step, over the input's whole reach.
SolveQuestion question_of(const Ready& ready, const ResolvedInput& input, const PreparedStep& step,
                          const Target& target);
/// What was searched, the options that were tried and the span over the joint sample.
void write_search(JsonWriter& out, const BreakEven& result);

/// The link to a request: what differs from the claim's default scenario.
Link link_of(const Ready& ready);

}  // namespace footing
