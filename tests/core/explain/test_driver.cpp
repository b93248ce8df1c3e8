#include "footing/explain/driver.hpp"

#include <cmath>

#include "core/evaluate/plan_builder.hpp"

using namespace footing;
using footing::test::kLog;
using footing::test::plan_of;

TEST_CASE("swings of a product are the logarithms of the inputs' ratios") {
  const Plan plan =
      plan_of({{"a", "1..4", kLog}, {"b", "2..3", kLog}, {"c", "5..6", kLog}, {"p", "7"}, {"unread", "1..9"}},
              {{"s", "a * p / b ^ 2"}, {"t", "s + c"}});
  const auto s = swings(plan, 0);
  REQUIRE(s.size() == 5);
  CHECK(*s[0] == Approx(std::log(4.0)));
  CHECK(*s[1] == Approx(2 * std::log(1.5)));
  CHECK(*s[2] == 0);
  CHECK_FALSE(s[3]);
  CHECK(*s[4] == 0);
  CHECK(driver(s) == 0);
}

TEST_CASE("where the output is not positive throughout, swings are shares of its size at the medians") {
  const Plan plan = plan_of({{"x", "-1..5"}, {"y", "10..12"}}, {{"s", "2 * x - y"}});
  const auto s = swings(plan, 0);  // centre 4 - 11 = -7
  CHECK(*s[0] == Approx(12.0 / 7));
  CHECK(*s[1] == Approx(2.0 / 7));
  CHECK(driver(s) == 0);
}

TEST_CASE("an output of zero at the medians is compared by plain differences") {
  const auto s = swings(plan_of({{"x", "-1..1"}}, {{"s", "3 * x"}}), 0);
  CHECK(*s[0] == Approx(6));
}

TEST_CASE("swings that do not exist are empty") {
  const auto s = swings(plan_of({{"x", "1..3"}, {"y", "-4..-2"}}, {{"s", "x / (y + 4) - 1000"}}), 0);
  CHECK(s[0]);
  CHECK(driver({}) == std::nullopt);
  CHECK(driver({std::nullopt, 0.0}) == std::nullopt);
  CHECK(driver({0.5, std::nullopt, 0.7, 0.7}) == 2);
  const auto none = swings(plan_of({{"x", "uniform(-1, 1)"}, {"y", "1..2"}}, {{"s", "y * sqrt(x + 0.5)"}}), 0);
  CHECK_FALSE(none[0]);  // no square root at x = -0.9
  CHECK(none[1]);
}
