#include "footing/explain/decompose.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <utility>

#include "core/evaluate/plan_builder.hpp"
#include "footing/evaluate/evaluate.hpp"
#include "support/fnv.hpp"

using namespace footing;
using footing::test::plan_of;

namespace {

/// One input with its value on either side.
struct Sides {
  const char* id;
  double from, to;
};

/// The last step of a formula with each input on one side or the other.
Outcome outcome_of(const Plan& plan, const std::vector<Sides>& sides) {
  return [&plan, sides](const std::vector<char>& made) {
    std::vector<double> point(plan.inputs.size());
    for (std::size_t i = 0; i < sides.size(); ++i) {
      point[input_index(plan.program, sides[i].id)] = made[i] ? sides[i].to : sides[i].from;
    }
    return run_point(plan, point).back();
  };
}

Plan plan_for(const std::vector<Sides>& sides, const std::string& formula) {
  std::vector<test::PlanInput> inputs;
  for (const Sides& side : sides) inputs.push_back({side.id, "1"});
  return plan_of(inputs, {{"y", formula}});
}

Decomposition decompose_ok(std::size_t changes, const Outcome& outcome) {
  const Result<Decomposition> out = decompose(changes, outcome);
  REQUIRE(out);
  return *out;
}

Decomposition decomposed(const std::vector<Sides>& sides, const std::string& formula) {
  const Plan plan = plan_for(sides, formula);
  return decompose_ok(sides.size(), outcome_of(plan, sides));
}

double product(const Decomposition& out) {
  double all = 1;
  for (const Contribution& one : out.contributions) all *= one.value;
  return all;
}

void check_product(const std::vector<Sides>& sides, const std::string& formula, double ratio,
                   const std::vector<double>& factors) {
  const Decomposition out = decomposed(sides, formula);
  CHECK(out.log);
  CHECK(out.exact);
  CHECK(out.to / out.from == Approx(ratio).epsilon(1e-4));
  CHECK(product(out) == Approx(out.to / out.from).epsilon(1e-12));
  for (std::size_t i = 0; i < factors.size(); ++i) {
    INFO(sides[i].id);
    CHECK(out.contributions[i].value == Approx(factors[i]).epsilon(2e-4));
    CHECK(out.contributions[i].least == Approx(out.contributions[i].value).epsilon(1e-12));
    CHECK(out.contributions[i].most == Approx(out.contributions[i].value).epsilon(1e-12));
    CHECK(out.contributions[i].error == 0);
  }
}

/// Shapley's value as it is defined: every order walked through.
std::vector<double> by_every_order(std::size_t changes, const Outcome& outcome, bool log) {
  std::vector<std::size_t> order(changes);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<double> sums(changes, 0);
  double orders = 0;
  do {
    std::vector<char> made(changes, 0);
    double before = outcome(made);
    for (const std::size_t change : order) {
      made[change] = 1;
      const double after = outcome(made);
      sums[change] += log ? std::log(after / before) : after - before;
      before = after;
    }
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  for (double& sum : sums) sum = log ? std::exp(sum / orders) : sum / orders;
  return sums;
}

}  // namespace

TEST_CASE("neural architecture search: 88.24 = 8 x 2.3333 x 3.278 x 1.4364 x 1.0040") {
  // Patterson et al. 2021, appendix D, against Strubell et al. 2019; one step is an hour of a chip.
  const std::vector<Sides> sides{{"chips", 1, 8},
                                 {"hours_per_step", 12.0 / 100000, 84.0 / 300000},
                                 {"chip_hours_ratio", 32640.0 / 117480, 1},
                                 {"watts", 208, 1515.43 / 8},
                                 {"pue", 1.10, 1.58},
                                 {"grid", 0.431, 0.954 * 0.45359237}};
  const std::string formula = "979e6 * chips * hours_per_step * chip_hours_ratio * watts * pue * grid";
  check_product(sides, formula, 88.24, {8, 2.33333, 3.59926, 0.91072, 1.43636, 1.00401});
  const Decomposition out = decomposed(sides, formula);
  CHECK(out.contributions[2].value * out.contributions[3].value == Approx(3.278).epsilon(2e-4));
  CHECK(out.contributions[0].value * out.contributions[1].value == Approx(18.667).epsilon(1e-4));
}

TEST_CASE("training GPT-3: 6.5276 = 5.2941 x 1.32 x 0.9778 x 0.9553, against 6.5153 as published") {
  const std::vector<Sides> sides{{"throughput", 130e12 / 3.14e23, 24.6e12 / 3.14565e23},
                                 {"watts", 250, 330},
                                 {"pue", 1.125, 1.10},
                                 {"grid", 449.06, 429}};
  check_product(sides, "watts * pue * grid / throughput", 6.5276, {5.2941, 1.32, 0.97778, 0.95533});
  CHECK(552.1 / 84.74 / product(decomposed(sides, "watts * pue * grid / throughput")) == Approx(0.9981).epsilon(1e-4));
}

TEST_CASE("a year of ChatGPT: 11.296 = 24.686 x 0.6143 x 0.7450") {
  check_product({{"gpus", 1215.3, 30000}, {"watts", 407, 250}, {"grid", 322.17, 240}, {"pue", 1, 1}},
                "gpus * watts * 8.76 * pue * grid / 1e6", 11.2959, {24.686, 0.61425, 0.74495, 1});
}

TEST_CASE("one request: 2.9 Wh against 0.3 Wh is 4 x 1.75 x 1.811 x 0.759") {
  check_product(
      {{"tokens", 500, 2000}, {"parameters", 100e9, 175e9}, {"speed", 9.89e13, 5.46e13}, {"watts", 1071, 812.5}},
      "2 * parameters * tokens / speed * watts / 3600", 9.619, {4, 1.75, 1.8114, 0.75864});
}

TEST_CASE("water per answer: a sum, so that order plays a part, and its sequential figures are one order") {
  const std::vector<Sides> sides{{"boundary", 1, 0}, {"energy", 4, 0.24}, {"wue", 0.55, 1.0833}};
  const std::string formula = "energy * (wue + boundary * 1.17 * 3.142)";
  const Decomposition out = decomposed(sides, formula);
  CHECK(out.from == Approx(16.905).epsilon(1e-4));
  CHECK(out.to == Approx(0.26).epsilon(1e-3));
  CHECK(out.contributions[1].value == Approx(1 / 16.667).epsilon(1e-4));
  CHECK(out.contributions[0].value == Approx(1 / 5.81).epsilon(1e-3));
  CHECK(out.contributions[2].value == Approx(1.489).epsilon(1e-3));
  CHECK(product(out) == Approx(out.to / out.from).epsilon(1e-12));
  // Boundary first, then energy, then water per kWh.
  CHECK(out.contributions[0].least == Approx(1 / 7.684).epsilon(1e-3));
  CHECK(out.contributions[2].most == Approx(1.0833 / 0.55).epsilon(1e-9));
  // The other way round.
  CHECK(out.contributions[0].most == Approx(1 / 4.394).epsilon(1e-3));
  CHECK(out.contributions[2].least == Approx(1.126).epsilon(1e-3));
  CHECK(out.outcomes == 8);
}

TEST_CASE("exact contributions equal those of every order walked through, for random formulas") {
  std::mt19937 random(7);
  const auto number = [&random] { return 0.5 + 3 * static_cast<double>(random()) / 4294967296.0; };
  const char* formulas[] = {"a * b / c + d * e",       "a + b * c - d / e",        "max(a, b) * c ^ d + min(d, e)",
                            "if(a < b, c * d, e + a)", "exp(a - b) * c / (d + e)", "a * (b + c * (d + e))",
                            "log(a) * b - c * d + e"};
  int linear = 0;
  for (int round = 0; round < 70; ++round) {
    std::vector<Sides> sides;
    for (const char* id : {"a", "b", "c", "d", "e"}) sides.push_back({id, number(), number()});
    const Plan plan = plan_for(sides, formulas[round % 7]);
    const Outcome outcome = outcome_of(plan, sides);
    const Decomposition out = decompose_ok(5, outcome);
    linear += out.log ? 0 : 1;
    const std::vector<double> expected = by_every_order(5, outcome, out.log);
    double all = out.log ? 1 : 0;
    for (std::size_t i = 0; i < 5; ++i) {
      const Contribution& one = out.contributions[i];
      CHECK(one.value == Approx(expected[i]).epsilon(1e-9).margin(1e-9));
      CHECK(one.least <= one.value + 1e-12);
      CHECK(one.most >= one.value - 1e-12);
      all = out.log ? all * one.value : all + one.value;
    }
    // Efficiency: the contributions make up the whole.
    CHECK(all == Approx(out.log ? out.to / out.from : out.to - out.from).epsilon(1e-9).margin(1e-9));
  }
  CHECK(linear > 5);
  CHECK(linear < 65);
}

TEST_CASE("equal changes contribute equally, and what changes nothing contributes nothing") {
  std::mt19937 random(11);
  const auto number = [&random] { return 0.5 + 3 * static_cast<double>(random()) / 4294967296.0; };
  for (int round = 0; round < 30; ++round) {
    const double from = number(), to = number();
    const double same = number();
    const std::vector<Sides> sides{
        {"a", from, to}, {"b", number(), number()}, {"c", from, to}, {"d", same, same}, {"e", number(), number()}};
    // a and c stand alike; d does not change; e is read by nothing that counts.
    for (const char* formula : {"(a + c) * b * d + 0 * e", "a * b + c * b - d * a * c + 0 * e - 9"}) {
      const Decomposition out = decomposed(sides, formula);
      const double none = out.log ? 1 : 0;
      CHECK(out.contributions[0].value == Approx(out.contributions[2].value).epsilon(1e-12).margin(1e-12));
      CHECK(out.contributions[3].value == Approx(none).margin(1e-12));
      CHECK(out.contributions[4].value == Approx(none).margin(1e-12));
      CHECK(out.contributions[4].most == Approx(none).margin(1e-12));
    }
  }
}

TEST_CASE("of a sum of two outcomes, contributions are the sums of theirs") {
  const std::vector<Sides> sides{{"a", -1, 2}, {"b", 3, -4}, {"c", 0.5, 6}};
  const Decomposition one = decomposed(sides, "a * b - c"), other = decomposed(sides, "a * c * b"),
                      both = decomposed(sides, "a * b - c + a * c * b");
  CHECK_FALSE(both.log);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(both.contributions[i].value ==
          Approx(one.contributions[i].value + other.contributions[i].value).epsilon(1e-12));
  }
}

TEST_CASE("where an outcome on the way is not positive the contributions are differences") {
  const Decomposition out = decomposed({{"a", 1, 5}, {"b", 3, 2}}, "a - b");
  CHECK_FALSE(out.log);
  CHECK(out.contributions[0].value == Approx(4));
  CHECK(out.contributions[1].value == Approx(1));
  CHECK(out.from == -2);
  CHECK(out.to == 3);
}

TEST_CASE("beyond twelve changes orders are sampled: products stay exact, sums come with their error") {
  const Outcome factors = [](const std::vector<char>& made) {
    double y = 1;
    for (std::size_t i = 0; i < made.size(); ++i) y *= made[i] ? 1.0 + 0.1 * static_cast<double>(i + 1) : 1.0;
    return y;
  };
  Decomposition out = decompose_ok(16, factors);
  CHECK_FALSE(out.exact);
  CHECK(out.outcomes == 1024 * 17);
  CHECK(out.log);
  for (std::size_t i = 0; i < 16; ++i) {
    CHECK(out.contributions[i].value == Approx(1.0 + 0.1 * static_cast<double>(i + 1)).epsilon(1e-12));
    CHECK(out.contributions[i].error < 1e-7);
  }
  // (sum of w)^2 - 1: a change contributes w times the sum of all, which is one of its closed forms.
  const auto w = [](std::size_t i) { return i % 3 == 0 ? -0.4 : 0.2 * static_cast<double>(i + 1); };
  const Outcome square = [&w](const std::vector<char>& made) {
    double sum = 0;
    for (std::size_t i = 0; i < made.size(); ++i) sum += made[i] ? w(i) : 0;
    return sum * sum - 1;
  };
  out = decompose_ok(14, square);
  CHECK_FALSE(out.log);
  double all = 0, sum = 0;
  for (std::size_t i = 0; i < 14; ++i) sum += w(i);
  for (std::size_t i = 0; i < 14; ++i) {
    const Contribution& one = out.contributions[i];
    all += one.value;
    CHECK(one.value == Approx(w(i) * sum).margin(std::max(5 * one.error, 1e-9)));
    CHECK(one.least < one.most);
  }
  CHECK(all == Approx(sum * sum).epsilon(1e-12));
  // Without a pair that cancels, the error is not nothing.
  const Outcome largest = [&w](const std::vector<char>& made) {
    double y = 1;
    for (std::size_t i = 0; i < made.size(); ++i) y = std::max(y, made[i] ? 1 + w(i) : 1);
    return y;
  };
  out = decompose_ok(14, largest);
  CHECK(out.log);
  CHECK(product(out) == Approx(1 + w(13)).epsilon(1e-12));
  CHECK(out.contributions[13].error > 1e-4);
  CHECK(out.contributions[13].error < 0.05);
}

TEST_CASE("sampled contributions agree with every combination within their error") {
  // Twelve changes exactly, and the same game with a thirteenth that changes nothing, sampled.
  std::mt19937 random(5);
  std::vector<double> w;
  for (int i = 0; i < 12; ++i) w.push_back(0.2 + 2 * static_cast<double>(random()) / 4294967296.0);
  const Outcome outcome = [&w](const std::vector<char>& made) {
    double a = 1, b = 1;
    for (std::size_t i = 0; i < 12; ++i) {
      double& part = i % 2 == 0 ? a : b;
      part = made[i] ? part * w[i] : part;
    }
    return a + b;
  };
  const Decomposition exact = decompose_ok(12, outcome), sampled = decompose_ok(13, outcome);
  CHECK(exact.exact);
  CHECK_FALSE(sampled.exact);
  for (std::size_t i = 0; i < 12; ++i) {
    const double off = std::log(sampled.contributions[i].value / exact.contributions[i].value);
    CHECK(std::fabs(off) < 5 * sampled.contributions[i].error + 1e-9);
    CHECK(std::fabs(off) < 0.01);
  }
  CHECK(sampled.contributions[12].value == Approx(1).margin(1e-12));
}

TEST_CASE("nothing to change, one change, too many, and outcomes that are not finite") {
  const Outcome first = [](const std::vector<char>& made) { return made.empty() || !made[0] ? 2.0 : 5.0; };
  CHECK(decompose_ok(0, first).contributions.empty());
  CHECK(decompose_ok(0, first).to == 2);
  CHECK(decompose_ok(1, first).contributions[0].value == Approx(2.5).epsilon(1e-15));
  CHECK(decompose(65, first).errors().front().code == "too-many-dimensions");
  const Outcome broken = [](const std::vector<char>& made) { return made[0] && !made[1] ? std::nan("") : 1.0; };
  CHECK(decompose(2, broken).errors().front().code == "non-finite");
  CHECK(decompose(20, broken).errors().front().code == "non-finite");
}

TEST_CASE("contributions have the same bits natively and as WebAssembly") {
  test::Fnv hash;
  const auto add = [&hash](const Decomposition& out) {
    for (const Contribution& one : out.contributions) {
      for (const double x : {one.value, one.error, one.least, one.most}) hash.add_double(x);
    }
  };
  add(decomposed({{"a", 1.25, 5}, {"b", 3, 2}, {"c", 0.3, 0.7}}, "a * b + c ^ a"));
  add(decomposed({{"a", 1.25, 5}, {"b", 3, 2}, {"c", 0.3, 0.7}}, "a * b + c ^ a - 12"));
  add(decompose_ok(15, [](const std::vector<char>& made) {
    double a = 0.3, b = 1;
    for (std::size_t i = 0; i < made.size(); ++i)
      (i % 2 == 0 ? a : b) += made[i] ? 0.17 * static_cast<double>(i + 1) : 0;
    return a * b;
  }));
  CHECK(hash.hex() == "bd2525a38a0d59f3");
}
