#include <algorithm>

#include "exchange/answer.hpp"
#include "exchange/running.hpp"

namespace footing {
namespace {

void write_break_even(JsonWriter& out, const BreakEven& result) {
  out.key("crossings").open_list();
  for (const auto& crossing : result.crossings) {
    out.open_object().number("value", crossing.value).boolean("jump", crossing.jump).close_object();
  }
  out.close_list().key("searched").open_object().number("low", result.low).number("high", result.high).close_object();
  out.key("options").open_list();
  for (const auto& option : result.options) {
    out.open_object().number("value", option.value).number("output", option.output).close_object();
  }
  out.close_list().key("span");
  if (result.span) {
    out.open_object()
        .number("p05", result.span->p05)
        .number("p95", result.span->p95)
        .number("share", result.span->share);
    out.close_object();
  } else {
    out.null();
  }
  out.key("inside_range");
  if (result.inside_range) {
    out.boolean(*result.inside_range);
  } else {
    out.null();
  }
}

}  // namespace

Result<Target> find_target(const UnitReader& units, const Ready& ready, const PreparedStep& step) {
  const Request& request = ready.request;
  if (!request.target.empty()) {
    auto value = read_number(units, step.unit_text, request.target, "target");
    if (!value) return value.errors();
    return Target{value.value(), 0, ""};
  }
  for (const auto& figure : ready.claim->published) {
    // A ratio of two scenarios is no value that an output could have.
    if (!figure.over.empty()) continue;
    if (request.published.empty() ? figure.output == step.id : figure.id == request.published) {
      if (figure.output != step.id) break;
      return Target{figure.value, figure.half_width, figure.id};
    }
  }
  return Error{"solve-target", "target",
               "No figure was published on \"" + step.id + "\"" +
                   (request.published.empty() ? "." : " as \"" + request.published + "\"."),
               "Give a target."};
}

std::string solve_call(const Shelf& shelf, const Json& request) {
  auto made = make_ready(shelf, request, true);
  if (!made) return refusal(made.errors());
  const Ready& ready = made.value();
  const Resolved& resolved = ready.resolved;
  const std::string output = ready.request.output.empty() ? ready.claim->outputs.front() : ready.request.output;
  const auto step = std::find_if(resolved.steps.begin(), resolved.steps.end(),
                                 [&](const ResolvedStep& s) { return s.step->id == output; });
  if (step == resolved.steps.end()) {
    return refusal({{"solve-unknown-output", "output", "There is no active step \"" + output + "\".", ""}},
                   resolved.notices);
  }
  const auto input = std::find_if(resolved.inputs.begin(), resolved.inputs.end(),
                                  [&](const ResolvedInput& i) { return i.input->id == ready.request.input; });
  if (input == resolved.inputs.end()) {
    return refusal({{"solve-unknown-input", "input", "There is no active input \"" + ready.request.input + "\".", ""}},
                   resolved.notices);
  }
  auto target = find_target(shelf.units, ready, *step->step);
  if (!target) return refusal(target.errors(), resolved.notices);
  SolveQuestion question;
  question.input = ready.request.input;
  question.step = output;
  question.target = target->value;
  question.half_width = target->half_width;
  question.reach =
      reach_of(input->value.distribution, input->input->bounds, input->input->slider_low, input->input->slider_high);
  question.seed = ready.request.options.seed;
  auto solved = break_even(plan_of(resolved), question, &shelf.cache);
  if (!solved) return refusal(solved.errors(), resolved.notices);
  JsonWriter out = begin_answer({}, resolved.notices);
  out.text("input", question.input).text("unit", input->input->unit_text);
  out.text("output", output).text("output_unit", step->step->unit_text).number("target", target->value);
  write_break_even(out, solved.value());
  return finish(out);
}

}  // namespace footing
