#include "footing/explain/break_even.hpp"

#include <algorithm>
#include <cmath>

#include "../base/sort.hpp"
#include "crossing_span.hpp"
#include "footing/base/nearest.hpp"
#include "footing/base/number.hpp"
#include "roots.hpp"
#include "search_grid.hpp"

namespace footing {
namespace {

constexpr std::size_t kInner = 256, kOuter = 64;         // intervals of the scan at the medians
constexpr std::size_t kSpanInner = 64, kSpanOuter = 32;  // and of the scan of each joint sample

const double kRounding = 1e-12;  // of an output, against the target

bool is_finite(double x) { return x - x == 0.0; }

Error unknown(const char* code, const std::string& what, const std::string& id, const std::vector<std::string>& known) {
  const std::string near = nearest(id, known);
  return {code, id, "there is no " + what + " '" + id + "' in this model",
          near.empty() ? "" : "did you mean '" + near + "'?"};
}

Errors check(const Plan& plan, const SolveQuestion& question) {
  Errors errors;
  if (input_index(plan.program, question.input) == kNoIndex) {
    errors.push_back(unknown("input-unknown", "input", question.input, plan.program.inputs));
  }
  if (step_index(plan.program, question.step) == kNoIndex) {
    errors.push_back(unknown("output-unknown", "output", question.step, plan.program.steps));
  }
  if (!is_finite(question.target)) {
    errors.push_back({"solve-target", question.step, "the target is not a finite number", ""});
  }
  const Reach& r = question.reach;
  const bool ascending =
      r.low <= r.inner_low && r.inner_low <= r.inner_high && r.inner_high <= r.high && r.low < r.high;
  if (!is_finite(r.low) || !is_finite(r.high) || !ascending || (r.log && !(r.low > 0))) {
    errors.push_back({"solve-reach", question.input,
                      "'" + question.input + "' cannot be searched from " + shortest(r.low) + " to " +
                          shortest(r.high) + (r.log ? " on a log scale" : ""),
                      "give its slider a low end below its high end"});
  }
  return errors;
}

/// Options of a choice: tried one by one, never between.
void solve_options(const std::vector<double>& numbers, const SolveQuestion& question,
                   FunctionRef<double(double)> output, BreakEven& out) {
  std::vector<double> options = numbers;
  sort_numbers(options.data(), options.data() + options.size());
  options.erase(std::unique(options.begin(), options.end()), options.end());
  std::optional<double> before;
  for (const double option : options) {
    const double value = output(option);
    out.options.push_back({option, value});
    if (!is_finite(value)) continue;
    const double miss = value - question.target;
    const bool met = std::fabs(miss) <= question.half_width;
    if (met) {
      out.crossings.push_back({option, false});
    } else if (before && (miss < 0) != (*before < 0)) {
      out.crossings.push_back({option, true});
    }
    before = met ? std::nullopt : std::optional<double>(miss);
  }
}

/// A target that is met at an end of the reach but for rounding (a load of 1 where no more is possible) is met there.
void add_end(const SolveQuestion& question, const std::function<double(double)>& output, BreakEven& out) {
  for (const double end : {question.reach.low, question.reach.high}) {
    if (!(std::fabs(output(end) - question.target) <= kRounding * std::fabs(question.target))) continue;
    out.crossings.push_back({end, false});
    return;
  }
}

}  // namespace

Result<BreakEven> break_even(const Plan& plan, const SolveQuestion& question, ColumnCache* cache) {
  const Errors errors = check(plan, question);
  if (!errors.empty()) return errors;

  const Distribution& own = plan.inputs[input_index(plan.program, question.input)].distribution;
  const Plan part = prune(plan, {question.step});
  const std::size_t index = input_index(part.program, question.input);
  std::vector<double> point = medians(part);
  const auto output = [&part, &point, index](double x) {
    if (index != kNoIndex) point[index] = x;
    return run_point(part, point).front();
  };

  BreakEven out;
  out.low = question.reach.low;
  out.high = question.reach.high;
  const bool discrete = own.spec().shape == Shape::choice;
  if (discrete) {
    solve_options(own.spec().numbers, question, output, out);
  } else {
    const std::vector<double> grid = internal::search_grid(question.reach, own, kInner, kOuter);
    out.crossings = internal::find_crossings(output, question.target, grid);
    if (out.crossings.empty()) add_end(question, output, out);
    if (index != kNoIndex) {
      out.span = internal::crossing_span(part, index, question.target,
                                         internal::search_grid(question.reach, own, kSpanInner, kSpanOuter),
                                         question.reach.log, question.seed, cache);
    }
  }
  if (!own.is_point() && !out.crossings.empty()) {
    const double first = out.crossings.front().value;
    out.inside_range = first >= own.quantile(0.05) && first <= own.quantile(0.95);
  }
  return out;
}

}  // namespace footing
