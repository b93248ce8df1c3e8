#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <cmath>
#include <vector>

#include "footing/base/math.hpp"
#include "footing/uncertainty/distribution.hpp"
#include "support/catch.hpp"
#include "uncertainty/beta_quantile.hpp"

using footing::Bounds;
using footing::Distribution;
using footing::Shape;

namespace {

/// Probabilities from 2^-33, the first of 2^32 points, through the centre to 1 - 2^-33.
std::vector<double> probabilities() {
  std::vector<double> u;
  for (int i = 1; i < 2000; ++i) u.push_back(i / 2000.0);
  for (int i = 1; i <= 330; ++i) {
    u.push_back(std::exp2(-0.1 * i));
    u.push_back(1.0 - std::exp2(-0.1 * i));
  }
  return u;
}

Distribution made(Shape shape, std::vector<double> numbers, Bounds bounds = {}) {
  auto result = Distribution::make({shape, std::move(numbers), {}}, bounds, "");
  REQUIRE(result);
  return result.value();
}

/// The largest error of our quantiles against Boost's quantiles of `reference` truncated at the bounds, each
/// divided by `scale(x)`.
template <class Reference, class Scale>
double worst(const Distribution& ours, const Reference& reference, Bounds bounds, Scale scale) {
  const double low = bounds.min ? cdf(reference, *bounds.min) : 0.0;
  const double high = bounds.max ? cdf(reference, *bounds.max) : 1.0;
  double most = 0.0;
  for (const double u : probabilities()) {
    const double exact = quantile(reference, low + u * (high - low));
    most = std::max(most, std::fabs(ours.quantile(u) - exact) / scale(exact));
  }
  return most;
}

const double kZ95 = boost::math::quantile(boost::math::normal_distribution<double>(), 0.95);

}  // namespace

TEST_CASE("normal quantiles agree with Boost.Math to 1e-12 of the spread, whole and truncated") {
  for (const auto& [p05, p95] : std::vector<std::pair<double, double>>{{-1, 1}, {10, 12}, {-5e6, 3e6}, {0.1, 0.9}}) {
    const double spread = (p95 - p05) / (2 * kZ95);
    const boost::math::normal_distribution<double> reference((p05 + p95) / 2, spread);
    const auto scale = [&](double) { return spread; };
    CHECK(worst(made(Shape::normal, {p05, p95}), reference, {}, scale) < 1e-12);
    for (const Bounds& bounds :
         {Bounds{p05, {}}, Bounds{{}, p05}, Bounds{p95, {}}, Bounds{p05 - spread, p95 + spread}}) {
      CHECK(worst(made(Shape::normal, {p05, p95}, bounds), reference, bounds, scale) < 1e-11);
    }
  }
}

TEST_CASE("lognormal quantiles agree with Boost.Math to 1e-12 relative, whole and truncated") {
  for (const auto& [p05, p95] :
       std::vector<std::pair<double, double>>{{2000, 6000}, {1e-9, 1e-3}, {1, 1.01}, {0.5, 1e6}}) {
    const boost::math::lognormal_distribution<double> reference((std::log(p05) + std::log(p95)) / 2,
                                                                (std::log(p95) - std::log(p05)) / (2 * kZ95));
    const auto scale = [](double x) { return x; };
    CHECK(worst(made(Shape::lognormal, {p05, p95}), reference, {}, scale) < 1e-12);
    for (const Bounds& bounds : {Bounds{p05, {}}, Bounds{{}, p05}, Bounds{p95, {}}, Bounds{p05 / 2, p95 * 2}}) {
      CHECK(worst(made(Shape::lognormal, {p05, p95}, bounds), reference, bounds, scale) < 1e-10);
    }
  }
}

TEST_CASE("triangular quantiles agree with Boost.Math to 1e-12 of the range, whole and truncated") {
  for (const auto& n :
       std::vector<std::vector<double>>{{0, 0.3, 1}, {0, 0, 1}, {0, 1, 1}, {-5, 100, 101}, {1e6, 2e6, 9e6}}) {
    const boost::math::triangular_distribution<double> reference(n[0], n[1], n[2]);
    const double range = n[2] - n[0];
    const auto scale = [&](double) { return range; };
    CHECK(worst(made(Shape::triangular, n), reference, {}, scale) < 1e-12);
    const Bounds bounds{n[0] + 0.1 * range, n[0] + 0.7 * range};
    CHECK(worst(made(Shape::triangular, n, bounds), reference, bounds, scale) < 1e-12);
  }
}

TEST_CASE("tabulated beta quantiles agree with Boost.Math to 1e-10 of the range for 0.1 <= a, b <= 100000") {
  for (const double a : {0.1, 0.13, 0.3, 0.7, 0.999, 1.0, 1.001, 1.7, 3.0, 5.0, 20.0, 1e3, 1e5}) {
    for (const double b : {0.1, 0.25, 0.6, 1.0, 1.5, 2.5, 4.0, 11.0, 300.0, 1e5}) {
      const footing::BetaQuantile ours(a, b);
      const boost::math::beta_distribution<double> reference(a, b);
      double most = 0.0;
      for (const double u : probabilities()) {
        const double x = ours.at(u, footing::math::inverse_normal(u));
        most = std::max(most, std::fabs(x - quantile(reference, u)));
      }
      INFO("a " << a << ", b " << b);
      CHECK(most < 1e-10);
    }
  }
}

TEST_CASE("beta quantiles beyond the table are solved directly and agree with Boost.Math") {
  for (const auto& [a, b] :
       std::vector<std::pair<double, double>>{{2, 3}, {0.5, 0.5}, {50, 70}, {1, 400}, {1e4, 1e5}}) {
    const footing::BetaQuantile ours(a, b);
    const boost::math::beta_distribution<double> reference(a, b);
    for (const double u : {1e-11, 1e-13, 1e-20, 1e-60}) {
      const double exact = quantile(reference, u);
      CHECK(std::fabs(ours.at(u, footing::math::inverse_normal(u)) / exact - 1.0) < 1e-9);
    }
  }
}

TEST_CASE("pert and beta distributions agree with Boost.Math to 1e-9 of the range, whole and truncated") {
  for (const auto& n : std::vector<std::vector<double>>{{0, 0.5, 1}, {1, 1, 3}, {-2, 7, 7}, {100, 250, 1000}}) {
    const double range = n[2] - n[0];
    const double a = 1 + 4 * (n[1] - n[0]) / range;
    const double b = 1 + 4 * (n[2] - n[1]) / range;
    const boost::math::beta_distribution<double> reference(a, b);
    const Bounds part{n[0] + 0.2 * range, n[0] + 0.6 * range};
    for (const Bounds& bounds : {Bounds{}, part}) {
      const double low = bounds.min ? cdf(reference, (bounds.min.value() - n[0]) / range) : 0.0;
      const double high = bounds.max ? cdf(reference, (bounds.max.value() - n[0]) / range) : 1.0;
      const Distribution pert = made(Shape::pert, n, bounds);
      const Distribution beta = made(Shape::beta, {a, b, n[0], n[2]}, bounds);
      double most = 0.0;
      for (const double u : probabilities()) {
        const double exact = n[0] + range * quantile(reference, low + u * (high - low));
        most =
            std::max({most, std::fabs(pert.quantile(u) - exact) / range, std::fabs(beta.quantile(u) - exact) / range});
      }
      CHECK(most < 1e-9);
    }
  }
}
