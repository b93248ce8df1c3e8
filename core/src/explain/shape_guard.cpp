#include "footing/explain/shape_guard.hpp"

#include <algorithm>
#include <string>

#include "footing/base/math.hpp"
#include "footing/evaluate/order_statistics.hpp"
#include "footing/uncertainty/sobol.hpp"

namespace footing {
namespace {

enum class OtherShape { uniform, triangular, lognormal };

const double kTail = 0.05;
const double kNormal95 = 1.6448536269514722;  // 95 % quantile of the standard normal distribution

/// Quantile at u of the shape whose 5 % and 95 % quantiles are a < b.
double quantile(OtherShape shape, double a, double b, double u) {
  const double middle = 0.5 * (a + b);
  if (shape == OtherShape::lognormal && a > 0) {
    const double half = 0.5 * math::log(b / a) / kNormal95;
    return math::sqrt(a) * math::sqrt(b) * math::exp(half * math::inverse_normal(u));
  }
  if (shape == OtherShape::triangular) {
    // F(x) = (x - low)^2 / (2 h^2) left of the middle, so that the 5 % quantile lies (1 - sqrt(0.1)) h below it.
    const double h = 0.5 * (b - a) / (1.0 - math::sqrt(2.0 * kTail));
    return u < 0.5 ? middle - h * (1.0 - math::sqrt(2.0 * u)) : middle + h * (1.0 - math::sqrt(2.0 * (1.0 - u)));
  }
  return middle + (u - 0.5) * (b - a) / (1.0 - 2.0 * kTail);
}

Column redraw(OtherShape shape, const InputColumn& input, const Options& options) {
  const double a = input.distribution.quantile(kTail);
  const double b = input.distribution.quantile(1.0 - kTail);
  if (!(a < b)) return Column(input.distribution.quantile(0.5));
  const Bounds& bounds = input.distribution.bounds();
  std::vector<double> values(options.samples);
  SobolColumn(input.dimension, options.seed).fill(0, values.size(), values.data());
  for (double& value : values) {
    value = quantile(shape, a, b, value);
    if (bounds.min) value = std::max(value, *bounds.min);
    if (bounds.max) value = std::min(value, *bounds.max);
  }
  return Column(std::move(values));
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

std::vector<ShapeGuard> shape_guard(const Plan& plan, const Options& options,
                                    const std::vector<PlacedFigure>& figures) {
  std::vector<ShapeGuard> guards(figures.size(), ShapeGuard::agree);
  std::vector<std::string> wanted;
  for (const PlacedFigure& placed : figures) wanted.push_back(plan.program.steps[placed.step]);
  const Plan part = prune(plan, wanted);
  const Options drawn{std::min(options.samples, kGuardSamples), options.seed};

  const auto is_replaced = [](const InputColumn& input) {
    return !input.distribution.is_point() && !input.distribution.is_discrete();
  };
  if (std::none_of(part.inputs.begin(), part.inputs.end(), is_replaced)) return guards;

  for (const OtherShape shape : {OtherShape::uniform, OtherShape::triangular, OtherShape::lognormal}) {
    std::vector<Column> columns;
    std::vector<ColumnView> views;
    for (const InputColumn& input : part.inputs) {
      columns.push_back(is_replaced(input) ? redraw(shape, input, drawn) : draw(input, drawn.seed, drawn.samples));
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
