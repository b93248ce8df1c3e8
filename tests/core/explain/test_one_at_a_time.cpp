#include "footing/explain/one_at_a_time.hpp"

#include <cmath>

#include "core/evaluate/plan_builder.hpp"
#include "footing/evaluate/evaluate.hpp"

using namespace footing;
using footing::test::kLogPositive;
using footing::test::plan_of;

TEST_CASE("a tornado moves one input from its 5 % to its 95 %, the widest bar first") {
  const Plan plan = plan_of({{"x", "1..2"}, {"y", "uniform(10, 30)"}, {"z", "4"}, {"w", "1..9"}}, {{"s", "x * y - z"}});
  const Tornado out = tornado(plan, 0);
  CHECK(out.centre == Approx(1.5 * 20 - 4));
  REQUIRE(out.bars.size() == 2);
  CHECK(out.bars[0].inputs == std::vector<std::size_t>{1});
  CHECK(out.bars[0].low == Approx(1.5 * 11 - 4));
  CHECK(out.bars[0].high == Approx(1.5 * 29 - 4));
  CHECK(out.bars[1].inputs == std::vector<std::size_t>{0});
  CHECK(out.bars[1].low == Approx(16));
  CHECK(out.bars[1].high == Approx(36));
  CHECK(out.bars[1].options.empty());
  // A falling dependence: the end at the 5 % is the higher one.
  const Tornado falling = tornado(plan_of({{"x", "1..2"}}, {{"s", "3 / x"}}), 0);
  CHECK(falling.bars[0].low == Approx(3));
  CHECK(falling.bars[0].high == Approx(1.5));
}

TEST_CASE("members of a bundle move together, option by option") {
  Plan plan =
      plan_of({{"grid", "choice(0.4: 1, 0.03: 2, 0.6: 1)"}, {"pue", "choice(1.5: 1, 1.1: 2, 1.2: 1)"}, {"e", "9"}},
              {{"s", "e * grid * pue"}});
  for (const std::size_t i : {0u, 1u}) {
    DistributionSpec spec = plan.inputs[i].distribution.spec();
    spec.in_order = true;
    plan.inputs[i].distribution = *Distribution::make(spec, {}, "");
    plan.inputs[i].dimension = 5;
  }
  const Tornado out = tornado(plan, 0);
  REQUIRE(out.bars.size() == 1);
  CHECK(out.bars[0].inputs == std::vector<std::size_t>{0, 1});
  REQUIRE(out.bars[0].options.size() == 3);
  CHECK(out.bars[0].options[0] == Approx(9 * 0.4 * 1.5));
  CHECK(out.bars[0].options[1] == Approx(9 * 0.03 * 1.1));
  CHECK(out.bars[0].options[2] == Approx(9 * 0.6 * 1.2));
  CHECK(out.bars[0].low == Approx(9 * 0.03 * 1.1));
  CHECK(out.bars[0].high == Approx(9 * 0.6 * 1.2));
}

TEST_CASE("elasticities of powers are their exponents, of sums their shares") {
  const Plan plan = plan_of({{"x", "1..2", kLogPositive}, {"y", "3"}, {"z", "0.5..0.9"}, {"v", "1..2"}},
                            {{"s", "5 * x ^ 1.5 * y ^ -2 / z ^ 0.25"}, {"t", "x * y + z"}});
  const auto of = elasticities(plan, 0);
  REQUIRE(of.size() == 4);
  CHECK(*of[0] == Approx(1.5).epsilon(1e-11));
  CHECK(*of[1] == Approx(-2).epsilon(1e-11));
  CHECK(*of[2] == Approx(-0.25).epsilon(1e-10));
  CHECK(*of[3] == 0);
  const auto sum = elasticities(plan, 1);
  const double x = std::sqrt(2.0);
  CHECK(*sum[0] == Approx(3 * x / (3 * x + 0.7)).epsilon(1e-11));
  CHECK(*sum[2] == Approx(0.7 / (3 * x + 0.7)).epsilon(1e-11));
}

TEST_CASE("elasticities of smooth functions equal their derivatives") {
  const auto of = elasticities(plan_of({{"x", "2"}, {"y", "-3"}}, {{"s", "exp(x / 3) * log(x + 2) + y ^ 3 / 10"}}), 0);
  const double s = std::exp(2.0 / 3) * std::log(4.0) - 2.7;
  const double by_x = std::exp(2.0 / 3) * (std::log(4.0) / 3 + 0.25);
  CHECK(*of[0] == Approx(2 * by_x / s).epsilon(1e-10));
  CHECK(*of[1] == Approx(-3 * 2.7 / s).epsilon(1e-10));
}

TEST_CASE("where there is no elasticity there is none") {
  CHECK_FALSE(elasticities(plan_of({{"x", "choice(1: 1, 2: 1)"}}, {{"s", "x"}}), 0)[0]);
  CHECK_FALSE(elasticities(plan_of({{"x", "0"}}, {{"s", "x + 1"}}), 0)[0]);
  CHECK_FALSE(elasticities(plan_of({{"x", "2"}}, {{"s", "x - 2"}}), 0)[0]);
  CHECK_FALSE(elasticities(plan_of({{"x", "2"}}, {{"s", "1 + log(x - 1.995)"}}), 0)[0]);
}
