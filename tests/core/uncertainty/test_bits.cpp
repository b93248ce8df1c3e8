#include <vector>

#include "footing/base/math.hpp"
#include "footing/uncertainty/distribution.hpp"
#include "footing/uncertainty/sobol.hpp"
#include "support/catch.hpp"
#include "support/fnv.hpp"

// The constants below were computed by the native build; WebAssembly and every other compiler must find the same
// bits. They change only together with the method number.
namespace {

constexpr std::size_t kPoints = 16384;

std::vector<double> uniforms(int dimension) {
  std::vector<double> u(kPoints);
  footing::SobolColumn(dimension, 1).fill(0, kPoints, u.data());
  return u;
}

std::string hash_of(const char* text, const footing::Bounds& bounds) {
  const auto spec = footing::parse_distribution(text, nullptr, "");
  REQUIRE(spec);
  const auto distribution = footing::Distribution::make(spec.value(), bounds, "");
  REQUIRE(distribution);
  std::vector<double> x = uniforms(11);
  distribution->quantiles(x.data(), x.size(), x.data());
  footing::test::Fnv fnv;
  for (const double v : x) fnv.add_double(v);
  return fnv.hex();
}

template <class Function>
std::string hash_of_math(Function function) {
  footing::test::Fnv fnv;
  const std::vector<double> u = uniforms(4);
  const std::vector<double> v = uniforms(5);
  for (std::size_t i = 0; i < kPoints; ++i) fnv.add_double(function(u[i], v[i]));
  return fnv.hex();
}

}  // namespace

TEST_CASE("16,384 quantiles of each shape have the same bits everywhere") {
  struct Case {
    const char* text;
    footing::Bounds bounds;
    const char* hash;
  };
  const Case cases[] = {
      {"3.5", {}, "?"},
      {"2000..6000", {{}, {}, true}, "?"},
      {"2000..6000", {1500.0, 7000.0, true}, "?"},
      {"-1..2", {}, "?"},
      {"0.7..0.82", {0.0, 1.0, false}, "?"},
      {"uniform(0.7, 0.82)", {}, "?"},
      {"log_uniform(1e-3, 50)", {}, "?"},
      {"triangular(1, 1.2, 3)", {}, "?"},
      {"pert(1, 1.2, 3)", {}, "?"},
      {"pert(1, 1.2, 3)", {1.1, 2.0, false}, "?"},
      {"normal(5, 9)", {}, "?"},
      {"lognormal(5, 90)", {}, "?"},
      {"beta(2, 5)", {}, "?"},
      {"beta(0.3, 0.7, -1, 1)", {}, "?"},
      {"beta(300, 20)", {}, "?"},
      {"choice(1: 1, 2: 3, 8: 0.5)", {}, "?"},
      {"empirical(4, 1, 3, 1, 9)", {}, "?"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(hash_of(c.text, c.bounds) == c.hash);
  }
}

TEST_CASE("the elementary functions have the same bits everywhere") {
  namespace math = footing::math;
  CHECK(hash_of_math([](double u, double) { return math::exp(1500.0 * u - 750.0); }) == "?");
  CHECK(hash_of_math([](double u, double v) { return math::log(math::exp(1400.0 * u - 700.0) * v); }) == "?");
  CHECK(hash_of_math([](double u, double) { return math::log2(u); }) == "?");
  CHECK(hash_of_math([](double u, double) { return math::log10(u); }) == "?");
  CHECK(hash_of_math([](double u, double v) { return math::pow(50.0 * u, 400.0 * v - 200.0); }) == "?");
  CHECK(hash_of_math([](double u, double) { return math::sqrt(u); }) == "?");
  CHECK(hash_of_math([](double u, double) { return math::normal_cdf(50.0 * u - 40.0); }) == "?");
  CHECK(hash_of_math([](double u, double) { return math::inverse_normal(u); }) == "?");
  CHECK(hash_of_math([](double u, double) { return math::log_gamma(math::exp(20.0 * u - 10.0)); }) == "?");
  CHECK(hash_of_math([](double u, double v) { return math::incomplete_beta(20.0 * v, 3.0, u); }) == "?");
}
