#include "exchange/answer.hpp"

#include <algorithm>
#include <limits>

#include "footing/exchange/reply.hpp"

namespace footing {
namespace {

constexpr const char* kShapeWords[] = {"point",  "interval",  "uniform", "log_uniform", "triangular", "pert",
                                       "normal", "lognormal", "beta",    "choice",      "empirical"};

void write_error(JsonWriter& out, const Error& error) {
  out.open_object().text("code", error.code).text("path", error.path).text("message", error.message);
  out.text("hint", error.hint).close_object();
}

/// A list of errors, no longer than anybody reads: a hostile text has as many as it has characters.
void write_errors(JsonWriter& out, const char* name, const Errors& errors) {
  out.key(name).open_list();
  const std::size_t listed = std::min(errors.size(), kMostErrors);
  for (std::size_t i = 0; i < listed; ++i) write_error(out, errors[i]);
  if (listed < errors.size()) {
    write_error(out, {"errors-left-out", "", std::to_string(errors.size() - listed) + " more are not listed.",
                      "Begin with those above."});
  }
  out.close_list();
}

/// The distribution whose quantiles ascend: a bundle's choice keeps its members in the order of the options.
Distribution ascending(const Value& value) {
  if (!value.spec.in_order) return value.distribution;
  DistributionSpec sorted = value.spec;
  sorted.in_order = false;
  auto made = Distribution::make(sorted, value.distribution.bounds(), "");
  return made ? made.value() : value.distribution;
}

}  // namespace

JsonWriter begin_answer(const Errors& errors, const Errors& notices) {
  JsonWriter out;
  out.open_object().boolean("ok", errors.empty());
  write_errors(out, "errors", errors);
  write_errors(out, "notices", notices);
  out.key("versions").open_object().text("engine", kEngineVersion).number("api", kApiVersion);
  out.number("schema", kSchemaVersion).number("link", kLinkVersion).number("method", kMethodVersion).close_object();
  return out;
}

std::string finish(JsonWriter& writer) { return writer.close_object().take(); }

std::string refusal(const Errors& errors, const Errors& notices) {
  JsonWriter out = begin_answer(errors, notices);
  return finish(out);
}

void write_summary(JsonWriter& out, const Summary& s) {
  struct Field {
    const char* name;
    double value;
  };
  const Field fields[] = {{"mean", s.mean},
                          {"sd", s.sd},
                          {"min", s.min},
                          {"max", s.max},
                          {"p05", s.p05},
                          {"p25", s.p25},
                          {"median", s.median},
                          {"p75", s.p75},
                          {"p95", s.p95},
                          {"mean_error", s.mean_error},
                          {"p05_error", s.p05_error},
                          {"median_error", s.median_error},
                          {"p95_error", s.p95_error},
                          {"digits", static_cast<double>(s.digits)}};
  out.open_object().boolean("point", s.point);
  for (const auto& field : fields) out.number(field.name, field.value);
  out.close_object();
}

void write_density(JsonWriter& out, const std::optional<Density>& density) {
  if (!density) {
    out.null();
    return;
  }
  out.open_object().text("scale", density->log ? "log" : "linear");
  out.numbers("x", density->x).numbers("y", density->y).close_object();
}

void write_value(JsonWriter& out, const Value& value) {
  const Distribution distribution = ascending(value);
  out.open_object().text("text", print_distribution(value.spec));
  out.text("shape", kShapeWords[static_cast<std::size_t>(value.spec.shape)]);
  out.number("p05", distribution.quantile(0.05)).number("median", distribution.quantile(0.5));
  out.number("p95", distribution.quantile(0.95)).close_object();
}

void write_request(JsonWriter& out, const Request& request) {
  out.open_object().text("claim", request.claim).text("scenario", request.scenario).key("set").open_object();
  for (const auto& [id, value] : request.set) out.text(id, value);
  out.close_object().number("samples", static_cast<double>(request.options.samples));
  out.text("seed", std::to_string(request.options.seed)).close_object();
}

Plan plan_of(const Resolved& resolved) {
  Plan plan;
  plan.program = resolved.scenario->program;
  for (const auto& input : resolved.inputs) {
    plan.inputs.push_back({input.value.distribution, input.dimension, input.input->factor});
  }
  for (const auto& step : resolved.steps) plan.step_factors.push_back(step.step->factor);
  return plan;
}

double centre_of(const PreparedClaim& claim, const std::string& scenario, const std::string& output) {
  const DeclaredUnits units;
  auto resolved = resolve(claim, scenario, {}, units);
  if (!resolved) return std::numeric_limits<double>::quiet_NaN();
  const Plan plan = plan_of(resolved.value());
  const std::size_t step = step_index(plan.program, output);
  return step == kNoIndex ? std::numeric_limits<double>::quiet_NaN() : run_point(plan, medians(plan))[step];
}

PublishedFigure published_figure(const Figure& figure) {
  const End end = figure.end == "low" ? End::low : figure.end == "high" ? End::high : End::none;
  return {relation_from(figure.relation).value_or(Relation::about), end, figure.value, figure.half_width};
}

}  // namespace footing
