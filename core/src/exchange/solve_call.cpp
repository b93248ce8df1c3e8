#include <algorithm>

#include "exchange/answer.hpp"
#include "exchange/state.hpp"

namespace footing {
namespace {

/// Target and its rounding: a text, or a published figure (the first on the output unless one is named).
struct Target {
  double value = 0;
  double half_width = 0;
};

Result<Target> find_target(const Dataset& dataset, const Prepared& prepared, const Step& step) {
  const Request& request = prepared.request;
  if (!request.target.empty()) {
    auto value = read_figure(dataset.units, step.unit, step.unit_text, request.target, "target", true);
    if (!value) return value.errors();
    return Target{value.value(), 0};
  }
  for (const auto& figure : prepared.claim->published) {
    if (request.published.empty() ? figure.output == step.id : figure.id == request.published) {
      if (figure.output != step.id) break;
      return Target{figure.value, figure.half_width};
    }
  }
  return Error{"solve-target", "target", "No figure was published on \"" + step.id + "\"" +
                                             (request.published.empty() ? "." : " as \"" + request.published + "\"."),
               "Give a target."};
}

}  // namespace

Json solve_call(const Dataset& dataset, const Json& request) {
  auto ready = prepare(dataset, request, true);
  if (!ready) return answer_frame(ready.errors(), {});
  const Prepared& prepared = ready.value();
  const Resolved& resolved = prepared.resolved;
  const std::string output = prepared.request.output.empty() ? prepared.claim->outputs.front() : prepared.request.output;
  const auto step = std::find_if(resolved.steps.begin(), resolved.steps.end(), [&](const ResolvedStep& s) { return s.step->id == output; });
  if (step == resolved.steps.end()) {
    return answer_frame({{"solve-unknown-output", "output", "There is no active step \"" + output + "\".", ""}}, resolved.notices);
  }
  const auto input = std::find_if(resolved.inputs.begin(), resolved.inputs.end(),
                                  [&](const ResolvedInput& i) { return i.input->id == prepared.request.input; });
  if (input == resolved.inputs.end()) {
    return answer_frame({{"solve-unknown-input", "input", "There is no active input \"" + prepared.request.input + "\".", ""}}, resolved.notices);
  }
  auto target = find_target(dataset, prepared, *step->step);
  if (!target) return answer_frame(target.errors(), resolved.notices);
  SolveQuestion question;
  question.input = prepared.request.input;
  question.step = output;
  question.target = target->value;
  question.half_width = target->half_width;
  question.reach = reach_of(input->value.distribution, input->input->bounds, input->input->slider_low, input->input->slider_high);
  question.seed = prepared.request.options.seed;
  auto solved = break_even(plan_of(resolved), question);
  if (!solved) return answer_frame(solved.errors(), resolved.notices);
  Json json = answer_frame({}, resolved.notices);
  json.update(break_even_json(solved.value()));
  json["input"] = question.input;
  json["output"] = output;
  json["target"] = target->value;
  json["unit"] = input->input->unit_text;
  json["output_unit"] = step->step->unit_text;
  return json;
}

}  // namespace footing
