#include <algorithm>

#include "exchange/answer.hpp"
#include "exchange/link.hpp"
#include "exchange/running.hpp"
#include "footing/evaluate/order_statistics.hpp"
#include "footing/explain/driver.hpp"
#include "footing/explain/shape_guard.hpp"

namespace footing {
namespace {

const char* range_word(const Value& value) {
  if (value.range == "unknown") return "unknown";
  if (value.distribution.is_point()) return "point";
  return value.evidence == "assumed" || value.made == "assumed" ? "assumed" : "sourced";
}

/// Everything an answer is written from.
struct Drawn {
  const Ready& ready;
  const Plan& plan;
  std::vector<std::string> outputs;
  Evaluation evaluation;                          ///< columns that the answer does not need are left out
  std::vector<Summary> summaries;                 ///< of each step
  std::vector<std::optional<Density>> densities;  ///< of each step
};

void write_input(JsonWriter& out, const ResolvedInput& one, const Value* author, const Resolved& resolved) {
  const PreparedInput& input = *one.input;
  const bool in_bundle = std::any_of(resolved.bundles.begin(), resolved.bundles.end(),
                                     [&](const ResolvedBundle& b) { return b.bundle->id == one.bundle; });
  out.text("id", input.id).text("unit", input.unit_text).text("scale", input.bounds.log ? "log" : "linear");
  out.maybe("min", input.bounds.min).maybe("max", input.bounds.max);
  out.key("slider").open_object().number("low", input.slider_low).number("high", input.slider_high).close_object();
  out.maybe("bundle", one.bundle).boolean("bundle_modified", in_bundle && one.origin != "bundle");
  out.text("origin", one.origin).boolean("changed", one.changed);
  out.key("value");
  write_value(out, one.value);
  out.key("scenario_value");
  write_value(out, one.scenario_value);
  out.key("published_value");
  if (author != nullptr) {
    write_value(out, *author);
  } else {
    out.null();
  }
  out.maybe("state", author != nullptr ? author->state : "");
  out.text("range", range_word(one.scenario_value))
      .text("evidence", one.scenario_value.evidence)
      .text("model", input.model);
}

void write_inputs(JsonWriter& out, const Drawn& result) {
  const Plan& plan = result.plan;
  const PreparedScenario* author = result.ready.claim->scenario("as_published");
  const auto swing = swings(plan, step_index(plan.program, result.outputs.front()));
  std::vector<std::vector<char>> moved;
  for (const auto& output : result.outputs)
    moved.push_back(inputs_read_by(plan.program, step_index(plan.program, output)));
  out.key("inputs").open_list();
  for (std::size_t i = 0; i < result.ready.resolved.inputs.size(); ++i) {
    const ResolvedInput& one = result.ready.resolved.inputs[i];
    out.open_object();
    write_input(out, one, author == nullptr ? nullptr : author->value(one.input->id), result.ready.resolved);
    out.key("moves").open_list();
    for (std::size_t o = 0; o < result.outputs.size(); ++o) {
      if (moved[o][i]) out.text(result.outputs[o]);
    }
    out.close_list().maybe("swing", swing[i]).close_object();
  }
  out.close_list();
}

void write_bundles(JsonWriter& out, const Resolved& resolved) {
  out.key("bundles").open_list();
  for (const auto& bundle : resolved.bundles) {
    std::vector<std::string> options;
    for (const auto& option : bundle.bundle->options) options.push_back(option.id);
    out.open_object().text("id", bundle.bundle->id).text("option", bundle.option).boolean("modified", bundle.modified);
    out.texts("options", options).boolean("changed", bundle.option != bundle.scenario_option).close_object();
  }
  out.close_list();
}

void write_steps(JsonWriter& out, const Drawn& result) {
  const auto& steps = result.ready.resolved.steps;
  out.key("steps").open_list();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    out.open_object()
        .text("id", steps[i].step->id)
        .text("unit", steps[i].step->unit_text)
        .text("model", steps[i].step->model);
    out.text("formula", steps[i].route->text).maybe("route", steps[i].route->id).texts("inputs", steps[i].route->names);
    out.number("central", result.evaluation.central[i]).key("summary");
    write_summary(out, result.summaries[i]);
    out.close_object();
  }
  out.close_list();
}

/// A figure of the claim with the place it was given.
struct PlacedEntry {
  const Figure* figure;
  Placement placement;
  ShapeGuard guard = ShapeGuard::agree;
};

std::vector<PlacedEntry> place_figures(const Drawn& result, ColumnCache& cache) {
  std::vector<PlacedEntry> placed;
  std::vector<PlacedFigure> guarded;
  for (const auto& figure : result.ready.claim->published) {
    if (!figure.over.empty()) continue;  // see write_ratios
    if (std::find(result.outputs.begin(), result.outputs.end(), figure.output) == result.outputs.end()) continue;
    const std::size_t step = step_index(result.plan.program, figure.output);
    const auto shown = published_figure(figure);
    placed.push_back({&figure, place(shown, result.evaluation.steps[step], result.summaries[step])});
    guarded.push_back({step, shown, placed.back().placement.position});
  }
  if (!result.ready.request.shapes) return placed;
  const auto guards = shape_guard(result.plan, result.ready.request.options, guarded, &cache);
  for (std::size_t i = 0; i < placed.size(); ++i) placed[i].guard = guards[i];
  return placed;
}

void write_placement(JsonWriter& out, const PlacedEntry& entry) {
  const auto& [figure, placement, guard] = entry;
  out.open_object().text("published", figure->id).text("output", figure->output).number("value", figure->value);
  out.text("relation", figure->relation).maybe("end", figure->end);
  out.number("share_below", placement.share_below).number("share_inside", placement.share_inside);
  out.number("share_above", placement.share_above).text("position", text(placement.position));
  out.maybe("times", placement.times).boolean("holds", placement.holds).text("shape_guard", text(guard)).close_object();
}

void write_outputs(JsonWriter& out, const Drawn& result, ColumnCache& cache) {
  const auto placed = place_figures(result, cache);
  out.key("outputs").open_list();
  for (const auto& id : result.outputs) {
    const std::size_t step = step_index(result.plan.program, id);
    out.open_object().text("id", id).text("unit", result.ready.claim->step(id)->unit_text).key("summary");
    write_summary(out, result.summaries[step]);
    out.key("density");
    write_density(out, result.densities[step]);
    out.key("placements").open_list();
    for (const auto& entry : placed) {
      if (entry.figure->output == id) write_placement(out, entry);
    }
    out.close_list().close_object();
  }
  out.close_list();
}

/// The scenario that is shown counts with the reader's changes, any other as it is written.
double centre_in(const Drawn& result, const std::string& scenario, const std::string& output) {
  const std::size_t step = step_index(result.plan.program, output);
  const bool shown = scenario == result.ready.request.scenario && step != kNoIndex;
  return shown ? result.evaluation.central[step] : centre_of(*result.ready.claim, scenario, output);
}

/// The figures that say how many times one scenario's output is another's.
void write_ratios(JsonWriter& out, const Drawn& result) {
  out.key("ratios").open_list();
  for (const auto& figure : result.ready.claim->published) {
    if (figure.over.empty()) continue;
    const double ratio =
        centre_in(result, figure.scenario, figure.output) / centre_in(result, figure.over, figure.output);
    out.open_object().text("published", figure.id).text("output", figure.output).text("scenario", figure.scenario);
    out.text("over", figure.over).text("relation", figure.relation).number("value", figure.value);
    out.number("ratio", ratio).boolean("holds", satisfies(published_figure(figure), ratio)).close_object();
  }
  out.close_list();
}

/// Columns of steps that are held at once, in bytes. Of a sample with more, so many steps are evaluated at a time, and
/// a column goes once it is summarised unless the answer needs it: memory grows with what is shown, not with all steps.
constexpr std::size_t kMostBytes = std::size_t{32} << 20;

void add_part(Drawn& result, const Plan& part, Evaluation& evaluated) {
  const Request& request = result.ready.request;
  for (std::size_t i = 0; i < evaluated.steps.size(); ++i) {
    const auto has = [&id = part.program.steps[i]](const std::vector<std::string>& ids) {
      return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    Column& column = evaluated.steps[i];
    const bool output = has(result.outputs);
    result.evaluation.central.push_back(evaluated.central[i]);
    result.densities.emplace_back();
    if (column.is_point()) {
      result.summaries.push_back(summarise(column));
    } else {
      OrderStatistics order(column.data(), column.size());
      result.summaries.push_back(summarise(column, order));
      if (output && request.density) result.densities.back() = density(column, order);
    }
    if (!output && !has(request.samples_of)) column = Column();
    result.evaluation.steps.push_back(std::move(column));
  }
}

Errors evaluate_steps(Drawn& result, ColumnCache& cache) {
  const Options& options = result.ready.request.options;
  const auto& steps = result.plan.program.steps;
  const std::size_t held = kMostBytes / sizeof(double) / std::max<std::size_t>(1, options.samples);
  const std::size_t at_once = std::max<std::size_t>(1, held);
  const std::string path = "models/" + result.ready.claim->model + ".json#";
  Plan pruned;
  Errors errors;
  for (std::size_t first = 0; first < steps.size(); first += at_once) {
    const Plan* part = &result.plan;
    if (at_once < steps.size()) {
      const auto from = steps.begin() + static_cast<std::ptrdiff_t>(first);
      const auto count = static_cast<std::ptrdiff_t>(std::min(at_once, steps.size() - first));
      pruned = prune(result.plan, std::vector<std::string>(from, from + count));
      part = &pruned;
    }
    auto evaluated = evaluate(*part, options, &cache, path);
    if (!evaluated) {
      for (const Error& error : evaluated.errors()) errors.push_back(error);
    }
    if (!errors.empty()) continue;  // The later parts are run for what else is amiss.
    result.evaluation.samples = evaluated->samples;
    add_part(result, *part, evaluated.value());
  }
  return merge_errors(result.plan.program, errors, path);
}

/// Appends the rows asked for; an unknown id is an error.
Errors copy_samples(const Ready& ready, const Plan& plan, const Evaluation& evaluation, ColumnCache& cache,
                    Reply& reply) {
  Errors errors;
  for (const auto& id : ready.request.samples_of) {
    const std::size_t step = step_index(plan.program, id);
    const std::size_t input = input_index(plan.program, id);
    if (step == kNoIndex && input == kNoIndex) {
      errors.push_back({"output-unknown", "samples_of", "There is no active step or input \"" + id + "\".", ""});
      continue;
    }
    const Options& options = ready.request.options;
    const Column column = step == kNoIndex ? column_of(plan.inputs[input], options.seed, options.samples, &cache)
                                           : evaluation.steps[step];
    for (std::size_t i = 0; i < evaluation.samples; ++i) reply.samples.push_back(column.at(i));
    reply.has_samples = true;
  }
  return errors;
}

}  // namespace

std::string evaluate_call(const Shelf& shelf, const Json& request, Reply& reply) {
  auto made = make_ready(shelf, request, false);
  if (!made) return refusal(made.errors());
  const Ready& ready = made.value();
  const Resolved& resolved = ready.resolved;
  const Plan plan = plan_of(resolved);
  const auto& outputs = ready.request.outputs.empty() ? ready.claim->outputs : ready.request.outputs;
  Errors errors;
  for (const auto& output : outputs) {
    if (step_index(plan.program, output) == kNoIndex) {
      errors.push_back(no_active_step("outputs", output));
    }
  }
  if (!errors.empty()) return refusal(errors, resolved.notices);
  Drawn result{ready, plan, outputs, {}, {}, {}};
  errors = evaluate_steps(result, shelf.cache);
  if (errors.empty()) errors = copy_samples(ready, plan, result.evaluation, shelf.cache, reply);
  if (!errors.empty()) return refusal(errors, resolved.notices);

  JsonWriter out = begin_answer({}, resolved.notices);
  out.text("claim", ready.claim->id).number("revision", ready.claim->revision).text("scenario", ready.request.scenario);
  out.key("request");
  write_request(out, ready.request);
  out.boolean("changed", !resolved.set.empty());
  write_inputs(out, result);
  write_bundles(out, resolved);
  write_steps(out, result);
  write_outputs(out, result, shelf.cache);
  write_ratios(out, result);
  out.text("link", encode_link(link_of(ready)));
  return finish(out);
}

}  // namespace footing
