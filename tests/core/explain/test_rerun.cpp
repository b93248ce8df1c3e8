#include "explain/rerun.hpp"

#include <random>

#include "core/evaluate/plan_builder.hpp"
#include "footing/evaluate/evaluate.hpp"
#include "footing/evaluate/hash.hpp"

using namespace footing;
using footing::internal::rerun;
using footing::internal::Rerun;
using footing::test::plan_of;

TEST_CASE("what does not depend on a changed input is not computed again") {
  const Plan plan =
      plan_of({{"a", "1..2"}, {"b", "1..2"}, {"c", "1..2"}}, {{"s", "exp(a * b) * c + 2"}, {"t", "s / a"}});
  const Rerun by_c = rerun(plan.program, {0, 0, 1});
  REQUIRE(by_c.program.steps == plan.program.steps);
  // Inputs c, exp(a * b) and a; the constant; three operations.
  CHECK(by_c.sources.size() == 3);
  CHECK(by_c.program.code.size() == 7);
  for (const Instruction& one : by_c.program.code) CHECK(one.code != Instruction::Code::exp);
}

TEST_CASE("a rerun over earlier values has the bits of the whole program") {
  std::mt19937 random(7);
  using Code = Instruction::Code;
  const Code codes[] = {Code::add, Code::subtract, Code::multiply, Code::min, Code::choose, Code::less, Code::exp};
  constexpr std::size_t kSamples = 1100;
  for (int round = 0; round < 40; ++round) {
    Plan plan;
    const auto pick = [&random](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
    std::vector<Column> before, after;
    std::vector<char> changed(4, 0);
    changed[pick(4)] = true;
    for (std::uint32_t i = 0; i < 4; ++i) {
      plan.program.inputs.push_back("i" + std::to_string(i));
      plan.program.code.push_back({Code::input, i, 0, 0, 0});
      plan.inputs.push_back({test::distribution(i == 3 ? "2" : "uniform(-1, 2)"), static_cast<int>(i), 2.5});
      before.push_back(draw(plan.inputs[i], 9, kSamples));
      after.push_back(changed[i] ? draw({plan.inputs[i].distribution, 20, 2.5}, 9, kSamples) : before.back());
    }
    plan.program.code.push_back({Code::constant, 0, 0, 0, 0.75});
    for (int i = 0; i < 30; ++i) {
      const std::size_t n = plan.program.code.size();
      plan.program.code.push_back({codes[pick(std::size(codes))], pick(n), pick(n), pick(n), 0});
    }
    // Every value is a step, so that those which stay are at hand.
    for (std::uint32_t v = 0; v < plan.program.code.size(); ++v) {
      plan.program.steps.push_back("s" + std::to_string(v));
      plan.program.step_values.push_back(v);
      plan.step_factors.push_back(1.0);
    }
    const auto run = [&](const std::vector<Column>& columns) {
      std::vector<ColumnView> views;
      for (const Column& column : columns) views.push_back(view(column, 2.5));
      return run_columns(plan.program, views, plan.step_factors, kSamples);
    };
    const std::vector<Column> was = run(before), is = run(after);
    const Rerun again = rerun(plan.program, changed);
    std::vector<ColumnView> views;
    for (const Rerun::Source& source : again.sources) {
      views.push_back(source.value ? view(was[source.index], 1.0) : view(after[source.index], 2.5));
    }
    const std::vector<Column> found = run_columns(again.program, views, plan.step_factors, kSamples);
    REQUIRE(found.size() == is.size());
    for (std::size_t s = 0; s < is.size(); ++s) {
      INFO("round " << round << ", value " << s);
      CHECK(hash(found[s]) == hash(is[s]));
    }
  }
}
