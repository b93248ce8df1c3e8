#include "footing/explain/sweep.hpp"

#include <cmath>

#include "core/evaluate/plan_builder.hpp"
#include "footing/evaluate/evaluate.hpp"

using namespace footing;
using footing::test::kLogPositive;
using footing::test::plan_of;

namespace {

const double kZ95 = 1.6448536269514722;
const double kZ75 = 0.6744897501960817;

}  // namespace

TEST_CASE("the band of a product of lognormals has its closed form at each value") {
  const Plan plan =
      plan_of({{"x", "1..2", kLogPositive}, {"y", "3..12", kLogPositive}, {"z", "0.5..0.8", kLogPositive}},
              {{"s", "x * y / z"}});
  const double mu = 0.5 * (std::log(36.0) - std::log(0.4));
  const double sigma = std::hypot(std::log(4.0), std::log(1.6)) / (2 * kZ95);
  for (const SweepPoint& point : sweep(plan, 0, 0, {0.5, 1, 3}, kDefaultSamples, 1)) {
    REQUIRE(point.band);
    CHECK(*point.central == Approx(point.value * std::exp(mu)).epsilon(1e-12));
    CHECK(point.band->median == Approx(point.value * std::exp(mu)).epsilon(0.01));
    CHECK(point.band->p05 == Approx(point.value * std::exp(mu - kZ95 * sigma)).epsilon(0.03));
    CHECK(point.band->p95 == Approx(point.value * std::exp(mu + kZ95 * sigma)).epsilon(0.03));
    CHECK(point.band->p25 == Approx(point.value * std::exp(mu - kZ75 * sigma)).epsilon(0.02));
    CHECK(point.band->p75 == Approx(point.value * std::exp(mu + kZ75 * sigma)).epsilon(0.02));
  }
}

TEST_CASE("the rest of the sample is the same at every value, and with a cache") {
  const Plan plan = plan_of({{"x", "1..2"}, {"y", "3..12"}}, {{"t", "y - 1"}, {"s", "x * y"}});
  ColumnCache cache;
  const auto plain = sweep(plan, 1, 0, {1, 2, 4}, 1000, 3), cached = sweep(plan, 1, 0, {1, 2, 4}, 1000, 3, &cache);
  CHECK(cache.draws() == 1);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(plain[i].band->p95 == cached[i].band->p95);
    CHECK(plain[i].band->p05 == plain[0].band->p05 * plain[i].value);  // powers of two: to the last bit
  }
}

TEST_CASE("growth over years is a sweep over the year") {
  const Plan plan = plan_of({{"year", "2024"}, {"doubling", "1..3"}}, {{"s", "10 * 2 ^ ((year - 2020) / doubling)"}});
  const auto out = sweep(plan, 0, 0, {2020, 2022, 2030}, kDefaultSamples, 1);
  CHECK(out[0].band->p05 == Approx(10));
  CHECK(out[0].band->p95 == Approx(10));
  CHECK(*out[2].central == Approx(10 * 32));
  CHECK(out[2].band->p05 == Approx(10 * std::exp2(10.0 / 3)).epsilon(0.01));
  CHECK(out[2].band->p95 == Approx(10 * std::exp2(10.0)).epsilon(0.05));
}

TEST_CASE("where nothing else is spread, or the input is not read, the band is flat") {
  const auto alone = sweep(plan_of({{"x", "1..2"}}, {{"s", "x ^ 2"}}), 0, 0, {3}, 100, 1);
  CHECK(alone[0].band->p05 == 9);
  CHECK(alone[0].band->p95 == 9);
  const auto apart = sweep(plan_of({{"x", "1..2"}, {"y", "7"}}, {{"s", "2 * y"}}), 0, 0, {3, 5}, 100, 1);
  CHECK(*apart[0].central == 14);
  CHECK(*apart[1].central == 14);
}

TEST_CASE("a value that does not exist leaves a gap") {
  const Plan plan = plan_of({{"x", "1..2"}, {"y", "uniform(0, 1)"}}, {{"s", "log(x - y)"}});
  const auto out = sweep(plan, 0, 0, {-1, 0.7, 2}, 1000, 1);
  CHECK_FALSE(out[0].central);
  CHECK_FALSE(out[0].band);
  CHECK(out[1].central);
  CHECK_FALSE(out[1].band);
  CHECK(out[2].band);
}

TEST_CASE("by itself a sweep covers slider and range, evenly on the input's scale") {
  const Distribution range = test::distribution("1..2", kLogPositive);
  const auto log = sweep_values(range, reach_of(range, kLogPositive, 0.1, 10), 5);
  CHECK(log.front() == 0.1);
  CHECK(log[2] == Approx(1));
  CHECK(log.back() == 10);
  const Distribution wide = test::distribution("-3..5");
  const auto linear = sweep_values(wide, reach_of(wide, {}, 0, 4), 3);
  CHECK(linear.front() == Approx(-3));
  CHECK(linear[1] == Approx(1));
  CHECK(linear.back() == Approx(5));
  const Distribution options = test::distribution("choice(3: 1, 1: 2, 3: 1)");
  CHECK(sweep_values(options, reach_of(options, {}, 0, 4), 9) == std::vector<double>{1, 3});
}
