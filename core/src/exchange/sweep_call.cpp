#include "footing/explain/sweep.hpp"

#include <algorithm>

#include "exchange/answer.hpp"
#include "exchange/detail_calls.hpp"
#include "footing/base/math.hpp"

namespace footing {
namespace {

struct Wanted {
  Request request;
  std::string from, to;
  int points = 0;
};

Wanted decode_wanted(const Reader& node) {
  node.only({"claim", "scenario", "set", "samples", "seed", "input", "output", "from", "to", "points"});
  Wanted out;
  out.request = decode_drawing(node);
  out.request.input = node.need("input").text();
  out.request.output = node.at("output").text();
  out.from = node.at("from").text();
  out.to = node.at("to").text();
  out.points = node.at("points").whole(2, static_cast<int>(kMostSweepPoints), static_cast<int>(kDefaultSweepPoints));
  return out;
}

/// The reach with the ends that were asked for in place of its own. Errors: those of read_number, solve-reach.
Result<Reach> asked_reach(const UnitReader& units, const Wanted& wanted, const ResolvedInput& input) {
  const PreparedInput& declared = *input.input;
  Reach reach = reach_of(input.value.distribution, declared.bounds, declared.slider_low, declared.slider_high);
  Errors errors;
  const auto take = [&](const std::string& text, const char* path, double& end) {
    if (text.empty()) return;
    auto value = read_number(units, declared.unit_text, text, path);
    if (value) {
      end = value.value();
    } else {
      append(errors, value.errors());
    }
  };
  take(wanted.from, "from", reach.inner_low);
  take(wanted.to, "to", reach.inner_high);
  if (!errors.empty()) return errors;
  reach.log = declared.bounds.log && reach.inner_low > 0;
  const auto outside = [&](double x) {
    return (declared.bounds.min && x < *declared.bounds.min) || (declared.bounds.max && x > *declared.bounds.max);
  };
  if (!(reach.inner_low < reach.inner_high) || outside(reach.inner_low) || outside(reach.inner_high)) {
    return Error{"solve-reach", "from", "\"" + declared.id + "\" cannot be swept over that range.",
                 "Give a low end below the high end, both within the input's bounds."};
  }
  return reach;
}

void write_points(JsonWriter& out, const std::vector<SweepPoint>& points) {
  out.key("points").open_list();
  for (const SweepPoint& point : points) {
    out.open_object().number("value", point.value).maybe("central", point.central).key("band");
    if (point.band) {
      const Band& band = *point.band;
      out.open_object().number("p05", band.p05).number("p25", band.p25).number("median", band.median);
      out.number("p75", band.p75).number("p95", band.p95).close_object();
    } else {
      out.null();
    }
    out.close_object();
  }
  out.close_list();
}

}  // namespace

std::string sweep_call(const Shelf& shelf, const Json& request) {
  Errors errors;
  const Wanted wanted = decode_wanted(Reader(&request, "", errors));
  if (!errors.empty()) return refusal(errors);
  auto made = make_ready(shelf, wanted.request);
  if (!made) return refusal(made.errors());
  const Ready& ready = made.value();
  const auto& notices = ready.resolved.notices;
  const auto step = output_step(ready);
  if (!step) return refusal(step.errors(), notices);
  const auto index = active_input(ready, "input", ready.request.input);
  if (!index) return refusal(index.errors(), notices);
  const ResolvedInput& input = ready.resolved.inputs[*index];
  const auto reach = asked_reach(shelf.units, wanted, input);
  if (!reach) return refusal(reach.errors(), notices);
  const auto values = sweep_values(input.value.distribution, *reach, static_cast<std::size_t>(wanted.points));
  const Plan plan = plan_of(ready.resolved);
  const auto points =
      sweep(plan, *step, *index, values, ready.request.options.samples, ready.request.options.seed, &shelf.cache);
  const PreparedStep& output = *ready.resolved.steps[*step].step;
  JsonWriter out = begin_answer({}, notices);
  out.text("input", input.input->id).text("unit", input.input->unit_text);
  out.text("scale", reach->log ? "log" : "linear").text("output", output.id).text("output_unit", output.unit_text);
  write_points(out, points);
  return finish(out);
}

}  // namespace footing
