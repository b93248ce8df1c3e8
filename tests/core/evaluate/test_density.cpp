#include "footing/evaluate/density.hpp"

#include <cmath>
#include <numeric>

#include "core/evaluate/plan_builder.hpp"
#include "footing/evaluate/evaluate.hpp"

using namespace footing;
using footing::test::plan_of;

namespace {

Column column_of(const std::string& value, const Bounds& bounds = {}) {
  return draw({test::distribution(value, bounds), 2, 1.0}, 1, 8192);
}

double total(const Density& d) { return std::accumulate(d.y.begin(), d.y.end(), 0.0); }

}  // namespace

TEST_CASE("a uniform column is flat") {
  const std::optional<Density> d = density(column_of("uniform(10, 20)"));
  REQUIRE(d);
  CHECK_FALSE(d->log);
  REQUIRE(d->x.size() == kDensityBins + 1);
  REQUIRE(d->y.size() == kDensityBins);
  CHECK(d->x.front() == Approx(10.01).margin(0.005));
  CHECK(d->x.back() == Approx(19.99).margin(0.005));
  CHECK(total(*d) == Approx(1.0).epsilon(1e-14));
  for (std::size_t i = 1; i + 1 < kDensityBins; ++i) CHECK(d->y[i] == Approx(1.0 / 60).margin(0.001));
}

TEST_CASE("a wide positive column is drawn on a log axis, where a lognormal is symmetric") {
  const Column column = column_of("1..100", test::kLog);
  const std::optional<Density> d = density(column);
  REQUIRE(d);
  CHECK(d->log);
  for (std::size_t i = 0; i < kDensityBins; ++i) {
    CHECK(d->x[i + 1] / d->x[i] == Approx(d->x[1] / d->x[0]).epsilon(1e-9));
    CHECK(d->y[i] == Approx(d->y[kDensityBins - 1 - i]).margin(0.002));
  }
  CHECK_FALSE(density(column, Axis::linear)->log);
  CHECK_FALSE(density(column_of("1..5", test::kLog))->log);
  CHECK(density(column_of("1..5", test::kLog), Axis::log)->log);
}

TEST_CASE("a log axis over values that are not positive becomes linear") {
  const std::optional<Density> d = density(column_of("-1..100"), Axis::log);
  REQUIRE(d);
  CHECK_FALSE(d->log);
}

TEST_CASE("what lies beyond the ends is counted in the outer bins") {
  std::vector<double> values(10000);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<double>(i);
  values[0] = -1e6;
  values[1] = 1e9;
  const std::optional<Density> d = density(Column(values), Axis::linear, 10);
  REQUIRE(d);
  CHECK(d->x.back() < 1e4);
  CHECK(total(*d) == Approx(1.0).epsilon(1e-14));
  CHECK(d->y.front() == Approx(0.1).margin(0.002));
}

TEST_CASE("no spread, no density") {
  CHECK_FALSE(density(Column(4.0)));
  CHECK_FALSE(density(Column(std::vector<double>(20, 4.0))));
  CHECK_FALSE(density(Column(std::vector<double>{1.0, 1.0 + 0x1p-52})));
  CHECK_FALSE(density(Column(std::vector<double>{1.0, 2.0}), Axis::linear, 0));
}

TEST_CASE("a column with few outliers alone is drawn from its minimum to its maximum") {
  std::vector<double> values(8000, 1.0);
  values[77] = 2.0;
  const std::optional<Density> d = density(Column(values));
  REQUIRE(d);
  CHECK(d->x.front() == 1.0);
  CHECK(d->x.back() == 2.0);
  CHECK(d->y.front() == Approx(7999.0 / 8000));
  CHECK(d->y.back() == Approx(1.0 / 8000));
}
