#include "footing/evaluate/summary.hpp"

#include <cmath>

#include "core/evaluate/plan_builder.hpp"
#include "footing/base/math.hpp"
#include "footing/evaluate/evaluate.hpp"

using namespace footing;
using footing::test::kLog;
using footing::test::plan_of;

namespace {

Summary summary_of(const Plan& plan, std::size_t samples, std::uint64_t seed) {
  const Result<Evaluation> out = evaluate(plan, {samples, seed});
  REQUIRE(out);
  return summarise(out->steps.back());
}

Summary interval(double p05, double median, double p95) {
  Summary s;
  s.point = false;
  s.p05 = p05;
  s.median = median;
  s.p95 = p95;
  return s;
}

constexpr double kZ95 = 1.6448536269514722, kZ75 = 0.6744897501960817;

}  // namespace

TEST_CASE("a point is its own summary") {
  const Summary s = summarise(Column(7.25));
  CHECK(s.point);
  CHECK(s.mean == 7.25);
  CHECK(s.sd == 0);
  CHECK(s.p05 == 7.25);
  CHECK(s.max == 7.25);
  CHECK(s.mean_error == 0);
  CHECK(s.digits == 6);
  CHECK(summarise(Column(std::vector<double>(50, 0.1))).mean == 0.1);
  CHECK(summarise(Column(std::vector<double>(50, 0.1))).point);
}

TEST_CASE("moments of a hand-made column") {
  const Summary s = summarise(Column(std::vector<double>{2, 4, 4, 4, 5, 5, 7, 9}));
  CHECK(s.mean == 5);
  CHECK(s.sd == 2);
  CHECK(s.min == 2);
  CHECK(s.max == 9);
  CHECK(s.median == 4.5);
  CHECK(s.p25 == 4);
  CHECK(s.p75 == 5.5);
  CHECK_FALSE(s.point);
  CHECK(s.mean_error == Approx(2 / std::sqrt(8.0)));
}

TEST_CASE("a product of lognormals has its closed-form mean, deviation and quantiles") {
  const Plan plan =
      plan_of({{"a", "1..4", kLog}, {"b", "200..500", kLog}, {"c", "0.5..0.9", kLog}}, {{"s", "a * b / c"}});
  double mu = 0, variance = 0;
  const double ends[3][2] = {{1, 4}, {200, 500}, {0.5, 0.9}};
  for (int i = 0; i < 3; ++i) {
    const double low = std::log(ends[i][0]), high = std::log(ends[i][1]);
    const double sigma = (high - low) / (2 * kZ95);
    mu += (i == 2 ? -1 : 1) * (low + high) / 2;
    variance += sigma * sigma;
  }
  const double sigma = std::sqrt(variance);
  const double mean = std::exp(mu + variance / 2);
  const Summary s = summary_of(plan, 65536, 1);
  CHECK(s.mean == Approx(mean).epsilon(2e-4));
  CHECK(s.sd == Approx(mean * std::sqrt(std::exp(variance) - 1)).epsilon(5e-3));
  CHECK(s.median == Approx(std::exp(mu)).epsilon(2e-3));
  CHECK(s.p05 == Approx(std::exp(mu - kZ95 * sigma)).epsilon(4e-3));
  CHECK(s.p95 == Approx(std::exp(mu + kZ95 * sigma)).epsilon(4e-3));
  CHECK(s.p25 == Approx(std::exp(mu - kZ75 * sigma)).epsilon(2e-3));
  CHECK(s.p75 == Approx(std::exp(mu + kZ75 * sigma)).epsilon(2e-3));
}

TEST_CASE("a linear combination of normals has its closed-form mean, deviation and quantiles") {
  const Plan plan = plan_of({{"x", "-1..3"}, {"y", "10..12"}}, {{"s", "2 * x - 3 * y + 1"}});
  const double mean = 2 * 1 - 3 * 11 + 1;
  const double sd = std::sqrt(std::pow(2 * 4, 2) + std::pow(3 * 2, 2)) / (2 * kZ95);
  const Summary s = summary_of(plan, 65536, 3);
  CHECK(s.mean == Approx(mean).margin(1e-3 * sd));
  CHECK(s.sd == Approx(sd).epsilon(1e-3));
  CHECK(s.p05 == Approx(mean - kZ95 * sd).margin(5e-3 * sd));
  CHECK(s.p95 == Approx(mean + kZ95 * sd).margin(5e-3 * sd));
}

TEST_CASE("sums in pairs keep what plain sums lose") {
  std::vector<double> values(1 << 16, 0.1);
  values[0] = 1e9;
  CHECK(pairwise_sum(values.data(), values.size()) == Approx(1e9 + 6553.5).epsilon(1e-15));
  const double half = pairwise_sum(values.data(), values.size() / 2);
  const double other = pairwise_sum(values.data() + values.size() / 2, values.size() / 2);
  CHECK(pairwise_sum(values.data(), values.size()) == half + other);
  for (std::size_t n : {0u, 1u, 7u, 8u, 9u, 64u, 65u, 129u, 1000u}) {
    std::vector<double> whole(n);
    for (std::size_t i = 0; i < n; ++i) whole[i] = static_cast<double>(i);
    CHECK(pairwise_sum(whole.data(), n) == 0.5 * static_cast<double>(n) * (static_cast<double>(n) - 1) + 0.0);
  }
}

TEST_CASE("numbers near the end of the range of a double are summarised without overflow") {
  const Summary s = summarise(Column(std::vector<double>{1e308, 1.2e308, 1.4e308, 1.6e308}));
  CHECK(s.mean == Approx(1.3e308));
  CHECK(s.sd == Approx(std::sqrt(5.0) * 1e307));
}

TEST_CASE("digits follow the width of the interval") {
  CHECK(justified_digits(interval(400, 500, 620)) == 2);
  CHECK(justified_digits(interval(71, 100, 130)) == 2);
  CHECK(justified_digits(interval(95, 100, 105)) == 3);
  CHECK(justified_digits(interval(99.5, 100, 100.5)) == 4);
  CHECK(justified_digits(interval(100, 300, 999)) == 2);
  CHECK(justified_digits(interval(100, 300, 1000)) == 1);
  CHECK(justified_digits(interval(-5, 1, 6)) == 1);
  CHECK(justified_digits(interval(-620, -500, -400)) == 2);
  CHECK(justified_digits(interval(1 - 1e-9, 1, 1 + 1e-9)) == 6);
}

TEST_CASE("digits never exceed what the sampling error supports") {
  Summary s = interval(99.5, 100, 100.5);
  s.p95_error = 0.04;  // one unit of the fourth digit is 0.1
  CHECK(justified_digits(s) == 4);
  s.p95_error = 0.06;
  CHECK(justified_digits(s) == 3);
  s.p95_error = 0;
  s.p05_error = 0.6;  // 99.5: one unit of the second digit is 1
  CHECK(justified_digits(s) == 1);
  s.p05_error = 0.4;
  CHECK(justified_digits(s) == 2);
}

TEST_CASE("digits never grow when an interval widens or its errors grow") {
  for (double width = 1e-8; width < 2; width *= 1.7) {
    for (double error = 1e-9; error < 1; error *= 2.3) {
      Summary s = interval(10 * (1 - width / 2), 10, 10 * (1 + width / 2)), wider = s, vaguer = s;
      s.median_error = wider.median_error = error;
      vaguer.median_error = 2 * error;
      CHECK(justified_digits(vaguer) <= justified_digits(s));
      CHECK(justified_digits(s) >= 1);
      CHECK(justified_digits(s) <= 6);
    }
  }
}
