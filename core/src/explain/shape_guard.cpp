#include "footing/explain/shape_guard.hpp"

#include <algorithm>
#include <string>

#include "footing/base/math.hpp"
#include "footing/evaluate/order_statistics.hpp"
#include "footing/uncertainty/sobol.hpp"

namespace footing {
namespace {

const double kTail = 0.05;

/// The input with another shape that has the same 5 % and 95 % quantiles; what it puts beyond a hard bound is moved
/// there. Empty where the shape would leave the range of a double.
std::optional<InputColumn> reshaped(Shape shape, const InputColumn& input) {
  const double a = input.distribution.quantile(kTail);
  const double b = input.distribution.quantile(1.0 - kTail);
  const double middle = 0.5 * (a + b);
  DistributionSpec spec;
  if (!(a < b)) {
    spec.numbers = {input.distribution.quantile(0.5)};
  } else if (shape == Shape::lognormal && a > 0) {
    spec.shape = Shape::lognormal;
    spec.numbers = {a, b};
  } else if (shape == Shape::triangular) {
    // F(x) = (x - low)^2 / (2 h^2) left of the middle, so that the 5 % quantile lies (1 - sqrt(0.1)) h below it.
    const double h = 0.5 * (b - a) / (1.0 - math::sqrt(2.0 * kTail));
    spec.shape = Shape::triangular;
    spec.numbers = {middle - h, middle, middle + h};
  } else {
    const double half = 0.5 * (b - a) / (1.0 - 2.0 * kTail);
    spec.shape = Shape::uniform;
    spec.numbers = {middle - half, middle + half};
  }
  Bounds bounds = input.distribution.bounds();
  bounds.gather = true;
  auto made = Distribution::make(spec, bounds, "");
  if (!made) return std::nullopt;
  return InputColumn{std::move(made).value(), input.dimension, input.to_base};
}

bool all_finite(const Column& column) {
  return std::all_of(column.values().begin(), column.values().end(), [](double x) { return x - x == 0.0; });
}

/// The part of a summary a position needs.
Summary ends_of(const Column& column) {
  OrderStatistics order(column.data(), column.size());
  Summary s;
  s.p05 = order.quantile(0.05);
  s.p25 = order.quantile(0.25);
  s.median = order.quantile(0.5);
  s.p75 = order.quantile(0.75);
  s.p95 = order.quantile(0.95);
  s.point = order.rank(0) == order.rank(order.size() - 1);
  return s;
}

}  // namespace

std::string_view text(ShapeGuard guard) { return guard == ShapeGuard::agree ? "agree" : "near_edge"; }

std::vector<ShapeGuard> shape_guard(const Plan& plan, const Options& options, const std::vector<PlacedFigure>& figures,
                                    ColumnCache* cache) {
  std::vector<ShapeGuard> guards(figures.size(), ShapeGuard::agree);
  std::vector<std::string> wanted;
  for (const PlacedFigure& placed : figures) wanted.push_back(plan.program.steps[placed.step]);
  const Plan part = prune(plan, wanted);
  const Options drawn{std::min(options.samples, kGuardSamples), options.seed};

  const auto is_replaced = [](const InputColumn& input) {
    return !input.distribution.is_point() && !input.distribution.is_discrete();
  };
  if (std::none_of(part.inputs.begin(), part.inputs.end(), is_replaced)) return guards;

  for (const Shape shape : {Shape::uniform, Shape::triangular, Shape::lognormal}) {
    std::vector<Column> columns;
    std::vector<ColumnView> views;
    for (const InputColumn& input : part.inputs) {
      const auto other = is_replaced(input) ? reshaped(shape, input) : input;
      if (!other) return std::vector<ShapeGuard>(figures.size(), ShapeGuard::near_edge);
      columns.push_back(column_of(*other, drawn.seed, drawn.samples, cache));
      views.push_back(view(columns.back(), input.to_base));
    }
    const std::vector<Column> steps = run_columns(part.program, views, part.step_factors, drawn.samples);
    std::vector<Summary> summaries(steps.size());
    std::vector<char> finite(steps.size());
    for (std::size_t s = 0; s < steps.size(); ++s) {
      finite[s] = all_finite(steps[s]);
      if (finite[s]) summaries[s] = ends_of(steps[s]);
    }
    for (std::size_t f = 0; f < figures.size(); ++f) {
      const std::size_t step = step_index(part.program, wanted[f]);
      if (!finite[step] || position(figures[f].figure, summaries[step]) != figures[f].position) {
        guards[f] = ShapeGuard::near_edge;
      }
    }
  }
  return guards;
}

}  // namespace footing
