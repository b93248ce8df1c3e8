#include "footing/evaluate/evaluate.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>

#include "core/evaluate/plan_builder.hpp"
#include "footing/evaluate/hash.hpp"
#include "footing/uncertainty/sobol.hpp"

using namespace footing;
using footing::test::kLog;
using footing::test::plan_of;

namespace {

bool same_bits(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0; }

const Column& step(const Plan& plan, const Evaluation& evaluation, const std::string& id) {
  return evaluation.steps[step_index(plan.program, id)];
}

/// Every kind of instruction, over three spread inputs and a point.
Plan every_operation() {
  return plan_of({{"a", "1..3", kLog}, {"b", "uniform(-2, 2)"}, {"c", "triangular(0.5, 1, 4)"}, {"p", "1.7"}},
                 {{"sum", "a + b - c * p"},
                  {"ratio", "a / c + -b"},
                  {"powers", "a ^ 2 + c ^ 0.5 + a ^ b"},
                  {"branch", "if(b < 0, a, c) + if(b >= p, 1, 2) + if(a <= c, a, p) + if(a > c, 1, 3)"},
                  {"same", "if(b == b, a, 0) + if(a != c, 1, 0)"},
                  {"ends", "min(a, b, c) + max(a, p) + abs(b)"},
                  {"steps", "ceil(a, 0.25) + floor(b, 0.5)"},
                  {"curves", "exp(b) + log(a) + log2(c) + log10(c) + sqrt(a)"},
                  {"all", "sum * ratio + powers - branch + steps * curves + ends + same"}});
}

}  // namespace

TEST_CASE("every lane of the block evaluator has the bits of the scalar run") {
  const Plan plan = every_operation();
  for (const std::size_t samples : {std::size_t{2}, std::size_t{1023}, std::size_t{1024}, std::size_t{3001}}) {
    const Result<Evaluation> out = evaluate(plan, {samples, 5});
    REQUIRE(out);
    REQUIRE(out->samples == samples);
    std::vector<Column> columns;
    for (const InputColumn& input : plan.inputs) columns.push_back(draw(input, 5, samples));
    for (std::size_t i = 0; i < samples; ++i) {
      std::vector<double> inputs;
      for (const Column& column : columns) inputs.push_back(column.at(i));
      std::vector<double> expected;
      (void)run_scalar(plan.program, inputs, expected);
      for (std::size_t s = 0; s < expected.size(); ++s) {
        if (!same_bits(out->steps[s].at(i), expected[s])) FAIL(plan.program.steps[s] << " at " << i);
      }
    }
  }
}

TEST_CASE("a random program gives the bits of the scalar run, however values are shared") {
  std::mt19937 random(20231);
  using Code = Instruction::Code;
  const Code codes[] = {Code::add, Code::subtract, Code::multiply, Code::min, Code::max, Code::choose, Code::less};
  for (int round = 0; round < 60; ++round) {
    Plan plan;
    const auto pick = [&random](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
    for (std::uint32_t i = 0; i < 4; ++i) {
      plan.program.inputs.push_back("i" + std::to_string(i));
      plan.program.code.push_back({Code::input, i, 0, 0, 0});
      plan.inputs.push_back({test::distribution(i == 3 ? "2" : "uniform(-1, 2)"), static_cast<int>(i), 1.0});
    }
    plan.program.code.push_back({Code::constant, 0, 0, 0, 0.75});
    for (int i = 0; i < 40; ++i) {
      const std::size_t n = plan.program.code.size();
      plan.program.code.push_back({codes[pick(std::size(codes))], pick(n), pick(n), pick(n), 0});
    }
    for (std::uint32_t s = 0; s < 6; ++s) {
      plan.program.steps.push_back("s" + std::to_string(s));
      plan.program.step_values.push_back(s == 0 ? 44 : pick(45));
      plan.step_factors.push_back(1.0);
    }
    const std::size_t samples = 1100;
    std::vector<Column> columns;
    std::vector<ColumnView> views;
    for (const InputColumn& input : plan.inputs) {
      columns.push_back(draw(input, 9, samples));
      views.push_back(view(columns.back(), 1.0));
    }
    const std::vector<Column> steps = run_columns(plan.program, views, plan.step_factors, samples);
    for (std::size_t i = 0; i < samples; i += 7) {
      std::vector<double> inputs, expected;
      for (const Column& column : columns) inputs.push_back(column.at(i));
      (void)run_scalar(plan.program, inputs, expected);
      for (std::size_t s = 0; s < expected.size(); ++s) {
        if (!same_bits(steps[s].at(i), expected[s])) FAIL("round " << round << ", step " << s << ", sample " << i);
      }
    }
  }
}

TEST_CASE("inputs are scaled to base units and steps back to their declared ones") {
  Plan plan =
      plan_of({{"hours", "2..4", {}, -1, 3600.0}, {"power", "5", {}, -1, 1000.0}}, {{"energy", "hours * power"}});
  plan.step_factors[0] = 3.6e6;
  const Result<Evaluation> out = evaluate(plan, {64, 1});
  REQUIRE(out);
  const Column hours = draw(plan.inputs[0], 1, 64);
  for (std::size_t i = 0; i < 64; ++i) CHECK(out->steps[0].at(i) == Approx(5.0 * hours.at(i)).epsilon(1e-15));
  CHECK(out->central[0] == Approx(15.0).epsilon(1e-14));
  CHECK(out->input_medians == std::vector<double>{out->input_medians[0], 5.0});
}

TEST_CASE("what depends on points alone stays one value") {
  const Plan plan = plan_of({{"a", "2"}, {"b", "3"}, {"u", "1..2"}},
                            {{"fixed", "a * b + 1"}, {"spread", "fixed * u"}, {"chosen", "if(a < b, fixed, u)"}});
  const Result<Evaluation> out = evaluate(plan, {128, 1});
  REQUIRE(out);
  CHECK(step(plan, *out, "fixed").values() == Values(1, 7.0));
  CHECK(step(plan, *out, "spread").size() == 128);
  CHECK(step(plan, *out, "chosen").values() == Values(1, 7.0));
}

TEST_CASE("inputs that share a dimension move together") {
  const Plan plan =
      plan_of({{"a", "uniform(0, 1)", {}, 3}, {"b", "uniform(10, 12)", {}, 3}, {"c", "uniform(0, 1)", {}, 4}},
              {{"sum", "a + b + c"}});
  const Result<Evaluation> out = evaluate(plan, {512, 1});
  REQUIRE(out);
  const Column a = draw(plan.inputs[0], 1, 512), b = draw(plan.inputs[1], 1, 512), c = draw(plan.inputs[2], 1, 512);
  bool apart = false;
  for (std::size_t i = 0; i < 512; ++i) {
    CHECK(b.at(i) == Approx(10.0 + 2.0 * a.at(i)).epsilon(1e-14));
    apart = apart || std::fabs(c.at(i) - a.at(i)) > 0.5;
  }
  CHECK(apart);
}

TEST_CASE("a column is the quantile function over its Sobol dimension") {
  const Plan plan = plan_of({{"a", "1..5", kLog, 7}}, {{"s", "a"}});
  // Kept in the cache, and a block at a time without one.
  ColumnCache cache;
  for (ColumnCache* const own : {&cache, static_cast<ColumnCache*>(nullptr)}) {
    const Result<Evaluation> out = evaluate(plan, {2048, 42}, own);
    REQUIRE(out);
    std::vector<double> u(2048);
    SobolColumn(7, 42).fill(0, u.size(), u.data());
    for (std::size_t i = 0; i < u.size(); i += 13) {
      CHECK(same_bits(out->steps[0].at(i), plan.inputs[0].distribution.quantile(u[i])));
    }
  }
  CHECK(cache.draws() == 1);
  CHECK(hash(cache.column(plan.inputs[0], 42, 2048)) == hash(draw(plan.inputs[0], 42, 2048)));
  CHECK(cache.draws() == 1);
}

TEST_CASE("a value that is not finite names the step, the share and the first inputs") {
  const Plan plan = plan_of({{"x", "choice(0: 1, 1: 3)"}, {"y", "4"}, {"z", "1..2"}},
                            {{"safe", "z + y"}, {"ratio", "y / x"}, {"after", "ratio * z"}});
  const Result<Evaluation> out = evaluate(plan, {4096, 1}, nullptr, "models/m.json");
  REQUIRE_FALSE(out);
  const Errors errors = out.errors();
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].code == "non-finite");
  CHECK(errors[0].path == "models/m.json/steps/ratio");
  CHECK(errors[0].message == "step 'ratio' is not a finite number for 25 % of the samples; first where x = 0, y = 4");
}

TEST_CASE("independent steps that are not finite are all reported") {
  const Plan plan = plan_of({{"x", "0"}, {"y", "uniform(-1, 1)"}}, {{"pole", "1 / x"}, {"root", "sqrt(y)"}});
  const Errors errors = evaluate(plan, {1024, 1}).errors();
  REQUIRE(errors.size() == 2);
  CHECK(errors[0].message == "step 'pole' is not a finite number for the values given: x = 0");
  CHECK(errors[1].path == "/steps/root");
  CHECK(errors[1].message.find("for 50 % of the samples; first where y = -0.") != std::string::npos);
}

TEST_CASE("what parts of a program report is, put together, what the whole reports") {
  const Plan plan = plan_of({{"x", "0"}, {"y", "uniform(-1, 1)"}, {"z", "2"}}, {{"pole", "1 / x"},
                                                                                {"sound", "z + 1"},
                                                                                {"twice", "pole * 2"},
                                                                                {"root", "sqrt(y)"},
                                                                                {"both", "twice + root"},
                                                                                {"depth", "sqrt(y - z)"},
                                                                                {"last", "both * z"}});
  const Options options{1024, 1};
  const Errors whole = evaluate(plan, options, nullptr, "m").errors();
  REQUIRE(whole.size() == 3);
  for (std::size_t at_once = 1; at_once <= plan.program.steps.size(); ++at_once) {
    INFO(at_once << " steps at a time");
    Errors of_parts;
    for (std::size_t first = 0; first < plan.program.steps.size(); first += at_once) {
      std::vector<std::string> steps;
      for (std::size_t s = first; s < std::min(first + at_once, plan.program.steps.size()); ++s)
        steps.push_back(plan.program.steps[s]);
      for (const Error& error : evaluate(prune(plan, steps), options, nullptr, "m").errors()) of_parts.push_back(error);
    }
    CHECK(merge_errors(plan.program, of_parts, "m") == whole);
  }
}

TEST_CASE("an error of no step stays, once") {
  const Plan plan = plan_of({{"x", "0"}}, {{"pole", "1 / x"}});
  const Error other{"samples-range", "m", "the number of samples is 1", ""};
  CHECK(merge_errors(plan.program, {other, other}, "m") == Errors{other});
}

TEST_CASE("the branch an if does not take may be anything") {
  const Plan plan = plan_of({{"x", "choice(0: 1, 2: 1)"}, {"zero", "0"}},
                            {{"guarded", "if(x > 0, 1 / x, 7)"}, {"fixed", "if(zero > 0, 1 / zero, 3)"}});
  const Result<Evaluation> out = evaluate(plan, {64, 1});
  REQUIRE(out);
  const Column x = draw(plan.inputs[0], 1, 64);
  for (std::size_t i = 0; i < 64; ++i) CHECK(out->steps[0].at(i) == (x.at(i) > 0 ? 0.5 : 7.0));
  CHECK(out->steps[1].values() == Values(1, 3.0));
}

TEST_CASE("samples and dimensions outside what is supported are refused") {
  Plan plan = plan_of({{"x", "1..2"}, {"p", "3"}}, {{"s", "x * p"}});
  CHECK(evaluate(plan, {1, 1}).errors().front().code == "samples-range");
  CHECK(evaluate(plan, {kMaxSamples + 1, 1}).errors().front().code == "samples-range");
  CHECK(evaluate(plan, {kMinSamples, 1}));
  plan.inputs[1].dimension = kSobolDimensions;  // a point is never drawn
  CHECK(evaluate(plan, {16, 1}));
  plan.inputs[0].dimension = kSobolDimensions;
  const Errors errors = evaluate(plan, {0, 1}).errors();
  REQUIRE(errors.size() == 2);
  CHECK(errors[1].code == "too-many-dimensions");
  CHECK(errors[1].path == "/inputs/x");
}

TEST_CASE("pruning a plan keeps the bits of the steps that stay") {
  const Plan plan = plan_of({{"unused", "1..2"}, {"a", "1..2"}, {"b", "3..4"}}, {{"s", "a * b"}, {"t", "s + unused"}});
  const Plan part = prune(plan, {"s"});
  REQUIRE(part.inputs.size() == 2);
  const Result<Evaluation> whole = evaluate(plan, {256, 3});
  const Result<Evaluation> pruned = evaluate(part, {256, 3});
  REQUIRE(whole);
  REQUIRE(pruned);
  CHECK(hash(whole->steps[0]) == hash(pruned->steps[0]));
  CHECK(inputs_read_by(plan.program, 0) == std::vector<char>{0, 1, 1});
  CHECK(inputs_read_by(plan.program, 1) == std::vector<char>{1, 1, 1});
  CHECK(input_index(plan.program, "b") == 2);
  CHECK(step_index(plan.program, "b") == kNoIndex);
}
