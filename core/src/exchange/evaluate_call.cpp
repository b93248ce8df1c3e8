#include <algorithm>

#include "exchange/answer.hpp"
#include "exchange/link.hpp"
#include "exchange/state.hpp"
#include "footing/evaluate/order_statistics.hpp"
#include "footing/explain/driver.hpp"
#include "footing/explain/shape_guard.hpp"

namespace footing {

Result<Prepared> prepare(const Dataset& dataset, const Json& request, bool solving) {
  Errors errors;
  Prepared prepared;
  prepared.request = decode_request(Reader(&request, "", errors), solving);
  if (!errors.empty()) return errors;
  auto claim = find_claim(dataset, prepared.request.claim);
  if (!claim) return claim.errors();
  prepared.claim = claim.value();
  auto scenario = find_scenario(*prepared.claim, prepared.request.scenario);
  if (!scenario) return scenario.errors();
  prepared.request.scenario = scenario.value();
  auto resolved = resolve(dataset, *prepared.claim, scenario.value(), prepared.request.set);
  if (!resolved) return resolved.errors();
  prepared.resolved = std::move(resolved).value();
  prepared.request.set = prepared.resolved.set;
  return prepared;
}

namespace {

/// The inputs of the author's own scenario, for the marks on the tracks.
std::map<std::string, const ResolvedInput*> by_id(const std::vector<ResolvedInput>& inputs) {
  std::map<std::string, const ResolvedInput*> map;
  for (const auto& input : inputs) map.emplace(input.input->id, &input);
  return map;
}

const char* range_word(const Value& value) {
  if (value.range == "unknown") return "unknown";
  if (value.distribution.is_point()) return "point";
  return value.evidence == "assumed" || value.made == "assumed" ? "assumed" : "sourced";
}

Json optional_json(const std::optional<double>& number) { return number ? Json(*number) : Json(); }

Json inputs_json(const Resolved& resolved, const Plan& plan, const std::vector<std::string>& outputs,
                 const std::map<std::string, const ResolvedInput*>& published) {
  const auto swing = swings(plan, step_index(plan.program, outputs.front()));
  std::vector<std::vector<bool>> moved;
  for (const auto& output : outputs) moved.push_back(inputs_read_by(plan.program, step_index(plan.program, output)));
  Json list = Json::array();
  for (std::size_t i = 0; i < resolved.inputs.size(); ++i) {
    const ResolvedInput& one = resolved.inputs[i];
    Json moves = Json::array();
    for (std::size_t o = 0; o < outputs.size(); ++o) {
      if (moved[o][i]) moves.push_back(outputs[o]);
    }
    const auto author = published.find(one.input->id);
    const bool known = author != published.end();
    const bool modified = std::any_of(resolved.bundles.begin(), resolved.bundles.end(),
                                      [&](const ResolvedBundle& b) { return b.id == one.bundle && one.origin != "bundle"; });
    list.push_back({{"id", one.input->id},
                    {"unit", one.input->unit_text},
                    {"scale", one.input->bounds.log ? "log" : "linear"},
                    {"min", optional_json(one.input->bounds.min)},
                    {"max", optional_json(one.input->bounds.max)},
                    {"slider", {{"low", one.input->slider_low}, {"high", one.input->slider_high}}},
                    {"bundle", one.bundle.empty() ? Json() : Json(one.bundle)},
                    {"bundle_modified", modified},
                    {"origin", one.origin},
                    {"changed", one.changed},
                    {"value", value_json(one.value)},
                    {"scenario_value", value_json(one.scenario_value)},
                    {"published_value", known ? value_json(author->second->value) : Json()},
                    {"state", known && !author->second->value.state.empty() ? Json(author->second->value.state) : Json()},
                    {"range", range_word(one.scenario_value)},
                    {"evidence", one.scenario_value.evidence},
                    {"model", one.input->model},
                    {"moves", moves},
                    {"swing", optional_json(swing[i])}});
  }
  return list;
}

Json bundles_json(const Dataset& dataset, const Resolved& resolved) {
  Json list = Json::array();
  for (const auto& bundle : resolved.bundles) {
    Json options = Json::array();
    for (const auto& option : dataset.bundles.at(bundle.id).options) options.push_back(option.id);
    list.push_back({{"id", bundle.id},
                    {"option", bundle.option},
                    {"modified", bundle.modified},
                    {"options", options},
                    {"changed", bundle.option != bundle.scenario_option}});
  }
  return list;
}

/// Summaries once, for steps and outputs alike.
struct Summarised {
  std::vector<Summary> summaries;
  std::vector<std::optional<Density>> densities;
};

Json placement_json(const Figure& figure, const Placement& placement, ShapeGuard guard) {
  return {{"published", figure.id},
          {"output", figure.output},
          {"value", figure.value},
          {"relation", figure.relation},
          {"end", figure.end.empty() ? Json() : Json(figure.end)},
          {"share_below", placement.share_below},
          {"share_inside", placement.share_inside},
          {"share_above", placement.share_above},
          {"position", std::string(text(placement.position))},
          {"times", optional_json(placement.times)},
          {"holds", placement.holds},
          {"shape_guard", std::string(text(guard))}};
}

Json outputs_json(const Prepared& prepared, const Plan& plan, const Evaluation& evaluation, const Summarised& summarised,
                  const std::vector<std::string>& outputs) {
  struct Placed {
    const Figure* figure;
    Placement placement;
  };
  std::vector<Placed> placed;
  std::vector<PlacedFigure> guarded;
  for (const auto& figure : prepared.claim->published) {
    if (std::find(outputs.begin(), outputs.end(), figure.output) == outputs.end()) continue;
    const std::size_t step = step_index(plan.program, figure.output);
    const auto shown = published_figure(figure);
    const auto placement = place(shown, evaluation.steps[step], summarised.summaries[step]);
    placed.push_back({&figure, placement});
    guarded.push_back({step, shown, placement.position});
  }
  std::vector<ShapeGuard> guards(placed.size(), ShapeGuard::agree);
  if (prepared.request.shapes) guards = shape_guard(plan, prepared.request.options, guarded);
  Json list = Json::array();
  for (const auto& id : outputs) {
    const std::size_t step = step_index(plan.program, id);
    Json placements = Json::array();
    for (std::size_t i = 0; i < placed.size(); ++i) {
      if (placed[i].figure->output == id) placements.push_back(placement_json(*placed[i].figure, placed[i].placement, guards[i]));
    }
    list.push_back({{"id", id},
                    {"unit", prepared.resolved.model->step(id)->unit_text},
                    {"summary", summary_json(summarised.summaries[step])},
                    {"density", density_json(summarised.densities[step])},
                    {"placements", placements}});
  }
  return list;
}

Json steps_json(const Resolved& resolved, const Evaluation& evaluation, const Summarised& summarised) {
  Json list = Json::array();
  for (std::size_t i = 0; i < resolved.steps.size(); ++i) {
    const auto& [step, route] = resolved.steps[i];
    list.push_back({{"id", step->id},
                    {"unit", step->unit_text},
                    {"model", step->model},
                    {"formula", route->text},
                    {"route", route->id.empty() ? Json() : Json(route->id)},
                    {"inputs", route->names},
                    {"central", evaluation.central[i]},
                    {"summary", summary_json(summarised.summaries[i])}});
  }
  return list;
}

/// Appends the rows asked for; an unknown id is an error.
Errors copy_samples(const Prepared& prepared, const Plan& plan, const Evaluation& evaluation, Reply& reply) {
  Errors errors;
  for (const auto& id : prepared.request.samples_of) {
    const std::size_t step = step_index(plan.program, id);
    const std::size_t input = input_index(plan.program, id);
    if (step == kNoIndex && input == kNoIndex) {
      errors.push_back({"output-unknown", "samples_of", "There is no active step or input \"" + id + "\".", ""});
      continue;
    }
    const Column& column = step == kNoIndex ? evaluation.inputs[input] : evaluation.steps[step];
    for (std::size_t i = 0; i < evaluation.samples; ++i) reply.samples.push_back(column.at(i));
    reply.has_samples = true;
  }
  return errors;
}

}  // namespace

Json evaluate_call(const Dataset& dataset, ColumnCache& cache, const Json& request, Reply& reply) {
  auto ready = prepare(dataset, request, false);
  if (!ready) return answer_frame(ready.errors(), {});
  Prepared& prepared = ready.value();
  const Resolved& resolved = prepared.resolved;
  const Plan plan = plan_of(resolved);
  std::vector<std::string> outputs = prepared.request.outputs.empty() ? prepared.claim->outputs : prepared.request.outputs;
  Errors errors;
  for (const auto& output : outputs) {
    if (step_index(plan.program, output) == kNoIndex) {
      errors.push_back({"output-unknown", "outputs", "There is no active step \"" + output + "\".", ""});
    }
  }
  if (!errors.empty()) return answer_frame(errors, resolved.notices);
  auto evaluated = evaluate(plan, prepared.request.options, &cache, "models/" + resolved.model->id + ".json#");
  if (!evaluated) return answer_frame(evaluated.errors(), resolved.notices);
  const Evaluation& evaluation = evaluated.value();

  Summarised summarised;
  for (std::size_t i = 0; i < evaluation.steps.size(); ++i) {
    const bool output = std::find(outputs.begin(), outputs.end(), plan.program.steps[i]) != outputs.end();
    if (evaluation.steps[i].is_point()) {
      summarised.summaries.push_back(summarise(evaluation.steps[i]));
      summarised.densities.emplace_back();
      continue;
    }
    OrderStatistics order(evaluation.steps[i].data(), evaluation.steps[i].size());
    summarised.summaries.push_back(summarise(evaluation.steps[i], order));
    summarised.densities.push_back(output && prepared.request.density ? density(evaluation.steps[i], order) : std::nullopt);
  }

  Resolved author;
  if (auto published = resolve(dataset, *prepared.claim, "as_published", {})) author = std::move(published).value();
  errors = copy_samples(prepared, plan, evaluation, reply);

  Link link;
  link.claim = prepared.claim->id;
  link.revision = prepared.claim->revision;
  link.set = resolved.set;
  if (prepared.request.scenario != default_scenario(*prepared.claim)) link.scenario = prepared.request.scenario;
  link.seed = prepared.request.options.seed;
  link.samples = prepared.request.options.samples;

  Json json = answer_frame(errors, resolved.notices);
  json["claim"] = prepared.claim->id;
  json["revision"] = prepared.claim->revision;
  json["scenario"] = prepared.request.scenario;
  json["request"] = request_json(prepared.request);
  json["changed"] = !resolved.set.empty();
  json["inputs"] = inputs_json(resolved, plan, outputs, by_id(author.inputs));
  json["bundles"] = bundles_json(dataset, resolved);
  json["steps"] = steps_json(resolved, evaluation, summarised);
  json["outputs"] = outputs_json(prepared, plan, evaluation, summarised, outputs);
  json["link"] = encode_link(link);
  return json;
}

}  // namespace footing
