#include "footing/explain/shape_guard.hpp"

#include <cmath>

#include "core/evaluate/plan_builder.hpp"

using namespace footing;
using footing::test::plan_of;

namespace {

ShapeGuard guard(const Plan& plan, Relation relation, double value) {
  const Result<Evaluation> out = evaluate(plan, {16384, 1});
  REQUIRE(out);
  const PublishedFigure figure{relation, End::none, value, 0};
  const std::size_t step = plan.program.steps.size() - 1;
  const Position where = position(figure, summarise(out->steps[step]));
  return shape_guard(plan, {16384, 1}, {{step, figure, where}}).front();
}

}  // namespace

TEST_CASE("with one input the ends of the range do not depend on its shape") {
  // p05 and p95 of the step are those of the input whatever its shape: 10 % inside or outside agrees.
  const Plan plan = plan_of({{"x", "10..20"}}, {{"s", "x"}});
  CHECK(guard(plan, Relation::more_than, 9.8) == ShapeGuard::agree);
  CHECK(guard(plan, Relation::more_than, 10.2) == ShapeGuard::agree);
  CHECK(guard(plan, Relation::more_than, 15) == ShapeGuard::agree);
  CHECK(guard(plan, Relation::more_than, 19.8) == ShapeGuard::agree);
  CHECK(guard(plan, Relation::more_than, 20.2) == ShapeGuard::agree);
}

TEST_CASE("a figure near a quartile depends on the shape") {
  // Upper quartile of 10..20: normal 15 + 0.67449/1.64485 * 5 = 17.05, uniform 15 + 0.25/0.45 * 5 = 17.78,
  // triangular 15 + (1 - sqrt(0.5)) / (1 - sqrt(0.1)) * 5 = 17.14, lognormal 14.142 * exp(0.34657 * 0.41006) = 16.30.
  const Plan plan = plan_of({{"x", "10..20"}}, {{"s", "x"}});
  CHECK(guard(plan, Relation::about, 16.1) == ShapeGuard::agree);
  CHECK(guard(plan, Relation::about, 16.6) == ShapeGuard::near_edge);  // upper part for the lognormal
  CHECK(guard(plan, Relation::about, 17.5) == ShapeGuard::near_edge);  // middle for the uniform
  CHECK(guard(plan, Relation::about, 17.9) == ShapeGuard::agree);
}

TEST_CASE("a figure near the end of a product depends on the shape") {
  // Lognormal p95 of the product of two inputs 1..10: exp(2 m + sqrt(2) h) with m = log(10) / 2 = h: 51.0; uniform
  // and triangular shapes have means near 5.5, and a p95 near 75.
  const Plan plan = plan_of({{"x", "1..10", test::kLogPositive}, {"y", "1..10", test::kLogPositive}}, {{"s", "x * y"}});
  CHECK(guard(plan, Relation::more_than, 30) == ShapeGuard::agree);
  CHECK(guard(plan, Relation::more_than, 60) == ShapeGuard::near_edge);
  CHECK(guard(plan, Relation::more_than, 120) == ShapeGuard::agree);
}

TEST_CASE("no shape leaves the hard bounds") {
  // The triangle around 1.02..1.38 reaches from 0.94 to 1.46: beyond either bound there is no logarithm.
  const Plan plan =
      plan_of({{"x", "uniform(1, 1.4)", Bounds{1.0, 1.4, false}}}, {{"s", "log(x - 0.999) + log(1.401 - x)"}});
  CHECK(guard(plan, Relation::more_than, 100) == ShapeGuard::agree);
}

TEST_CASE("a value that is not finite under another shape is near the edge") {
  // The symmetric triangle around 0.2..10 reaches below 0.
  const Plan plan = plan_of({{"x", "uniform(0.01, 10)"}}, {{"s", "log(x)"}});
  CHECK(guard(plan, Relation::more_than, 100) == ShapeGuard::near_edge);
}

TEST_CASE("points and choices stay as they are") {
  const Plan points = plan_of({{"x", "10"}}, {{"s", "x * 2"}});
  CHECK(guard(points, Relation::about, 20) == ShapeGuard::agree);
  const Plan choice = plan_of({{"x", "choice(1: 1, 9: 1)"}}, {{"s", "x * 2"}});
  CHECK(guard(choice, Relation::about, 17.9) == ShapeGuard::agree);
  CHECK(text(ShapeGuard::agree) == "agree");
  CHECK(text(ShapeGuard::near_edge) == "near_edge");
}

TEST_CASE("several figures on several steps are answered in order") {
  const Plan plan = plan_of({{"x", "10..20"}}, {{"s", "x"}, {"unasked", "x - 3"}, {"t", "2 * x"}});
  const PublishedFigure near{Relation::about, End::none, 2 * 17.5, 0}, far{Relation::about, End::none, 40, 0};
  const std::vector<ShapeGuard> guards = shape_guard(
      plan, {4096, 1}, {{2, near, Position::upper}, {0, far, Position::above}, {2, near, Position::middle}});
  CHECK(guards == std::vector{ShapeGuard::near_edge, ShapeGuard::agree, ShapeGuard::near_edge});
}
