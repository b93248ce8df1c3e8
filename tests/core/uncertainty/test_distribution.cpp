#include "footing/uncertainty/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "support/catch.hpp"

using footing::Bounds;
using footing::Distribution;
using footing::DistributionSpec;
using footing::Shape;

namespace {

DistributionSpec spec(const std::string& text) {
  const auto result = footing::parse_distribution(text, nullptr, "");
  INFO(text);
  REQUIRE(result);
  return result.value();
}

Distribution made(const std::string& text, const Bounds& bounds = {}) {
  const auto result = Distribution::make(spec(text), bounds, "");
  INFO(text);
  for (const footing::Error& error : result.errors()) UNSCOPED_INFO(error.message);
  REQUIRE(result);
  return result.value();
}

std::string code_of(const DistributionSpec& s, const Bounds& bounds) {
  const auto result = Distribution::make(s, bounds, "claims/x.json#/inputs/a");
  if (result) return "";
  CHECK(result.errors()[0].path == "claims/x.json#/inputs/a");
  return result.errors()[0].code;
}

std::string code_of(const std::string& text, const Bounds& bounds = {}) { return code_of(spec(text), bounds); }

bool close(double a, double b, double bound = 1e-13) { return std::fabs(a - b) <= bound * std::fabs(b); }

const char* const kAll[] = {"3.5",
                            "2..6",
                            "-1..2",
                            "uniform(0.7,0.82)",
                            "log_uniform(0.001,50)",
                            "triangular(1,1.2,3)",
                            "triangular(1,1,3)",
                            "triangular(1,3,3)",
                            "pert(1,1.2,3)",
                            "pert(1,1,3)",
                            "normal(5,9)",
                            "lognormal(5,90)",
                            "beta(2,5)",
                            "beta(0.1,0.1)",
                            "beta(0.1,100)",
                            "beta(1000,1e5)",
                            "choice(1:1,2:3,8:0.5)",
                            "empirical(4,1,3,1,9)"};

}  // namespace

TEST_CASE("an interval holds 5 % to 95 %: normal on a plain scale, lognormal on a logarithmic one") {
  CHECK(close(made("2..6").quantile(0.05), 2));
  CHECK(close(made("2..6").quantile(0.95), 6));
  CHECK(close(made("2..6").quantile(0.5), 4));
  const Distribution log = made("2..8", {{}, {}, true});
  CHECK(close(log.quantile(0.05), 2));
  CHECK(close(log.quantile(0.95), 8));
  CHECK(close(log.quantile(0.5), 4));
  CHECK(made("2..8", {{}, {}, true}).quantile(0.3) == made("lognormal(2,8)").quantile(0.3));
  CHECK(made("2..8").quantile(0.3) == made("normal(2,8)").quantile(0.3));
}

TEST_CASE("quantiles meet their closed forms") {
  CHECK(close(made("uniform(2,4)").quantile(0.25), 2.5));
  CHECK(close(made("log_uniform(1,100)").quantile(0.25), std::sqrt(10.0)));
  CHECK(close(made("triangular(0,1,2)").quantile(0.125), 0.5));
  CHECK(close(made("triangular(0,1,2)").quantile(0.875), 1.5));
  CHECK(close(made("triangular(0,0,1)").quantile(0.75), 0.5));
  CHECK(close(made("beta(2,1)").quantile(0.25), 0.5, 1e-10));
  CHECK(close(made("beta(1,3)").quantile(1 - 0.125), 0.5, 1e-10));
  CHECK(close(made("beta(0.5,0.5)").quantile(1.0 / 3), 0.25, 1e-10));
  CHECK(close(made("beta(0.5,0.5,10,14)").quantile(1.0 / 3), 11, 1e-10));
  // pert(0, 0, 1) is beta(1, 5), whose distribution function is 1 - (1 - x)^5.
  CHECK(close(made("pert(0,0,1)").quantile(1 - 1.0 / 32), 0.5, 1e-10));
  CHECK(close(made("pert(0,1,2)").quantile(0.5), 1, 1e-12));
}

TEST_CASE("the mean of a pert distribution is (low + 4 mode + high) / 6") {
  const Distribution pert = made("pert(1,2,9)");
  double sum = 0.0;
  constexpr int kCells = 20000;
  for (int i = 0; i < kCells; ++i) sum += pert.quantile((i + 0.5) / kCells);
  CHECK(close(sum / kCells, (1 + 4 * 2 + 9) / 6.0, 1e-6));
}

TEST_CASE("choice and empirical step through their members in ascending order") {
  const Distribution choice = made("choice(8:1,1:2,2:1)");
  CHECK(choice.quantile(0.1) == 1);
  CHECK(choice.quantile(0.499) == 1);
  CHECK(choice.quantile(0.501) == 2);
  CHECK(choice.quantile(0.749) == 2);
  CHECK(choice.quantile(0.751) == 8);
  CHECK(choice.quantile(1 - 1e-12) == 8);
  const Distribution empirical = made("empirical(4,1,3,1)");
  CHECK(empirical.quantile(0.49) == 1);
  CHECK(empirical.quantile(0.51) == 3);
  CHECK(empirical.quantile(0.76) == 4);
  CHECK(choice.spec().numbers == std::vector<double>{8, 1, 2});
}

TEST_CASE("a choice in order keeps the order of its members, and its bounds are checked all the same") {
  const DistributionSpec options = {Shape::choice, {8, 1, 2}, {1, 2, 1}, true};
  const auto choice = Distribution::make(options, {0.0, 9.0, false}, "");
  REQUIRE(choice);
  CHECK(choice->quantile(0.2) == 8);
  CHECK(choice->quantile(0.3) == 1);
  CHECK(choice->quantile(0.7) == 1);
  CHECK(choice->quantile(0.8) == 2);
  CHECK(code_of(options, {{}, 7.0, false}) == "outside-bounds");
  CHECK(code_of(options, {2.0, {}, false}) == "outside-bounds");
}

TEST_CASE("no quantile function descends, and a block has the bits of its elements") {
  std::vector<double> u;
  for (int i = 400; i > 10; --i) u.push_back(std::ldexp(1.0, -i / 10));
  for (int i = 1; i < 20000; ++i) u.push_back(i / 20000.0);
  for (int i = 11; i <= 400; ++i) u.push_back(1.0 - std::ldexp(1.0, -i / 10));
  std::sort(u.begin(), u.end());
  for (const char* text : kAll) {
    for (const Bounds& bounds : {Bounds{}, Bounds{0.0, 100.0, false}}) {
      if (text[0] == '-' && bounds.min) continue;
      INFO(text);
      const Distribution distribution = made(text, bounds);
      std::vector<double> x(u.size());
      distribution.quantiles(u.data(), u.size(), x.data());
      std::size_t descents = 0;
      std::size_t differences = 0;
      for (std::size_t i = 0; i < x.size(); ++i) {
        // Between two formulas a step down of a rounding error is allowed, no more.
        if (i > 0 && x[i] < x[i - 1] - 4e-16 * std::fabs(x[i])) ++descents;
        if (x[i] != distribution.quantile(u[i])) ++differences;
      }
      CHECK(descents == 0);
      CHECK(differences == 0);
      std::vector<double> in_place = u;
      distribution.quantiles(in_place.data(), in_place.size(), in_place.data());
      CHECK((in_place == x));
    }
  }
}

TEST_CASE("bounds cut a distribution and rescale what is left") {
  // A standard normal cut to its positive half: the median of |Z| is the 75 % quantile of Z.
  const Distribution half = made("normal(-1,1)", {0.0, {}, false});
  CHECK(close(half.quantile(0.5), made("normal(-1,1)").quantile(0.75), 1e-12));
  CHECK(close(made("uniform(0,10)", {4.0, 6.0, false}).quantile(0.25), 4.5));
  CHECK(close(made("log_uniform(1,1000)", {10.0, {}, false}).quantile(0.5), 100));
  CHECK(close(made("triangular(0,0,1)", {0.5, {}, false}).quantile(0.75), 0.75));
  CHECK(close(made("beta(1,1)", {0.2, 0.6, false}).quantile(0.5), 0.4, 1e-10));
  const Distribution loose = made("lognormal(2,6)", {-5.0, 1e9, false});
  CHECK(close(loose.quantile(0.3), made("lognormal(2,6)").quantile(0.3), 1e-12));
}

TEST_CASE("every quantile of a cut distribution lies inside the bounds") {
  const Bounds bounds = {1.1, 2.9, false};
  for (const char* text : {"2..6", "uniform(0,9)", "log_uniform(1,5)", "triangular(1,1.2,3)", "pert(1,1.2,3)",
                           "normal(1,9)", "lognormal(1,9)", "beta(2,5,0,10)"}) {
    const Distribution distribution = made(text, bounds);
    for (double u = 1e-15; u < 1.0; u = u < 1e-3 ? u * 3 : u + 1e-3) {
      REQUIRE(distribution.quantile(u) >= 1.1);
      REQUIRE(distribution.quantile(u) <= 2.9);
    }
    CHECK(distribution.quantile(1 - 0x1p-53) <= 2.9);
  }
}

TEST_CASE("bounds that gather move what lies beyond them to the bound and leave the rest as it was") {
  Bounds bounds = {1.1, 2.9, false};
  bounds.gather = true;
  for (const char* text : {"2..6", "uniform(0,9)", "log_uniform(1,5)", "triangular(1,1.2,3)", "pert(1,1.2,3)",
                           "normal(1,9)", "lognormal(1,9)", "beta(2,5,0,10)"}) {
    INFO(text);
    const Distribution gathered = made(text, bounds);
    const Distribution whole = made(text);
    for (double u = 0.0005; u < 1.0; u += 0.001) {
      REQUIRE(gathered.quantile(u) == std::clamp(whole.quantile(u), 1.1, 2.9));
    }
  }
}

TEST_CASE("equal numbers make a point") {
  for (const char* text : {"3", "3..3", "uniform(3,3)", "log_uniform(3,3)", "triangular(3,3,3)", "pert(3,3,3)",
                           "normal(3,3)", "lognormal(3,3)", "beta(2,2,3,3)", "choice(3:1)", "empirical(3,3)"}) {
    INFO(text);
    const Distribution distribution = made(text);
    CHECK(distribution.is_point());
    CHECK(distribution.quantile(0.2) == 3);
    CHECK(distribution.quantile(0.9) == 3);
  }
  CHECK_FALSE(made("3..4").is_point());
  CHECK_FALSE(made("choice(3:1,4:1)").is_point());
  CHECK(made("choice(3:1,4:1)").is_discrete());
  CHECK(made("empirical(3,4)").is_discrete());
  CHECK_FALSE(made("uniform(3,4)").is_discrete());
}

TEST_CASE("what lies outside the bounds is refused") {
  const Bounds bounds = {1.0, 2.0, false};
  for (const char* text : {"0.5", "2.5", "3..4", "-2..0.9", "uniform(2.5,3)", "log_uniform(0.1,0.9)",
                           "triangular(-3,-2,-1)", "pert(3,4,5)", "normal(5,6)", "lognormal(0.1,0.2)", "beta(2,2,5,6)",
                           "choice(1:1,3:1)", "empirical(0,1,2)", "3..3"}) {
    INFO(text);
    CHECK(code_of(text, bounds) == "outside-bounds");
  }
  CHECK(code_of("1", bounds).empty());
  CHECK(code_of("2", bounds).empty());
  CHECK(code_of("choice(1:1,2:1)", bounds).empty());
  // A sliver of the support with next to no probability.
  CHECK(code_of("beta(50,50)", {0.99, {}, false}) == "outside-bounds");
}

TEST_CASE("logarithmic distributions need positive numbers, and only they do") {
  CHECK(code_of("0..5", {{}, {}, true}) == "log-needs-positive");
  CHECK(code_of("-1..5", {{}, {}, true}) == "log-needs-positive");
  CHECK(code_of("lognormal(0,5)") == "log-needs-positive");
  CHECK(code_of("log_uniform(-1,5)") == "log-needs-positive");
  CHECK(code_of("0..5").empty());
  CHECK(code_of("uniform(0,5)", {{}, {}, true}).empty());
}

TEST_CASE("specs that no text makes are checked too") {
  const double inf = std::numeric_limits<double>::infinity();
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK(code_of({Shape::point, {}, {}}, {}) == "distribution-parameter");
  CHECK(code_of({Shape::point, {nan}, {}}, {}) == "distribution-parameter");
  CHECK(code_of({Shape::uniform, {0, inf}, {}}, {}) == "distribution-parameter");
  CHECK(code_of({Shape::choice, {1, 2}, {1}}, {}) == "distribution-parameter");
  CHECK(code_of({Shape::choice, {1, 2}, {1, nan}}, {}) == "distribution-parameter");
  CHECK(code_of({Shape::empirical, std::vector<double>(1001, 1.0), {}}, {}) == "distribution-parameter");
  CHECK(code_of({Shape::point, {1}, {}}, {2.0, 1.0, false}) == "low-above-high");
  CHECK(code_of({Shape::point, {1}, {}}, {nan, 1.0, false}) == "distribution-parameter");
  CHECK(code_of({Shape::lognormal, {1e-300, 1e300}, {}}, {}) == "distribution-parameter");
}
