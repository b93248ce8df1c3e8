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
      {"3.5", {}, "8b6daf17789a2325"},
      {"2000..6000", {{}, {}, true}, "e3418f50c18aa390"},
      {"2000..6000", {1500.0, 7000.0, true}, "19b7d7d9bb0e927b"},
      {"-1..2", {}, "f413775c06210973"},
      {"0.7..0.82", {0.0, 1.0, false}, "c2a9ecfe9f25adff"},
      {"uniform(0.7, 0.82)", {}, "1029fbc3a222b4f4"},
      {"log_uniform(1e-3, 50)", {}, "165f54773b43b2d4"},
      {"triangular(1, 1.2, 3)", {}, "8e7ec191554599a0"},
      {"pert(1, 1.2, 3)", {}, "b6aff98d08685491"},
      {"pert(1, 1.2, 3)", {1.1, 2.0, false}, "870fbb0d9e55c1d8"},
      {"normal(5, 9)", {}, "e222f44be116cda4"},
      {"lognormal(5, 90)", {}, "26dc7fbe1a81dd18"},
      {"beta(2, 5)", {}, "0fa6856ffd68f10f"},
      {"beta(0.3, 0.7, -1, 1)", {}, "dd5de11ca4b98cbc"},
      {"beta(300, 20)", {}, "f8c5672c78b0ef34"},
      {"choice(1: 1, 2: 3, 8: 0.5)", {}, "ccbd5d673895fb98"},
      {"empirical(4, 1, 3, 1, 9)", {}, "8f59031b73bc2d1a"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(hash_of(c.text, c.bounds) == c.hash);
  }
}

TEST_CASE("the elementary functions have the same bits everywhere") {
  namespace math = footing::math;
  CHECK(hash_of_math([](double u, double) { return math::exp(1500.0 * u - 750.0); }) == "0965084057660657");
  CHECK(hash_of_math([](double u, double v) { return math::log(math::exp(1400.0 * u - 700.0) * v); }) ==
        "05fb8282ddd96054");
  CHECK(hash_of_math([](double u, double) { return math::log2(u); }) == "6ef345cae18c4c15");
  CHECK(hash_of_math([](double u, double) { return math::log10(u); }) == "6df5b408d97c19d8");
  CHECK(hash_of_math([](double u, double v) { return math::pow(50.0 * u, 400.0 * v - 200.0); }) == "c60b4a7ee1ce8c8e");
  CHECK(hash_of_math([](double u, double) { return math::sqrt(u); }) == "87d4117eb7fd946e");
  CHECK(hash_of_math([](double u, double) { return math::normal_cdf(50.0 * u - 40.0); }) == "132ecc92034d70d7");
  CHECK(hash_of_math([](double u, double) { return math::inverse_normal(u); }) == "569d22f305f25123");
  CHECK(hash_of_math([](double u, double) { return math::log_gamma(math::exp(20.0 * u - 10.0)); }) ==
        "73bbddddaad18b01");
  CHECK(hash_of_math([](double u, double v) { return math::incomplete_beta(20.0 * v, 3.0, u); }) == "c7cbab6e8a44ba1a");
}
