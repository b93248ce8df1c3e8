#include "footing/evaluate/order_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include "support/catch.hpp"

using namespace footing;

namespace {

std::vector<double> sorted(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values;
}

}  // namespace

TEST_CASE("quantiles are type 7 of Hyndman and Fan") {
  // R: quantile(c(15, 20, 35, 40, 50), c(.05, .25, .3, .5, .95), type = 7) gives 16, 20, 23, 35, 48.
  const std::vector<double> hand = {40, 15, 50, 20, 35};
  OrderStatistics order(hand.data(), hand.size());
  CHECK(order.quantile(0.05) == Approx(16).epsilon(1e-15));
  CHECK(order.quantile(0.25) == 20);
  CHECK(order.quantile(0.30) == Approx(23).epsilon(1e-15));
  CHECK(order.quantile(0.50) == 35);
  CHECK(order.quantile(0.95) == Approx(48).epsilon(1e-15));
  CHECK(order.quantile(0) == 15);
  CHECK(order.quantile(1) == 50);
  CHECK(order.quantile(-0.5) == 15);
  CHECK(order.quantile(1.5) == 50);
  const double two[] = {8, 2};
  CHECK(OrderStatistics(two, 2).quantile(0.25) == 3.5);
  CHECK(OrderStatistics(two, 1).quantile(0.7) == 8);
}

TEST_CASE("every rank is the one of a full sort, whatever the values look like") {
  std::mt19937_64 random(7);
  std::vector<std::vector<double>> columns;
  for (const std::size_t n : {std::size_t{1}, std::size_t{9}, std::size_t{700}, std::size_t{20000}}) {
    std::vector<double> even(n), heavy(n), ties(n), late(n), equal(n, 3.5), wide(n);
    for (std::size_t i = 0; i < n; ++i) {
      const double u = (static_cast<double>(random() >> 11) + 0.5) * 0x1p-53;
      even[i] = u - 0.5;
      heavy[i] = std::tan(3.14159 * (u - 0.5));
      ties[i] = std::floor(u * 5) - 2;
      late[i] = i < 300 ? 1.0 : u * 4 - 2;
      wide[i] = (u < 0.5 ? -1 : 1) * 1.7e308 * u;
    }
    for (auto& column : {even, heavy, ties, late, equal, wide}) columns.push_back(column);
  }
  for (const std::vector<double>& column : columns) {
    OrderStatistics order(column.data(), column.size());
    const std::vector<double> expected = sorted(column);
    for (std::size_t i = 0; i < 200; ++i) {
      const std::size_t r = random() % column.size();
      if (order.rank(r) != expected[r]) FAIL("rank " << r << " of " << column.size());
    }
    // How many lie below a value, one between two values, and one beyond all of them.
    for (std::size_t i = 0; i < 50; ++i) {
      const double x = expected[random() % expected.size()];
      const double between = 0.5 * x + 0.5 * expected[random() % expected.size()];
      for (const double at : {x, between, -1.79e308, 1.79e308}) {
        const auto below = std::lower_bound(expected.begin(), expected.end(), at) - expected.begin();
        if (order.below(at) != static_cast<std::size_t>(below)) FAIL("below " << at << " of " << column.size());
      }
    }
    CHECK(order.rank(0) == expected.front());
    CHECK(order.rank(column.size() - 1) == expected.back());
  }
}

TEST_CASE("a negative zero counts as zero") {
  const double zeros[] = {-0.0, 0.0, -0.0};
  OrderStatistics order(zeros, 3);
  for (std::size_t r = 0; r < 3; ++r) CHECK_FALSE(std::signbit(order.rank(r)));
}
