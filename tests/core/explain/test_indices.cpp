#include "footing/explain/indices.hpp"

#include <cmath>
#include <functional>

#include "core/evaluate/plan_builder.hpp"
#include "footing/evaluate/evaluate.hpp"
#include "footing/uncertainty/sobol.hpp"
#include "support/fnv.hpp"

using namespace footing;
using footing::test::kLogPositive;
using footing::test::plan_of;

namespace {

const double kPi = 3.14159265358979323846;
const double kZ95 = 1.6448536269514722;

/// What an index shall be, within 0.01.
struct Wanted {
  std::vector<double> first, total;
};

using Function = std::function<double(const std::vector<double>&)>;

/// Indices of a function of uniforms in (0, 1), at the default count, estimated from columns.
IndexEstimates estimate(const Function& f, std::size_t dimensions, std::size_t rows, std::uint64_t seed) {
  std::vector<std::vector<double>> a(dimensions, std::vector<double>(rows)), b = a;
  for (std::size_t i = 0; i < dimensions; ++i) {
    SobolColumn(static_cast<int>(i), seed).fill(0, rows, a[i].data());
    SobolColumn(static_cast<int>(dimensions + i), seed).fill(0, rows, b[i].data());
  }
  std::vector<double> at_a(rows), at_b(rows), x(dimensions);
  std::vector<std::vector<double>> mixed(dimensions, std::vector<double>(rows));
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t i = 0; i < dimensions; ++i) x[i] = b[i][row];
    at_b[row] = f(x);
    for (std::size_t i = 0; i < dimensions; ++i) x[i] = a[i][row];
    at_a[row] = f(x);
    for (std::size_t i = 0; i < dimensions; ++i) {
      x[i] = b[i][row];
      mixed[i][row] = f(x);
      x[i] = a[i][row];
    }
  }
  return estimate_indices(Column(at_a), Column(at_b), std::vector<Column>(mixed.begin(), mixed.end()));
}

void check(const IndexEstimates& found, const Wanted& wanted) {
  REQUIRE(found.groups.size() == wanted.first.size());
  for (std::size_t i = 0; i < wanted.first.size(); ++i) {
    INFO("argument " << i);
    CHECK(found.groups[i].first.value == Approx(wanted.first[i]).margin(0.01).epsilon(0));
    CHECK(found.groups[i].total.value == Approx(wanted.total[i]).margin(0.01).epsilon(0));
  }
}

/// Ishigami & Homma (1990) with a = 7, b = 0.1.
double ishigami(const std::vector<double>& u) {
  const double x = kPi * (2 * u[0] - 1), y = kPi * (2 * u[1] - 1), z = kPi * (2 * u[2] - 1);
  return std::sin(x) + 7 * std::sin(y) * std::sin(y) + 0.1 * std::pow(z, 4) * std::sin(x);
}

Wanted ishigami_indices() {
  const double p4 = std::pow(kPi, 4), p8 = p4 * p4;
  const double alone = 0.5 * std::pow(1 + 0.1 * p4 / 5, 2), second = 49.0 / 8;
  const double both = 0.01 * p8 * (1.0 / 18 - 1.0 / 50);
  const double all = alone + second + both;
  return {{alone / all, second / all, 0}, {(alone + both) / all, second / all, both / all}};
}

Indices indices_of(const Plan& plan, std::size_t samples = kDefaultSamples, std::uint64_t seed = 1) {
  const Result<Indices> out = indices(plan, plan.program.steps.size() - 1, samples, seed);
  REQUIRE(out);
  return *out;
}

const InputGroup& group_of(const Indices& indices, std::size_t input) {
  for (const InputGroup& group : indices.groups) {
    for (const std::size_t one : group.inputs) {
      if (one == input) return group;
    }
  }
  FAIL("input " << input << " has no index");
  return indices.groups.front();
}

}  // namespace

TEST_CASE("indices of Ishigami's function are within 0.01 of their closed forms for any seed") {
  CHECK(index_rows(kDefaultSamples) == 8192);
  const double p4 = std::pow(kPi, 4);
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const IndexEstimates found = estimate(ishigami, 3, index_rows(kDefaultSamples), seed);
    check(found, ishigami_indices());
    CHECK(found.variance == Approx(0.5 + 49.0 / 8 + 0.1 * p4 / 5 + 0.01 * p4 * p4 / 18).epsilon(0.01));
  }
}

TEST_CASE("indices of Sobol's G, written as a formula, are within 0.01 of their closed forms") {
  const double a[] = {0, 1, 4.5, 9, 99, 99, 99, 99};
  std::vector<test::PlanInput> inputs;
  std::string formula;
  double all = 1;
  for (const double one : a) {
    const std::string id = "x" + std::to_string(inputs.size());
    inputs.push_back({id, "uniform(0, 1)"});
    const std::string offset = std::to_string(one);
    formula += (formula.empty() ? "" : " * ") + std::string("(abs(4 * ") + id + " - 2) + " + offset + ") / (1 + " +
               offset + ")";
    all *= 1 + 1 / (3 * (1 + one) * (1 + one));
  }
  const Plan plan = plan_of(inputs, {{"g", formula}});
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const Indices found = indices_of(plan, kDefaultSamples, seed);
    CHECK(found.sd == Approx(std::sqrt(all - 1)).epsilon(0.01));
    for (std::size_t i = 0; i < 8; ++i) {
      const double own = 1 / (3 * (1 + a[i]) * (1 + a[i]));
      const IndexPair& pair = group_of(found, i).linear;
      CHECK(pair.first.value == Approx(own / (all - 1)).margin(0.01).epsilon(0));
      CHECK(pair.total.value == Approx(own * all / (1 + own) / (all - 1)).margin(0.01).epsilon(0));
    }
  }
}

TEST_CASE("indices of a linear function of normals are shares of the variance, first and total alike") {
  const Plan plan =
      plan_of({{"x", "-1..1"}, {"y", "10..14"}, {"z", "0..3"}, {"c", "4"}}, {{"s", "3 * x - 2 * y + 0.5 * z + c"}});
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const Indices found = indices_of(plan, kDefaultSamples, seed);
    const double shares[] = {9 * 4.0, 4 * 16.0, 0.25 * 9.0};
    const double all = shares[0] + shares[1] + shares[2];
    CHECK(found.sd == Approx(std::sqrt(all) / (2 * kZ95)).epsilon(1e-3));
    REQUIRE(found.groups.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
      const InputGroup& group = group_of(found, i);
      CHECK(group.linear.first.value == Approx(shares[i] / all).margin(0.01).epsilon(0));
      CHECK(group.linear.total.value == Approx(shares[i] / all).margin(0.01).epsilon(0));
      CHECK_FALSE(group.log);
    }
    CHECK(found.groups.front().inputs == std::vector<std::size_t>{1});
    CHECK_FALSE(found.log_sd);
  }
}

TEST_CASE("a product of lognormals: shares of the log variance, and closed forms on the linear scale") {
  const Plan plan =
      plan_of({{"x", "1..2", kLogPositive}, {"y", "3..12", kLogPositive}, {"z", "0.5..0.8", kLogPositive}},
              {{"s", "x * y ^ 0.5 / z"}});
  const Indices found = indices_of(plan);
  const double sigma[] = {std::log(2.0), 0.5 * std::log(4.0), std::log(1.6)};
  double all = 0;
  for (const double s : sigma) all += s * s / (4 * kZ95 * kZ95);
  REQUIRE(found.log_sd);
  CHECK(*found.log_sd == Approx(std::sqrt(all)).epsilon(2e-3));
  for (std::size_t i = 0; i < 3; ++i) {
    const double own = sigma[i] * sigma[i] / (4 * kZ95 * kZ95);
    const InputGroup& group = group_of(found, i);
    REQUIRE(group.log);
    CHECK(group.log->first.value == Approx(own / all).margin(0.01).epsilon(0));
    CHECK(group.log->total.value == Approx(own / all).margin(0.01).epsilon(0));
    CHECK(group.linear.first.value == Approx(std::expm1(own) / std::expm1(all)).margin(0.01).epsilon(0));
    CHECK(group.linear.total.value ==
          Approx(std::expm1(own) * std::exp(all - own) / std::expm1(all)).margin(0.01).epsilon(0));
  }
}

TEST_CASE("an interaction shows as the difference of total and first") {
  // x y with both uniform on (-1, 1): neither does anything alone.
  const Plan plan = plan_of({{"x", "uniform(-1, 1)"}, {"y", "uniform(-1, 1)"}}, {{"s", "x * y"}});
  for (const InputGroup& group : indices_of(plan).groups) {
    CHECK(group.linear.first.value == Approx(0).margin(0.01));
    CHECK(group.linear.total.value == Approx(1).margin(0.01));
  }
}

TEST_CASE("inputs that are drawn together are one group") {
  Plan plan = plan_of({{"x", "choice(1: 1, 3: 1)"}, {"y", "choice(10: 1, 2: 1)"}, {"z", "uniform(0, 12)"}},
                      {{"s", "x + y + z"}});
  // Two options, (1, 10) and (3, 2): x + y is 11 or 5, of variance 9; z has variance 12.
  for (const std::size_t i : {0u, 1u}) {
    DistributionSpec spec = plan.inputs[i].distribution.spec();
    spec.in_order = true;
    plan.inputs[i].distribution = *Distribution::make(spec, {}, "");
    plan.inputs[i].dimension = 0;
  }
  const Indices found = indices_of(plan);
  REQUIRE(found.groups.size() == 2);
  const InputGroup& bundle = group_of(found, 1);
  CHECK(bundle.inputs == std::vector<std::size_t>{0, 1});
  CHECK(bundle.linear.total.value == Approx(9.0 / 21).margin(0.01));
  CHECK(bundle.linear.first.value == Approx(9.0 / 21).margin(0.01));
  CHECK(group_of(found, 2).linear.total.value == Approx(12.0 / 21).margin(0.01));
}

TEST_CASE("the error that is given is the error that is made, within a factor of 3 on the whole") {
  const Wanted wanted = ishigami_indices();
  double made[2] = {}, given[2] = {};
  const int seeds = 40;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    const IndexEstimates found = estimate(ishigami, 3, 4096, seed + 100);
    for (std::size_t i = 0; i < 3; ++i) {
      made[0] += std::pow(found.groups[i].first.value - wanted.first[i], 2);
      made[1] += std::pow(found.groups[i].total.value - wanted.total[i], 2);
      given[0] += std::pow(found.groups[i].first.error, 2);
      given[1] += std::pow(found.groups[i].total.error, 2);
    }
  }
  for (const int kind : {0, 1}) {
    CHECK(std::sqrt(made[kind]) < 3 * std::sqrt(given[kind]));
    CHECK(std::sqrt(given[kind]) < 3 * std::sqrt(made[kind]));
  }
}

TEST_CASE("with few rows the error is the plain one") {
  const IndexEstimates found = estimate([](const std::vector<double>& u) { return u[0] + 2 * u[1]; }, 2, 8, 1);
  for (const IndexPair& pair : found.groups) {
    CHECK(pair.first.error > 0.01);
    CHECK(pair.first.error < 1);
    CHECK(pair.total.error > 0.01);
  }
}

TEST_CASE("a point has no indices, and an input that is held or not read has none") {
  CHECK(indices_of(plan_of({{"x", "2"}}, {{"s", "x"}})).groups.empty());
  CHECK(indices_of(plan_of({{"x", "1..2"}}, {{"s", "x - x"}})).groups.empty());
  CHECK(indices_of(plan_of({{"x", "1..2", kLogPositive}}, {{"s", "3 * x / x"}})).groups.empty());
  const Indices found = indices_of(plan_of({{"x", "2"}, {"y", "1..2"}, {"z", "1..2"}}, {{"s", "x * y"}}));
  REQUIRE(found.groups.size() == 1);
  CHECK(found.groups[0].inputs == std::vector<std::size_t>{1});
  CHECK(found.groups[0].linear.first.value == Approx(1).margin(1e-3));
  CHECK(found.groups[0].linear.total.value == Approx(1).margin(1e-3));
}

TEST_CASE("matrix B has dimensions of its own, as long as there are any") {
  // Where the inputs' dimensions leave room behind them and where they do not, the same shares come out.
  for (const int top : {2, 40, 63}) {
    const Plan plan = plan_of({{"x", "-1..1", {}, 0}, {"y", "-2..2", {}, top}}, {{"s", "x + y"}});
    const Indices found = indices_of(plan);
    CHECK(group_of(found, 1).linear.total.value == Approx(0.8).margin(0.01));
    CHECK(group_of(found, 0).linear.first.value == Approx(0.2).margin(0.01));
  }
  std::vector<test::PlanInput> many;
  std::string sum = "0";
  for (int i = 0; i < 33; ++i) {
    many.push_back({"x" + std::to_string(i), "0..1"});
    sum += " + x" + std::to_string(i);
  }
  const Result<Indices> refused = indices(plan_of(many, {{"s", sum}}), 0, kDefaultSamples, 1);
  REQUIRE_FALSE(refused);
  CHECK(refused.errors().front().code == "too-many-dimensions");
  many.pop_back();
  CHECK(indices_of(plan_of(many, {{"s", sum.substr(0, sum.rfind(" + "))}})).groups.size() == 32);
}

TEST_CASE("a value that is not finite is an error that names the step") {
  const Plan plan = plan_of({{"x", "uniform(0, 1)"}, {"y", "uniform(0, 1)"}}, {{"s", "log(x - 0.9 * y)"}});
  const Result<Indices> out = indices(plan, 0, kDefaultSamples, 1, nullptr, "m");
  REQUIRE_FALSE(out);
  CHECK(out.errors().front().code == "non-finite");
  CHECK(out.errors().front().path == "m/steps/s");
}

TEST_CASE("columns come from the cache, with the same bits; native and WebAssembly agree") {
  const Plan plan = plan_of({{"x", "1..2", kLogPositive}, {"y", "uniform(3, 12)"}, {"z", "pert(1, 2, 4)"}},
                            {{"s", "x * y ^ 0.5 / z + log(y)"}});
  ColumnCache cache;
  std::vector<double> bits;
  for (int round = 0; round < 2; ++round) {
    const Result<Indices> cached = indices(plan, 0, 4096, 7, round == 0 ? nullptr : &cache);
    REQUIRE(cached);
    std::vector<double> now{cached->sd, *cached->log_sd};
    for (const InputGroup& group : cached->groups) {
      for (const IndexPair& pair : {group.linear, *group.log}) {
        now.insert(now.end(), {pair.first.value, pair.first.error, pair.total.value, pair.total.error});
      }
    }
    if (round == 0) bits = now;
    CHECK(now == bits);
  }
  CHECK(cache.draws() == 6);
  CHECK(indices(plan, 0, 4096, 7, &cache));
  CHECK(cache.draws() == 6);
  test::Fnv hash;
  for (const double one : bits) hash.add_double(one);
  CHECK(hash.hex() == "3899ad9ae2da31f5");
}
