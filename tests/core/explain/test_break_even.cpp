#include "footing/explain/break_even.hpp"

#include <cmath>
#include <random>

#include "core/evaluate/plan_builder.hpp"

using namespace footing;
using footing::test::kLog;
using footing::test::kLogPositive;
using footing::test::plan_of;

namespace {

constexpr double kZ95 = 1.6448536269514722;

Reach linear(double low, double high) { return {low, high, low, high, false}; }

BreakEven solve(const Plan& plan, const std::string& input, double target, const Reach& reach, double half = 0) {
  const Result<BreakEven> out = break_even(plan, {input, plan.program.steps.back(), target, half, reach, 1});
  REQUIRE(out);
  return *out;
}

/// The last step with `input` at `value`, the others at their medians.
double put_back(const Plan& plan, const std::string& input, double value) {
  std::vector<double> point = medians(plan);
  point[input_index(plan.program, input)] = value;
  return run_point(plan, point).back();
}

}  // namespace

TEST_CASE("the break-even of a product is a quotient") {
  const Plan plan = plan_of({{"servers", "3000..4500", kLogPositive}, {"power", "6.5"}, {"load", "0.6..0.9"}},
                            {{"energy", "servers * power * load * 24 / 1000"}});
  const Reach reach = reach_of(plan.inputs[0].distribution, kLogPositive, 100, 100000);
  CHECK(reach.log);
  CHECK(reach.low == Approx(0.1));
  CHECK(reach.high == Approx(1e8));
  const BreakEven out = solve(plan, "servers", 500, reach);
  REQUIRE(out.crossings.size() == 1);
  CHECK(out.crossings[0].value == Approx(500 * 1000 / (24 * 6.5 * 0.75)).epsilon(1e-13));
  CHECK_FALSE(out.crossings[0].jump);
  CHECK(put_back(plan, "servers", out.crossings[0].value) == Approx(500).epsilon(1e-12));
  CHECK(*out.inside_range);
  REQUIRE(out.span);  // crossing = c / load, load normal with 5 % and 95 % at 0.6 and 0.9
  CHECK(out.span->p05 == Approx(500 * 1000 / (24 * 6.5 * 0.9)).epsilon(2e-3));
  CHECK(out.span->p95 == Approx(500 * 1000 / (24 * 6.5 * 0.6)).epsilon(2e-3));
  CHECK(out.span->share == 1);
  CHECK(out.low == reach.low);
  CHECK(out.high == reach.high);
  CHECK(out.options.empty());
}

TEST_CASE("the span of a product of lognormals has its closed form") {
  const Plan plan = plan_of({{"x", "1..2", kLog}, {"a", "3..12", kLog}, {"b", "0.5..0.8", kLog}}, {{"s", "x * a * b"}});
  const BreakEven out = solve(plan, "x", 10, reach_of(plan.inputs[0].distribution, kLog, 0.1, 20));
  const double mu = 0.5 * (std::log(3 * 12.0) + std::log(0.5 * 0.8));
  const double sigma = std::hypot(std::log(4.0), std::log(1.6)) / (2 * kZ95);
  CHECK(out.crossings[0].value == Approx(10 / std::exp(mu)).epsilon(1e-12));
  CHECK(out.span->p05 == Approx(10 * std::exp(-mu - kZ95 * sigma)).epsilon(0.02));
  CHECK(out.span->p95 == Approx(10 * std::exp(-mu + kZ95 * sigma)).epsilon(0.02));
}

TEST_CASE("a quadratic is met twice") {
  const Plan plan = plan_of({{"x", "0..10"}}, {{"s", "(x - 2) * (x - 7)"}});
  const BreakEven out = solve(plan, "x", 1.5, linear(-20, 30));
  const double root = std::sqrt(4.5 * 4.5 - 14 + 1.5);
  REQUIRE(out.crossings.size() == 2);
  CHECK(out.crossings[0].value == Approx(4.5 - root).epsilon(1e-12));
  CHECK(out.crossings[1].value == Approx(4.5 + root).epsilon(1e-12));
  CHECK_FALSE(out.crossings[0].jump);
  CHECK_FALSE(out.crossings[1].jump);
}

TEST_CASE("roots on the grid and at the ends are found once each") {
  const Plan plan = plan_of({{"x", "0..10"}}, {{"s", "(x - 1) * (x - 3) * (x - 4)"}});
  const BreakEven out = solve(plan, "x", 0, linear(0, 4));  // grid of 64ths: 1, 3 and 4 lie on it
  REQUIRE(out.crossings.size() == 3);
  CHECK(out.crossings[0].value == 1);
  CHECK(out.crossings[1].value == 3);
  CHECK(out.crossings[2].value == 4);
  for (const Crossing& crossing : out.crossings) CHECK_FALSE(crossing.jump);
}

TEST_CASE("a root at zero is found") {
  const Plan plan = plan_of({{"x", "-3..10"}}, {{"s", "exp(x) - 1"}, {"t", "s + x ^ 3"}});
  const BreakEven out = solve(plan, "x", 0, linear(-1.3, 4.1));
  REQUIRE(out.crossings.size() == 1);
  CHECK(std::fabs(out.crossings[0].value) < 1e-15);
  CHECK_FALSE(out.crossings[0].jump);
}

TEST_CASE("where no value does it, there is no crossing and no span") {
  const Plan plan = plan_of({{"x", "1..2"}, {"y", "1..2"}}, {{"s", "x ^ 2 + y ^ 2"}});
  const BreakEven out = solve(plan, "x", -1, linear(-10, 10));
  CHECK(out.crossings.empty());
  CHECK_FALSE(out.span);
  CHECK_FALSE(out.inside_range);
}

TEST_CASE("a target met at the end of the reach but for rounding is met there") {
  const Plan plan = plan_of({{"load", "uniform(0.7, 0.9)"}, {"power", "3"}}, {{"s", "load * 0.1 * power"}});
  const double all = 0.1 * 3;
  const BreakEven out = solve(plan, "load", all * (1 + 1e-15), linear(0, 1));
  REQUIRE(out.crossings.size() == 1);
  CHECK(out.crossings[0].value == 1);
  CHECK_FALSE(out.crossings[0].jump);
  CHECK(solve(plan, "load", all * (1 + 1e-11), linear(0, 1)).crossings.empty());
}

TEST_CASE("some samples have a crossing and some have none") {
  // x + y = 0 with x in [0, 1] needs y <= 0: half of the samples.
  const Plan plan = plan_of({{"x", "uniform(0, 1)"}, {"y", "uniform(-1, 1)"}}, {{"s", "x + y"}});
  const BreakEven out = solve(plan, "x", 0, linear(0, 1));
  REQUIRE(out.span);
  CHECK(out.span->share == Approx(0.5).margin(0.002));
  CHECK(out.span->p05 == Approx(0.05).margin(0.003));
  CHECK(out.span->p95 == Approx(0.95).margin(0.003));
}

TEST_CASE("leaping over the target is a jump at its place") {
  const Plan steps = plan_of({{"x", "1..9"}}, {{"s", "ceil(x, 1)"}});
  BreakEven out = solve(steps, "x", 4.5, linear(0.3, 9.1));
  REQUIRE(out.crossings.size() == 1);
  CHECK(out.crossings[0].jump);
  CHECK(out.crossings[0].value == Approx(4).epsilon(1e-13));  // ceil takes 4 + a few ulp for 4
  CHECK(out.span->p05 == Approx(4).epsilon(1e-12));

  const Plan branch = plan_of({{"x", "1..9"}, {"y", "3"}}, {{"s", "if(x < 5, y, 2 * y + x)"}});
  out = solve(branch, "x", 8, linear(0, 10));
  REQUIRE(out.crossings.size() == 1);
  CHECK(out.crossings[0].jump);
  CHECK(out.crossings[0].value == 5);

  const Plan pole = plan_of({{"x", "2..9"}}, {{"s", "1 / (x - 1)"}});
  out = solve(pole, "x", 0.25, linear(-3.1, 9.7));
  REQUIRE(out.crossings.size() == 2);
  CHECK(out.crossings[0].jump);
  CHECK(out.crossings[0].value == Approx(1).epsilon(1e-15));
  CHECK_FALSE(out.crossings[1].jump);
  CHECK(out.crossings[1].value == Approx(5).epsilon(1e-13));
}

TEST_CASE("a stretch on the target is reported by its two ends") {
  const Plan steps = plan_of({{"x", "1..9"}}, {{"s", "ceil(x, 1)"}});
  BreakEven out = solve(steps, "x", 4, linear(0.3, 9.1));
  REQUIRE(out.crossings.size() == 2);
  CHECK(out.crossings[0].value == Approx(3).epsilon(1e-13));
  CHECK(out.crossings[1].value == Approx(4).epsilon(1e-13));
  CHECK(out.crossings[0].jump);
  CHECK(out.crossings[1].jump);
  CHECK(put_back(steps, "x", out.crossings[0].value) == 4);
  CHECK(put_back(steps, "x", out.crossings[1].value) == 4);

  // A narrow one, between two points of the grid.
  const Plan narrow = plan_of({{"x", "1..9"}}, {{"s", "ceil(x, 0.001)"}});
  out = solve(narrow, "x", 4.0005, linear(0.3, 9.1));
  REQUIRE(out.crossings.size() == 1);
  CHECK(out.crossings[0].jump);
  CHECK(out.crossings[0].value == Approx(4).epsilon(1e-9));

  const Plan cap = plan_of({{"x", "1..9"}}, {{"s", "min(x, 5)"}});
  out = solve(cap, "x", 5, linear(0.3, 9.1));
  REQUIRE(out.crossings.size() == 2);
  CHECK(out.crossings[0].value == Approx(5).epsilon(1e-13));
  CHECK_FALSE(out.crossings[0].jump);
  CHECK(out.crossings[1].value == 9.1);
}

TEST_CASE("an end that rounding finds twice is met once") {
  // 1 - x / 400 is 1 up to x = 2e-14, which is nothing beside the values that x is given.
  const Plan plan = plan_of({{"x", "0..1"}}, {{"s", "1 - x / 400"}});
  BreakEven out = solve(plan, "x", 1, linear(0, 1));
  REQUIRE(out.crossings.size() == 1);
  CHECK(out.crossings[0].value == 0);
  CHECK_FALSE(out.crossings[0].jump);
  // A stretch beside 0 that the grid can tell from a point keeps both its ends.
  out = solve(plan_of({{"x", "0..1"}}, {{"s", "max(x, 0.000001)"}}), "x", 0.000001, linear(0, 1));
  REQUIRE(out.crossings.size() == 2);
  CHECK(out.crossings[0].value == 0);
  CHECK(out.crossings[1].value == Approx(0.000001).epsilon(1e-9));
}

TEST_CASE("an input that moves nothing crosses nowhere") {
  const Plan plan = plan_of({{"x", "1..9"}, {"y", "3..4"}}, {{"s", "2 * y"}});
  const BreakEven out = solve(plan, "x", 4, linear(0, 10));
  CHECK(out.crossings.empty());
  CHECK_FALSE(out.span);
}

TEST_CASE("places where the output does not exist are passed over") {
  const Plan plan = plan_of({{"x", "1..9"}}, {{"s", "sqrt(x - 2)"}});
  const BreakEven out = solve(plan, "x", 1.5, linear(-5, 9));
  REQUIRE(out.crossings.size() == 1);
  CHECK(out.crossings[0].value == Approx(4.25).epsilon(1e-12));
}

TEST_CASE("the options of a discrete input are tried one by one") {
  const Plan plan = plan_of({{"x", "choice(30: 1, 10: 1, 20: 2)"}, {"y", "3"}}, {{"s", "x * y"}});
  BreakEven out = solve(plan, "x", 61, linear(0, 100), 1.5);
  REQUIRE(out.options.size() == 3);
  CHECK(out.options[0].value == 10);
  CHECK(out.options[2].output == 90);
  REQUIRE(out.crossings.size() == 1);
  CHECK(out.crossings[0].value == 20);
  CHECK_FALSE(out.crossings[0].jump);
  CHECK(*out.inside_range);

  out = solve(plan, "x", 50, linear(0, 100), 0.5);
  REQUIRE(out.crossings.size() == 1);
  CHECK(out.crossings[0].value == 20);
  CHECK(out.crossings[0].jump);
  CHECK(solve(plan, "x", 100, linear(0, 100), 0.5).crossings.empty());
}

TEST_CASE("units: the input and the target are in their declared ones") {
  Plan plan =
      plan_of({{"hours", "2..4", {}, -1, 3600.0}, {"power", "5", {}, -1, 1000.0}}, {{"energy", "hours * power"}});
  plan.step_factors[0] = 3.6e6;
  const BreakEven out = solve(plan, "hours", 12.5, linear(0, 24));
  REQUIRE(out.crossings.size() == 1);
  CHECK(out.crossings[0].value == Approx(2.5).epsilon(1e-14));
  CHECK(out.span->p05 == Approx(2.5).epsilon(1e-13));
  CHECK(*out.inside_range);
}

TEST_CASE("a reported break-even put back gives the target, whatever the model") {
  std::mt19937 random(99);
  const auto number = [&random](double low, double high) {
    return low + (high - low) * static_cast<double>(random()) / 4294967296.0;
  };
  const char* formulas[] = {"a * x / b",
                            "a + b * x",
                            "a * x ^ 1.7 - b",
                            "a / (b + x)",
                            "log(a + x) * b",
                            "a * exp(-x / b)",
                            "if(x < b, a * x, a * b + 3 * (x - b))",
                            "max(a * x, b * x ^ 2)",
                            "sqrt(x + a) + x / b"};
  int crossings = 0;
  for (int round = 0; round < 300; ++round) {
    const Plan plan = plan_of({{"x", "1..3"}, {"a", "2..5"}, {"b", "1..4"}}, {{"s", formulas[round % 9]}});
    const Reach reach = round % 2 == 0 ? Reach{1e-4, 1e5, 0.1, 100, true} : Reach{0, 900, 0, 20, false};
    const double wanted = number(0.2, 15);
    const double target = put_back(plan, "x", wanted);
    const BreakEven out = solve(plan, "x", target, reach);
    REQUIRE_FALSE(out.crossings.empty());
    bool recovered = false;
    for (std::size_t i = 0; i < out.crossings.size(); ++i) {
      const Crossing& crossing = out.crossings[i];
      ++crossings;
      CHECK_FALSE(crossing.jump);
      CHECK(put_back(plan, "x", crossing.value) == Approx(target).epsilon(1e-9).margin(1e-12));
      if (i > 0) CHECK(out.crossings[i - 1].value < crossing.value);
      recovered = recovered || std::fabs(crossing.value - wanted) <= 1e-9 * wanted;
    }
    CHECK(recovered);
  }
  CHECK(crossings >= 300);
}

TEST_CASE("the reach stays within the hard bounds and covers slider and range") {
  const Distribution d = test::distribution("1.1..1.6");
  Reach r = reach_of(d, Bounds{1.0, std::nullopt, false}, 1.0, 2.0);
  CHECK_FALSE(r.log);
  CHECK(r.low == 1);
  CHECK(r.inner_low == 1);
  CHECK(r.inner_high == 2);
  CHECK(r.high == Approx(1002));
  r = reach_of(d, Bounds{0.0, 1.5, false}, 1.2, 1.4);
  CHECK(r.inner_low == Approx(1.1));
  CHECK(r.inner_high == 1.5);
  CHECK(r.high == 1.5);
  CHECK(r.low == 0);
  r = reach_of(d, Bounds{0.0, std::nullopt, true}, 1.0, 2.0);
  CHECK(r.log);
  CHECK(r.low == Approx(0.001));
  r = reach_of(d, Bounds{0.0, std::nullopt, true}, 0.0, 2.0);
  CHECK_FALSE(r.log);
}

TEST_CASE("a point input can be solved for, and has no range to lie in") {
  const Plan plan = plan_of({{"x", "2"}, {"y", "3..4"}}, {{"s", "x * y"}});
  const BreakEven out = solve(plan, "x", 7, reach_of(plan.inputs[0].distribution, {}, 1, 3));
  REQUIRE(out.crossings.size() == 1);
  CHECK(out.crossings[0].value == Approx(2).epsilon(1e-13));
  CHECK_FALSE(out.inside_range);
  CHECK(out.span);
}

TEST_CASE("what cannot be solved is refused, all at once") {
  const Plan plan = plan_of({{"servers", "1..2"}}, {{"energy", "servers"}});
  const double nan = std::nan("");
  const Errors errors = break_even(plan, {"server", "energie", nan, 0, {0, 1, 0, 1, true}, 1}).errors();
  REQUIRE(errors.size() == 4);
  CHECK(errors[0].code == "input-unknown");
  CHECK(errors[0].path == "server");
  CHECK(errors[0].hint == "did you mean 'servers'?");
  CHECK(errors[1].code == "output-unknown");
  CHECK(errors[2].code == "solve-target");
  CHECK(errors[3].code == "solve-reach");
  CHECK_FALSE(break_even(plan, {"servers", "energy", 1, 0, {1, 1, 1, 1, false}, 1}));
  CHECK_FALSE(break_even(plan, {"servers", "energy", 1, 0, {0, 1, -1, 2, false}, 1}));
  CHECK_FALSE(break_even(plan, {"servers", "energy", 1, 0, {0, nan, 0, 1, false}, 1}));
}

TEST_CASE("a value lies inside a range or beyond one of its ends, by so much") {
  const Distribution range = test::distribution("2..8", kLogPositive);
  RangeOffset out = offset_from_range(range, 5);
  CHECK(out.inside);
  CHECK(out.off == 0);
  CHECK(*out.times == 1);
  CHECK(out.low == Approx(2));
  CHECK(offset_from_range(range, 2).inside);
  CHECK(offset_from_range(range, 8 * (1 + 1e-12)).inside);
  out = offset_from_range(range, 10);
  CHECK_FALSE(out.inside);
  CHECK(out.off == Approx(2));
  CHECK(*out.times == Approx(1.25));
  out = offset_from_range(range, 0.5);
  CHECK(out.off == Approx(-1.5));
  CHECK(*out.times == Approx(0.25));
  CHECK_FALSE(offset_from_range(test::distribution("-1..3"), -2).times);
  out = offset_from_range(test::distribution("4"), 5);
  CHECK_FALSE(out.inside);
  CHECK(*out.times == Approx(1.25));
  CHECK(offset_from_range(test::distribution("4"), 4).inside);
  out = offset_from_range(test::distribution("choice(7: 99, 3: 0.01)"), 3);
  CHECK(out.inside);
  CHECK(out.high == 7);
}
