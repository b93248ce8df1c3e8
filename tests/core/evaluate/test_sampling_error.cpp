#include "footing/evaluate/sampling_error.hpp"

#include <cmath>
#include <functional>

#include "core/evaluate/plan_builder.hpp"
#include "footing/evaluate/evaluate.hpp"
#include "footing/evaluate/summary.hpp"

using namespace footing;
using footing::test::kLog;
using footing::test::plan_of;

namespace {

constexpr double kZ95 = 1.6448536269514722;
constexpr int kSeeds = 60;

/// Root mean square of the true errors over seeds, and of the estimates.
struct Errors2 {
  double truth = 0, estimate = 0;
  double ratio() const { return std::sqrt(estimate / truth); }
};

struct Study {
  Errors2 mean, p05, median, p95;
};

Study study(const Plan& plan, std::size_t samples, double mean, double p05, double median, double p95) {
  Study out;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const Result<Evaluation> evaluation = evaluate(plan, {samples, 1000 * seed + 7});
    REQUIRE(evaluation);
    const Summary s = summarise(evaluation->steps.back());
    const auto add = [](Errors2& e, double value, double exact, double error) {
      e.truth += (value - exact) * (value - exact);
      e.estimate += error * error;
    };
    add(out.mean, s.mean, mean, s.mean_error);
    add(out.p05, s.p05, p05, s.p05_error);
    add(out.median, s.median, median, s.median_error);
    add(out.p95, s.p95, p95, s.p95_error);
  }
  return out;
}

/// The estimate is neither a third of the error nor three times it.
void check_within_three(const Study& study) {
  for (const Errors2* e : {&study.mean, &study.p05, &study.median, &study.p95}) {
    CHECK(e->ratio() > 1.0 / 3.0);
    CHECK(e->ratio() < 3.0);
  }
}

}  // namespace

TEST_CASE("sampling errors of a product of lognormals agree with its closed form over seeds") {
  const Plan plan = plan_of({{"a", "1..4", kLog}, {"b", "2..5", kLog}, {"c", "0.5..0.9", kLog}, {"d", "1..1.5", kLog}},
                            {{"s", "a * b * c * d"}});
  double mu = 0, variance = 0;
  const double ends[4][2] = {{1, 4}, {2, 5}, {0.5, 0.9}, {1, 1.5}};
  for (const auto& end : ends) {
    const double low = std::log(end[0]), high = std::log(end[1]);
    mu += (low + high) / 2;
    variance += std::pow((high - low) / (2 * kZ95), 2);
  }
  const double sigma = std::sqrt(variance);
  for (const std::size_t samples : {std::size_t{1024}, std::size_t{16384}}) {
    CAPTURE(samples);
    check_within_three(study(plan, samples, std::exp(mu + variance / 2), std::exp(mu - kZ95 * sigma), std::exp(mu),
                             std::exp(mu + kZ95 * sigma)));
  }
}

TEST_CASE("sampling errors of a sum of two uniforms agree with its closed form over seeds") {
  const Plan plan = plan_of({{"a", "uniform(0, 1)"}, {"b", "uniform(0, 1)"}}, {{"s", "a + b"}});
  const double low = std::sqrt(0.1);  // F(x) = x^2 / 2 below 1
  Study s = study(plan, 4096, 1.0, low, 1.0, 2.0 - low);
  // The scrambled net integrates a linear function all but exactly; the estimate is above that, yet small.
  CHECK(s.mean.ratio() > 1);
  CHECK(std::sqrt(s.mean.estimate / kSeeds) < 3e-4);  // of independent points: 6e-3
  s.mean = s.median;
  check_within_three(s);
}

TEST_CASE("sampling errors of seven inputs agree with the closed form over seeds") {
  std::vector<test::PlanInput> inputs;
  std::string formula = "0";
  for (int i = 0; i < 7; ++i) {
    const std::string id = "x" + std::to_string(i);
    inputs.push_back({id, "-1..1"});
    formula += " + " + id;
  }
  const Plan plan = plan_of(inputs, {{"s", formula}});
  const double sd = std::sqrt(7.0) / kZ95;
  const Study s = study(plan, 4096, 0.0, -kZ95 * sd, 0.0, kZ95 * sd);
  check_within_three(s);
}

TEST_CASE("independent blocks give the error of independent points") {
  // Means of 64 blocks that alternate in no pattern: contrasts as of independent numbers with variance 1.
  std::uint64_t state = 12345;
  double sum = 0;
  for (int round = 0; round < 200; ++round) {
    std::vector<double> means(64);
    for (double& mean : means) {
      mean = 0;
      for (int i = 0; i < 12; ++i) {
        state = state * 6364136223846793005ull + 1442695040888963407ull;
        mean += static_cast<double>(state >> 11) * 0x1p-53;
      }
      mean -= 6;
    }
    sum += net_standard_error(means);
  }
  // sd of the mean of 64 numbers of variance 1 is 1/8; the fit may take some of them for smoother than they are.
  CHECK(sum / 200 > 0.08);
  CHECK(sum / 200 < 0.14);
}

TEST_CASE("equal blocks have no error, and few points have no blocks") {
  CHECK(net_standard_error(std::vector<double>(64, 3.0)) == 0);
  CHECK(net_standard_error({1.0, 3.0}) == Approx(1.0));
  CHECK(error_blocks(15) == 0);
  CHECK(error_blocks(16) == 2);
  CHECK(error_blocks(511) == 32);
  CHECK(error_blocks(512) == 64);
  CHECK(error_blocks(16384) == 64);
}
