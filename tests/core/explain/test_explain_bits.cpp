#include "core/evaluate/plan_builder.hpp"
#include "footing/explain/closest.hpp"
#include "footing/explain/one_at_a_time.hpp"
#include "footing/explain/sweep.hpp"
#include "support/fnv.hpp"

using namespace footing;
using footing::test::kLogPositive;
using footing::test::plan_of;

TEST_CASE("tornado, elasticities, sweep and the closest combination have the same bits natively and as WebAssembly") {
  const Plan plan =
      plan_of({{"x", "1..2", kLogPositive}, {"y", "uniform(3, 12)"}, {"z", "pert(1, 2, 4)"}, {"w", "-1..3"}},
              {{"s", "x * y ^ 0.5 / z + log(y) + w ^ 2 / 9"}});
  test::Fnv hash;
  const Tornado bars = tornado(plan, 0);
  hash.add_double(bars.centre);
  for (const TornadoBar& bar : bars.bars) {
    hash.add_double(bar.low);
    hash.add_double(bar.high);
  }
  for (const auto& elasticity : elasticities(plan, 0)) hash.add_double(elasticity.value_or(-1));
  for (const SweepPoint& point : sweep(plan, 0, 3, {-1, 0.3, 2.7}, 1024, 5)) {
    for (const double x : {*point.central, point.band->p05, point.band->p25, point.band->median, point.band->p95}) {
      hash.add_double(x);
    }
  }
  const auto closest = closest_combination(plan, 0, 6.5);
  REQUIRE(closest);
  REQUIRE(closest.value());
  const ClosestCombination& found = *closest.value();
  hash.add_double(found.distance);
  for (const double x : found.values) hash.add_double(x);
  for (const double x : found.shares) hash.add_double(x);
  CHECK(hash.hex() == "0cc76351f459f788");
}
