#include "footing/explain/closest.hpp"

#include "exchange/answer.hpp"
#include "exchange/detail_calls.hpp"
#include "exchange/state.hpp"

namespace footing {

std::string closest_call(const Shelf& shelf, const Json& request) {
  Errors errors;
  const Reader node(&request, "", errors);
  node.only({"claim", "scenario", "set", "samples", "seed", "output", "target", "published"});
  Request decoded = decode_drawing(node);
  decoded.output = node.at("output").text();
  decoded.target = node.at("target").text();
  decoded.published = node.at("published").text();
  if (!errors.empty()) return refusal(errors);
  auto made = make_ready(shelf, std::move(decoded));
  if (!made) return refusal(made.errors());
  const Ready& ready = made.value();
  const auto& notices = ready.resolved.notices;
  const auto step = output_step(ready);
  if (!step) return refusal(step.errors(), notices);
  const PreparedStep& output = *ready.resolved.steps[*step].step;
  const auto target = find_target(shelf.units, ready, output);
  if (!target) return refusal(target.errors(), notices);
  const Plan plan = plan_of(ready.resolved);
  const auto found = closest_combination(plan, *step, target->value);
  if (!found) return refusal(found.errors(), notices);
  JsonWriter out = begin_answer({}, notices);
  out.text("output", output.id).text("unit", output.unit_text).key("target").open_object();
  out.number("value", target->value).number("half_width", target->half_width);
  out.maybe("published", target->published).close_object().key("closest");
  if (!*found) {
    out.null();
    return finish(out);
  }
  const ClosestCombination& closest = **found;
  out.open_object().number("distance", closest.distance).number("output", closest.output).key("inputs").open_list();
  for (std::size_t i = 0; i < plan.inputs.size(); ++i) {
    const ResolvedInput& input = ready.resolved.inputs[i];
    const Distribution& own = input.value.distribution;
    const bool moved = !own.is_point() && !own.is_discrete();
    out.open_object().text("input", input.input->id).text("unit", input.input->unit_text);
    out.boolean("moved", moved).number("median", own.quantile(0.5)).number("value", closest.values[i]);
    out.number("deviations", closest.deviations[i]).number("share", closest.shares[i]).close_object();
  }
  out.close_list().close_object();
  return finish(out);
}

}  // namespace footing
