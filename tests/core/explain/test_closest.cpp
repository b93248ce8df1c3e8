#include "footing/explain/closest.hpp"

#include <cmath>

#include "core/evaluate/plan_builder.hpp"
#include "footing/base/math.hpp"
#include "footing/evaluate/evaluate.hpp"

using namespace footing;
using footing::test::kLogPositive;
using footing::test::plan_of;

namespace {

const double kZ95 = 1.6448536269514722;

std::optional<ClosestCombination> closest(const Plan& plan, double target) {
  const auto out = closest_combination(plan, plan.program.steps.size() - 1, target);
  REQUIRE(out);
  return *out;
}

}  // namespace

TEST_CASE("of a linear function of normals the closest combination has a closed form") {
  const Plan plan =
      plan_of({{"x", "-1..1"}, {"y", "10..14"}, {"z", "0..3"}, {"c", "4"}}, {{"s", "3 * x - 2 * y + 0.5 * z + c"}});
  const double slope[] = {3 * 1 / kZ95, -2 * 2 / kZ95, 0.5 * 1.5 / kZ95};
  const double spread = std::sqrt(slope[0] * slope[0] + slope[1] * slope[1] + slope[2] * slope[2]);
  const double centre = -24 + 0.75 + 4;
  for (const double target : {-10.0, -19.0, -30.0, 0.0}) {
    const auto out = closest(plan, target);
    REQUIRE(out);
    const double distance = (target - centre) / spread;
    CHECK(out->distance == Approx(std::fabs(distance)).epsilon(1e-8));
    for (std::size_t i = 0; i < 3; ++i) {
      CHECK(out->deviations[i] == Approx(distance * slope[i] / spread).epsilon(1e-7).margin(1e-9));
      CHECK(out->shares[i] == Approx(slope[i] * slope[i] / spread / spread).epsilon(1e-6));
    }
    CHECK(out->values[3] == 4);
    CHECK(out->deviations[3] == 0);
    CHECK(out->output == Approx(target).epsilon(1e-9).margin(1e-8));
    CHECK(run_point(plan, out->values).back() == Approx(target).epsilon(1e-9).margin(1e-8));
  }
}

TEST_CASE("of a product of lognormals too") {
  const Plan plan =
      plan_of({{"x", "1..2", kLogPositive}, {"y", "3..12", kLogPositive}, {"z", "0.5..0.8", kLogPositive}},
              {{"s", "x * y ^ 0.5 / z"}});
  const double slope[] = {std::log(2.0) / (2 * kZ95), 0.5 * std::log(4.0) / (2 * kZ95), -std::log(1.6) / (2 * kZ95)};
  const double spread = std::sqrt(slope[0] * slope[0] + slope[1] * slope[1] + slope[2] * slope[2]);
  const double centre = 0.5 * std::log(2.0) + 0.25 * std::log(36.0) - 0.5 * std::log(0.4);
  for (const double target : {2.0, 5.0, 20.0}) {
    const auto out = closest(plan, target);
    REQUIRE(out);
    const double distance = (std::log(target) - centre) / spread;
    CHECK(out->distance == Approx(std::fabs(distance)).epsilon(1e-8));
    for (std::size_t i = 0; i < 3; ++i) {
      CHECK(out->deviations[i] == Approx(distance * slope[i] / spread).epsilon(1e-7));
      CHECK(std::log(out->values[i]) == Approx(std::log(run_point(plan, medians(plan)).size() ? medians(plan)[i] : 0) +
                                               out->deviations[i] * std::fabs(slope[i]) * (i == 1 ? 2 : 1))
                                            .margin(1e-9));
    }
  }
}

TEST_CASE("on a curved surface it is the nearest point: no other on it lies nearer") {
  const Plan plan = plan_of({{"x", "0.5..4", kLogPositive}, {"y", "uniform(1, 9)"}}, {{"s", "x ^ 2 + x * y"}});
  const double target = 60;
  const auto out = closest(plan, target);
  REQUIRE(out);
  CHECK(out->output == Approx(target).epsilon(1e-8));
  // x from the equation for each y; the least distance by scanning.
  const double sigma = std::log(8.0) / (2 * kZ95);
  double least = 100;
  for (int i = 1; i < 200000; ++i) {
    const double y = 1 + 8 * i / 200000.0;
    const double x = 0.5 * (-y + std::sqrt(y * y + 4 * target));
    const double zx = (std::log(x) - 0.5 * std::log(2.0)) / sigma;
    const double zy = math::inverse_normal((y - 1) / 8);
    least = std::min(least, std::hypot(zx, zy));
  }
  CHECK(out->distance == Approx(least).epsilon(1e-6));
}

TEST_CASE("of two surfaces the nearer is taken") {
  // x^2 = 4 is met on both sides; the median of x is nearer to the right one, from which nothing pulls at 0.
  const auto out = closest(plan_of({{"x", "-1..1.4"}}, {{"s", "x ^ 2 - 0"}}), 4);
  REQUIRE(out);
  CHECK(out->values[0] == Approx(2).epsilon(1e-8));
}

TEST_CASE("met at the medians is no distance; out of reach is nothing") {
  const Plan plan = plan_of({{"x", "1..3"}, {"y", "uniform(0, 1)"}}, {{"s", "x + y"}});
  const auto here = closest(plan, 2.5);
  REQUIRE(here);
  CHECK(here->distance == Approx(0).margin(1e-9));
  CHECK_FALSE(closest(plan, 50));
  CHECK_FALSE(closest(plan_of({{"y", "uniform(0, 1)"}}, {{"s", "y"}}), 2));
  CHECK_FALSE(closest(plan_of({{"y", "3"}}, {{"s", "y"}}), 2));
  CHECK(closest_combination(plan, 0, std::nan("")).errors().front().code == "solve-target");
}

TEST_CASE("discrete inputs are held at their medians") {
  const Plan plan = plan_of({{"x", "1..3"}, {"y", "choice(5: 1, 7: 3)"}}, {{"s", "x + y"}});
  const auto out = closest(plan, 10);
  REQUIRE(out);
  CHECK(out->values[1] == 7);
  CHECK(out->values[0] == Approx(3).epsilon(1e-9));
  CHECK(out->distance == Approx(kZ95).epsilon(1e-9));
}
