#include <algorithm>
#include <cmath>

#include "exchange/answer.hpp"
#include "exchange/detail_calls.hpp"
#include "footing/explain/indices.hpp"
#include "footing/explain/one_at_a_time.hpp"
#include "model/bundle_choice.hpp"

namespace footing {
namespace {

/// What is wanted of an explanation, decoded.
struct Wanted {
  Request request;
  bool indices = true, tornado = true, break_even = true;
  std::vector<std::string> inputs;  ///< break-evens of these alone; empty: of all
};

Wanted decode_wanted(const Reader& node) {
  node.only({"claim", "scenario", "set", "samples", "seed", "output", "target", "published", "inputs", "indices",
             "tornado", "break_even"});
  Wanted out;
  out.request = decode_drawing(node);
  out.request.output = node.at("output").text();
  out.request.target = node.at("target").text();
  out.request.published = node.at("published").text();
  for (auto& id : node.at("inputs").list(0)) out.inputs.push_back(std::move(id.text));
  out.indices = node.at("indices").boolean(true);
  out.tornado = node.at("tornado").boolean(true);
  out.break_even = node.at("break_even").boolean(true);
  return out;
}

/// Everything an answer is written from.
struct Explained {
  const Shelf& shelf;
  const Wanted& wanted;
  const Ready& ready;
  const Plan& plan;
  std::size_t step;
  std::vector<char> read;  ///< of each input: may it move the step

  const ResolvedInput& input(std::size_t i) const { return ready.resolved.inputs[i]; }
};

bool is_drawn_with_bundle(const Explained& all, std::size_t input) {
  return all.plan.inputs[input].distribution.spec().in_order;
}

/// Inputs that were moved together: their ids, and the bundle they are members of.
void write_inputs(JsonWriter& out, const Explained& all, const std::vector<std::size_t>& inputs) {
  std::vector<std::string> ids;
  for (const std::size_t i : inputs) ids.push_back(all.plan.program.inputs[i]);
  out.texts("inputs", ids);
  out.maybe("bundle", is_drawn_with_bundle(all, inputs.front()) ? all.input(inputs.front()).bundle : "");
}

void write_estimate(JsonWriter& out, const char* name, const Estimate& estimate) {
  out.key(name).open_object().number("value", estimate.value).number("error", estimate.error).close_object();
}

void write_pair(JsonWriter& out, const IndexPair& pair) {
  write_estimate(out, "first", pair.first);
  write_estimate(out, "total", pair.total);
}

void write_indices(JsonWriter& out, const Explained& all, const Indices& indices) {
  out.key("indices").open_object().number("rows", static_cast<double>(indices.rows)).number("sd", indices.sd);
  out.maybe("log_sd", indices.log_sd).text("scale", indices.log_sd ? "log" : "linear").key("groups").open_list();
  for (const InputGroup& group : indices.groups) {
    out.open_object();
    write_inputs(out, all, group.inputs);
    out.key("linear").open_object();
    write_pair(out, group.linear);
    out.close_object().key("log");
    if (group.log) {
      out.open_object();
      write_pair(out, *group.log);
      out.close_object();
    } else {
      out.null();
    }
    out.close_object();
  }
  out.close_list().close_object();
}

/// Options of the bundle that an input is drawn with, in the order they are drawn in.
std::vector<std::string> drawn_options(const Explained& all, std::size_t input) {
  for (const auto& bundle : all.ready.resolved.bundles) {
    if (bundle.bundle->id != all.input(input).bundle) continue;
    auto choice = read_bundle_choice(*bundle.bundle, bundle.option, "");
    if (choice) return choice->options;
  }
  return {};
}

void write_tornado(JsonWriter& out, const Explained& all) {
  const Tornado bars = tornado(all.plan, all.step);
  out.key("tornado").open_list();
  for (const TornadoBar& bar : bars.bars) {
    out.open_object();
    write_inputs(out, all, bar.inputs);
    out.number("low", bar.low).number("high", bar.high).key("options").open_list();
    std::vector<std::string> options;
    if (!bar.options.empty()) options = drawn_options(all, bar.inputs.front());
    for (std::size_t i = 0; i < options.size() && i < bar.options.size(); ++i) {
      out.open_object().text("option", options[i]).number("output", bar.options[i]).close_object();
    }
    out.close_list().close_object();
  }
  out.close_list().key("elasticities").open_list();
  const auto all_elasticities = elasticities(all.plan, all.step);
  for (std::size_t i = 0; i < all_elasticities.size(); ++i) {
    if (!all.read[i]) continue;
    // A share of a date is no amount of time.
    const bool date = all.input(i).input->unit_text == "date";
    out.open_object().text("input", all.plan.program.inputs[i]);
    out.maybe("value", date ? std::nullopt : all_elasticities[i]).close_object();
  }
  out.close_list();
}

void write_crossing(JsonWriter& out, const Crossing& crossing, const Distribution& own) {
  const RangeOffset offset = offset_from_range(own, crossing.value);
  out.open_object().number("value", crossing.value).boolean("jump", crossing.jump).boolean("inside", offset.inside);
  out.number("off", offset.off).maybe("times", offset.times).close_object();
}

/// The value of one input that meets the target, or the error that there is no looking for one.
Errors write_break_even(JsonWriter& out, const Explained& all, std::size_t i, const Target& target) {
  const ResolvedInput& input = all.input(i);
  const PreparedStep& step = *all.ready.resolved.steps[all.step].step;
  auto solved = break_even(all.plan, question_of(all.ready, input, step, target));
  if (!solved) return solved.errors();
  const Distribution& own = input.value.distribution;
  const RangeOffset range = offset_from_range(own, 0);
  out.open_object().text("input", input.input->id).text("unit", input.input->unit_text);
  out.boolean("spread", !own.is_point()).key("range").open_object();
  out.number("low", range.low).number("high", range.high).close_object().key("crossings").open_list();
  for (const Crossing& crossing : solved->crossings) write_crossing(out, crossing, own);
  out.close_list();
  write_search(out, *solved);
  out.close_object();
  return {};
}

const char* side_of(double output, const Target& target) {
  const double rounding = std::max(target.half_width, 1e-9 * std::fabs(target.value));
  if (std::fabs(output - target.value) <= rounding) return "meets";
  return output < target.value ? "below" : "above";
}

/// Each bundle, option by option: the output with the members of that option, everything else at its median.
void write_bundles(JsonWriter& out, const Explained& all, const Target& target) {
  const Resolved& resolved = all.ready.resolved;
  out.key("bundles").open_list();
  for (const auto& bundle : resolved.bundles) {
    bool read = false;
    for (std::size_t i = 0; i < all.read.size(); ++i) {
      read = read || (all.read[i] && all.input(i).bundle == bundle.bundle->id);
    }
    if (!read) continue;
    out.open_object().text("bundle", bundle.bundle->id).text("option", bundle.option).key("options").open_list();
    for (const auto& option : bundle.bundle->options) {
      auto set = all.ready.request.set;
      set[bundle.bundle->id] = option.id;
      auto moved = resolve(*all.ready.claim, resolved.scenario->id, set, all.shelf.units);
      // An option that lacks a figure is not in force, and a notice says so.
      const bool taken = moved && std::any_of(moved->bundles.begin(), moved->bundles.end(), [&](const auto& one) {
                           return one.bundle == bundle.bundle && one.option == option.id;
                         });
      std::optional<double> output;
      if (taken) {
        const Plan plan = plan_of(moved.value());
        const double value = run_point(plan, medians(plan))[all.step];
        if (value - value == 0.0) output = value;
      }
      out.open_object().text("option", option.id).maybe("output", output);
      out.maybe("side", output ? side_of(*output, target) : "").close_object();
    }
    out.close_list().close_object();
  }
  out.close_list();
}

Errors write_break_evens(JsonWriter& out, const Explained& all, const Target& target) {
  Errors errors;
  out.key("break_evens").open_list();
  for (std::size_t i = 0; i < all.read.size(); ++i) {
    const std::string& id = all.plan.program.inputs[i];
    const auto& only = all.wanted.inputs;
    const bool asked = only.empty() || std::find(only.begin(), only.end(), id) != only.end();
    if (!asked || !all.read[i] || is_drawn_with_bundle(all, i)) continue;
    append(errors, write_break_even(out, all, i, target));
  }
  out.close_list();
  write_bundles(out, all, target);
  return errors;
}

/// Inputs that the output depends on and that are held at one value: they have no index.
std::vector<std::string> held_inputs(const Explained& all) {
  std::vector<std::string> held;
  for (std::size_t i = 0; i < all.read.size(); ++i) {
    if (all.read[i] && all.plan.inputs[i].distribution.is_point()) held.push_back(all.plan.program.inputs[i]);
  }
  return held;
}

}  // namespace

std::string explain_call(const Shelf& shelf, const Json& request) {
  Errors errors;
  const Wanted wanted = decode_wanted(Reader(&request, "", errors));
  if (!errors.empty()) return refusal(errors);
  auto made = make_ready(shelf, wanted.request);
  if (!made) return refusal(made.errors());
  const Ready& ready = made.value();
  const auto& notices = ready.resolved.notices;
  const auto step = output_step(ready);
  if (!step) return refusal(step.errors(), notices);
  for (const auto& id : wanted.inputs) append(errors, active_input(ready, "inputs", id).errors());
  if (!errors.empty()) return refusal(errors, notices);
  const PreparedStep& output = *ready.resolved.steps[*step].step;
  // Without a figure to meet there are no break-evens; one that was named must be there.
  std::optional<Target> target;
  if (wanted.break_even) {
    auto found = find_target(shelf.units, ready, output);
    const bool named = !ready.request.target.empty() || !ready.request.published.empty();
    if (!found && named) return refusal(found.errors(), notices);
    if (found) target = std::move(found).value();
  }
  const Plan plan = plan_of(ready.resolved);
  const Explained all{shelf, wanted, ready, plan, *step, inputs_read_by(plan.program, *step)};
  JsonWriter out = begin_answer({}, notices);
  out.text("claim", ready.claim->id).number("revision", ready.claim->revision);
  out.text("scenario", ready.request.scenario).key("request");
  write_request(out, ready.request);
  out.text("output", output.id).text("unit", output.unit_text);
  out.number("centre", run_point(plan, medians(plan))[*step]).texts("held", held_inputs(all));
  if (wanted.indices) {
    auto found = indices(plan, *step, ready.request.options.samples, ready.request.options.seed, &shelf.cache,
                         "models/" + ready.claim->model + ".json#");
    if (!found) return refusal(found.errors(), notices);
    write_indices(out, all, found.value());
  }
  if (wanted.tornado) write_tornado(out, all);
  if (wanted.break_even) {
    out.key("target");
    if (target) {
      out.open_object().number("value", target->value).number("half_width", target->half_width);
      out.maybe("published", target->published).close_object();
      errors = write_break_evens(out, all, *target);
    } else {
      out.null();
    }
  }
  if (!errors.empty()) return refusal(errors, notices);
  return finish(out);
}

}  // namespace footing
