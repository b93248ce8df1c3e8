#include "exchange/answer.hpp"
#include "exchange/running.hpp"

namespace footing {
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

SolveQuestion question_of(const Ready& ready, const ResolvedInput& input, const PreparedStep& step,
                          const Target& target) {
  const PreparedInput& declared = *input.input;
  SolveQuestion question;
  question.input = declared.id;
  question.step = step.id;
  question.target = target.value;
  question.half_width = target.half_width;
  question.reach = reach_of(input.value.distribution, declared.bounds, declared.slider_low, declared.slider_high);
  question.seed = ready.request.options.seed;
  return question;
}

void write_search(JsonWriter& out, const BreakEven& result) {
  out.key("searched").open_object().number("low", result.low).number("high", result.high).close_object();
  out.key("options").open_list();
  for (const auto& option : result.options) {
    out.open_object().number("value", option.value).number("output", option.output).close_object();
  }
  out.close_list().key("span");
  if (!result.span) {
    out.null();
    return;
  }
  out.open_object().number("p05", result.span->p05).number("p95", result.span->p95);
  out.number("share", result.span->share).close_object();
}

std::string solve_call(const Shelf& shelf, const Json& request) {
  auto made = make_ready(shelf, request, true);
  if (!made) return refusal(made.errors());
  const Ready& ready = made.value();
  const Resolved& resolved = ready.resolved;
  const auto step = output_step(ready);
  if (!step) return refusal(step.errors(), resolved.notices);
  const auto index = active_input(ready, "input", ready.request.input);
  if (!index) return refusal(index.errors(), resolved.notices);
  const PreparedStep& output = *resolved.steps[*step].step;
  const ResolvedInput& input = resolved.inputs[*index];
  auto target = find_target(shelf.units, ready, output);
  if (!target) return refusal(target.errors(), resolved.notices);
  auto solved = break_even(plan_of(resolved), question_of(ready, input, output, *target), &shelf.cache);
  if (!solved) return refusal(solved.errors(), resolved.notices);
  JsonWriter out = begin_answer({}, resolved.notices);
  out.text("input", input.input->id).text("unit", input.input->unit_text);
  out.text("output", output.id).text("output_unit", output.unit_text).number("target", target->value);
  out.key("crossings").open_list();
  for (const auto& crossing : solved->crossings) {
    out.open_object().number("value", crossing.value).boolean("jump", crossing.jump).close_object();
  }
  out.close_list();
  write_search(out, *solved);
  out.key("inside_range");
  if (solved->inside_range) {
    out.boolean(*solved->inside_range);
  } else {
    out.null();
  }
  return finish(out);
}

}  // namespace footing
