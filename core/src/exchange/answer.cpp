#include "exchange/answer.hpp"

#include "footing/exchange/engine.hpp"

namespace footing {
namespace {

const char* shape_word(Shape shape) {
  switch (shape) {
    case Shape::point: return "point";
    case Shape::interval: return "interval";
    case Shape::uniform: return "uniform";
    case Shape::log_uniform: return "log_uniform";
    case Shape::triangular: return "triangular";
    case Shape::pert: return "pert";
    case Shape::normal: return "normal";
    case Shape::lognormal: return "lognormal";
    case Shape::beta: return "beta";
    case Shape::choice: return "choice";
    case Shape::empirical: return "empirical";
  }
  return "point";
}

}  // namespace

Json errors_json(const Errors& errors) {
  Json list = Json::array();
  for (const auto& error : errors) {
    list.push_back({{"code", error.code}, {"path", error.path}, {"message", error.message}, {"hint", error.hint}});
  }
  return list;
}

Json answer_frame(const Errors& errors, const Errors& notices) {
  return {{"ok", errors.empty()},
          {"errors", errors_json(errors)},
          {"notices", errors_json(notices)},
          {"versions",
           {{"engine", kEngineVersion}, {"api", kApiVersion}, {"schema", kSchemaVersion}, {"link", kLinkVersion}, {"method", kMethodVersion}}}};
}

Json summary_json(const Summary& s) {
  return {{"mean", s.mean},       {"sd", s.sd},
          {"min", s.min},         {"max", s.max},
          {"p05", s.p05},         {"p25", s.p25},
          {"median", s.median},   {"p75", s.p75},
          {"p95", s.p95},         {"point", s.point},
          {"mean_error", s.mean_error}, {"p05_error", s.p05_error},
          {"median_error", s.median_error}, {"p95_error", s.p95_error},
          {"digits", s.digits}};
}

Json density_json(const std::optional<Density>& density) {
  if (!density) return nullptr;
  return {{"scale", density->log ? "log" : "linear"}, {"x", density->x}, {"y", density->y}};
}

Json value_json(const Value& value) {
  return {{"text", print_distribution(value.spec)},
          {"shape", shape_word(value.spec.shape)},
          {"p05", value.distribution.quantile(0.05)},
          {"median", value.distribution.quantile(0.5)},
          {"p95", value.distribution.quantile(0.95)}};
}

Json break_even_json(const BreakEven& result) {
  Json crossings = Json::array();
  for (const auto& crossing : result.crossings) crossings.push_back({{"value", crossing.value}, {"jump", crossing.jump}});
  Json options = Json::array();
  for (const auto& option : result.options) options.push_back({{"value", option.value}, {"output", option.output}});
  Json json = {{"crossings", crossings}, {"searched", {{"low", result.low}, {"high", result.high}}}, {"options", options}};
  json["span"] = result.span ? Json{{"p05", result.span->p05}, {"p95", result.span->p95}, {"share", result.span->share}} : Json();
  json["inside_range"] = result.inside_range ? Json(*result.inside_range) : Json();
  return json;
}

Plan plan_of(const Resolved& resolved) {
  Plan plan;
  plan.program = resolved.program;
  for (const auto& input : resolved.inputs) {
    plan.inputs.push_back({input.value.distribution, input.dimension, input.input->unit.factor});
  }
  for (const auto& step : resolved.steps) plan.step_factors.push_back(step.step->unit.factor);
  return plan;
}

PublishedFigure published_figure(const Figure& figure) {
  const End end = figure.end == "low" ? End::low : figure.end == "high" ? End::high : End::none;
  return {relation_from(figure.relation).value_or(Relation::about), end, figure.value, figure.half_width};
}

}  // namespace footing
