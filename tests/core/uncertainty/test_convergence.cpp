#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "footing/uncertainty/distribution.hpp"
#include "footing/uncertainty/sobol.hpp"
#include "support/catch.hpp"

// Products of lognormal factors: the product is lognormal, so its mean and quantiles are known in closed form.
namespace {

constexpr std::size_t kPoints = 16384;
constexpr double kZ95 = 1.6448536269514727;

/// Factors with equal log-sd that multiply to median 1 and log-sd `sigma`.
struct Product {
  int factors;
  double sigma;
  double q05() const { return std::exp(-kZ95 * sigma); }
  double q95() const { return std::exp(kZ95 * sigma); }
  double mean() const { return std::exp(0.5 * sigma * sigma); }
};

/// Relative errors of the 5 % and 95 % quantiles and the mean.
using Deviations = std::array<double, 3>;

/// Quantile by linear interpolation between order statistics.
double sample_quantile(std::vector<double>& x, double p) {
  const double position = p * static_cast<double>(x.size() - 1);
  const auto k = static_cast<std::ptrdiff_t>(position);
  std::nth_element(x.begin(), x.begin() + k, x.end());
  const double below = x[static_cast<std::size_t>(k)];
  const double above = *std::min_element(x.begin() + k + 1, x.end());
  return below + (position - static_cast<double>(k)) * (above - below);
}

/// `fill(dimension, u)` writes the uniforms of one column.
template <class Fill>
Deviations deviations(const Product& product, Fill fill) {
  const double half = kZ95 * product.sigma / std::sqrt(product.factors);
  const auto factor =
      footing::Distribution::make({footing::Shape::lognormal, {std::exp(-half), std::exp(half)}, {}}, {}, "");
  REQUIRE(factor);
  std::vector<double> x(kPoints, 1.0);
  std::vector<double> column(kPoints);
  for (int d = 0; d < product.factors; ++d) {
    fill(d, column);
    factor->quantiles(column.data(), kPoints, column.data());
    for (std::size_t i = 0; i < kPoints; ++i) x[i] *= column[i];
  }
  double sum = 0.0;
  for (const double v : x) sum += v;
  return {sample_quantile(x, 0.05) / product.q05() - 1.0, sample_quantile(x, 0.95) / product.q95() - 1.0,
          sum / kPoints / product.mean() - 1.0};
}

Deviations sobol_deviations(const Product& product, std::uint64_t seed) {
  return deviations(
      product, [seed](int d, std::vector<double>& u) { footing::SobolColumn(d, seed).fill(0, u.size(), u.data()); });
}

/// Plain Monte Carlo: one splitmix64 stream for all columns.
Deviations random_deviations(const Product& product, std::uint64_t seed) {
  std::uint64_t state = seed * 0x2545f4914f6cdd1du;
  return deviations(product, [&state](int, std::vector<double>& u) {
    for (double& v : u) {
      std::uint64_t z = state += 0x9e3779b97f4a7c15u;
      z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
      z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
      v = (static_cast<double>((z ^ (z >> 31)) >> 12) + 0.5) * 0x1p-52;
    }
  });
}

template <class Deviate>
Deviations root_mean_square(const Product& product, Deviate deviate, int seeds) {
  Deviations squares = {};
  for (int seed = 1; seed <= seeds; ++seed) {
    const Deviations deviation = deviate(product, static_cast<std::uint64_t>(seed));
    for (std::size_t k = 0; k < 3; ++k) squares[k] += deviation[k] * deviation[k];
  }
  for (double& s : squares) s = std::sqrt(s / seeds);
  return squares;
}

}  // namespace

TEST_CASE("three lognormals of joint log-sd 0.5: q05 and q95 within 1 %, the mean within 0.1 %, for seeds 1 to 20") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Deviations deviation = sobol_deviations({3, 0.5}, seed);
    INFO("seed " << seed << ": " << deviation[0] << ", " << deviation[1] << ", " << deviation[2]);
    CHECK(std::fabs(deviation[0]) < 0.01);
    CHECK(std::fabs(deviation[1]) < 0.01);
    CHECK(std::fabs(deviation[2]) < 0.001);
  }
}

TEST_CASE("five lognormals of joint log-sd 1: RMS over 200 seeds within 1 % and 0.1 %, at most half of Monte Carlo's") {
  const Product product = {5, 1.0};
  const Deviations sobol = root_mean_square(product, sobol_deviations, 200);
  const Deviations random = root_mean_square(product, random_deviations, 200);
  INFO("Sobol " << sobol[0] << ", " << sobol[1] << ", " << sobol[2]);
  INFO("Monte Carlo " << random[0] << ", " << random[1] << ", " << random[2]);
  CHECK(sobol[0] < 0.01);
  CHECK(sobol[1] < 0.01);
  CHECK(sobol[2] < 0.001);
  for (std::size_t k = 0; k < 3; ++k) CHECK(sobol[k] <= 0.5 * random[k]);
}
