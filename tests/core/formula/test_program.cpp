#include "footing/formula/program.hpp"

#include <cmath>
#include <cstring>

#include "formula/apply.hpp"
#include "support/formulas.hpp"

using namespace footing;
using footing::test::checked;
using footing::test::Names;
using footing::test::value_of;

namespace {

bool same_bits(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0; }

Program build(const Names& inputs, const std::vector<std::pair<std::string, std::string>>& steps, Names known = {}) {
  ProgramBuilder builder;
  for (const auto& [id, unit] : inputs) {
    builder.add_input(id);
    known[id] = unit;
  }
  for (const auto& [id, text] : steps) {
    const Result<CheckedFormula> formula = checked(text, known);
    INFO(test::text_of(formula.errors()));
    REQUIRE(formula);
    builder.add_step(id, *formula);
    known[id] = test::units().print(formula->unit.dimension);
  }
  return std::move(builder).finish();
}

std::vector<double> steps_of(const Program& program, const std::vector<double>& inputs) {
  std::vector<double> out;
  (void)run_scalar(program, inputs, out);
  return out;
}

}  // namespace

TEST_CASE("formulas give the values that arithmetic by hand gives") {
  CHECK(value_of("2 + 3 * 4") == 14);
  CHECK(value_of("(2 + 3) * 4") == 20);
  CHECK(value_of("20 - 5 - 3") == 12);
  CHECK(value_of("24 / 4 / 2") == 3);
  CHECK(value_of("24 / 4 * 2") == 12);
  CHECK(value_of("2 ^ 3 ^ 2") == Approx(512).epsilon(1e-14));
  CHECK(value_of("-3 ^ 2") == Approx(-9).epsilon(1e-14));
  CHECK(value_of("2 ^ -2") == Approx(0.25).epsilon(1e-14));
  CHECK(value_of("-2 - -3") == 1);
  CHECK(value_of("if(2 < 1, 10, 20)") == 20);
  CHECK(value_of("if(1 <= 1, 10, 20)") == 10);
  CHECK(value_of("if(1 != 1, 10, 20)") == 20);
  CHECK(value_of("if(2 >= 3, 1, if(3 == 3, 7, 8))") == 7);
  CHECK(value_of("1 > 2") == 0);
  CHECK(value_of("min(3, 1, 2) + 10 * max(3, 1, 2)") == 31);
  CHECK(value_of("min(4, 3, 2, 1)") == 1);
  CHECK(value_of("max(1, 2, 3, 4)") == 4);
  CHECK(value_of("abs(-4) + sqrt(9)") == 7);
  CHECK(value_of("exp(1)") == Approx(2.718281828459045).epsilon(1e-15));
  CHECK(value_of("log(10)") == Approx(2.302585092994046).epsilon(1e-15));
  CHECK(value_of("log2(8) + log10(1e3)") == Approx(6).epsilon(1e-15));
  CHECK(value_of("50 [%] * 4") == 2);
  CHECK(value_of("3 [kWh] / 1 [MWh]") == Approx(0.003).epsilon(1e-15));
}

TEST_CASE("an energy bill of a fleet comes out in coherent units") {
  // 3,617 servers of 6.5 kW at full load: 564,252 kWh a day, the published 564 MWh.
  const double joule_a_second =
      value_of("servers * power", {{"power", "kW_it/server"}, {"servers", "server"}}, {6500, 3617});
  CHECK(joule_a_second * 86400 / 3.6e6 == Approx(564252).epsilon(1e-12));
}

TEST_CASE("dates subtract to years of 365 days") {
  CHECK(value_of("2030 [date] - 2023 [date]") == 7 * 31536000.0);
  CHECK(value_of("2023 [date] + 2 [year]") == 2025 * 31536000.0);
  CHECK(value_of("2 ^ ((2030 [date] - 2023 [date]) / 3.5 [year])") == Approx(4).epsilon(1e-14));
}

TEST_CASE("rounding goes to multiples of the step and forgives the last bits") {
  CHECK(value_of("ceil(3616.2 [server], 1 [server])") == 3617);
  CHECK(value_of("ceil(3616.2 [server], 8 [server])") == 3616 + 8);
  CHECK(value_of("floor(3616.9 [server], 8 [server])") == 3616);
  CHECK(value_of("floor(-1.5, 1)") == -2);
  CHECK(value_of("ceil(-1.5, 1)") == -1);
  CHECK(value_of("floor(0.3, 0.1)") == Approx(0.3).epsilon(1e-15));
  CHECK(value_of("ceil(3617 * (1/3) * 3, 1)") == 3617);
  CHECK(value_of("ceil(3617 + 1e-9, 1)") == 3618);
  CHECK(value_of("floor(3617 - 1e-9, 1)") == 3616);
  CHECK(value_of("ceil(1e-300, 1)") == 1);
}

TEST_CASE("a value that does not exist is never hidden by a branch, min or max") {
  const Names x = {{"x", "1"}};
  CHECK(std::isnan(value_of("if(log(x) < 1, 1, 2)", x, {-1})));
  CHECK(std::isnan(value_of("min(1, log(x))", x, {-1})));
  CHECK(std::isnan(value_of("min(log(x), 1)", x, {-1})));
  CHECK(std::isnan(value_of("max(1, log(x))", x, {-1})));
  CHECK(std::isnan(value_of("max(log(x), 1)", x, {-1})));
  CHECK(std::isnan(value_of("sqrt(x) != 1", x, {-1})));
  CHECK(std::isnan(value_of("if(log(-1) < 1, 1, 2)")));
  CHECK(value_of("if(x > 0, log(x), 5)", x, {-1}) == 5);
}

TEST_CASE("equal subexpressions are computed once, across steps") {
  const Program program = build({{"a", "1"}, {"b", "1"}}, {{"p", "(a + b) * (a + b)"}, {"q", "(b + a) / 2"}});
  int sums = 0;
  for (const Instruction& instruction : program.code) sums += instruction.code == Instruction::Code::add ? 1 : 0;
  CHECK(sums == 1);
  CHECK(program.code.size() == 6);  // a, b, sum, product, 2, quotient
  CHECK(steps_of(program, {1, 2}) == std::vector<double>{9, 1.5});
}

TEST_CASE("operands that do not commute are not shared") {
  CHECK(steps_of(build({{"a", "1"}, {"b", "1"}}, {{"p", "a - b"}, {"q", "b - a"}, {"r", "a / b"}, {"s", "b / a"}}),
                 {1, 4}) == std::vector<double>{-3, 3, 0.25, 4});
  const Program zeros = build({{"a", "1"}}, {{"p", "a / 0"}, {"q", "a / -0"}});
  CHECK(steps_of(zeros, {1})[1] == -INFINITY);
}

TEST_CASE("constants fold, and products are not rearranged to fold more") {
  CHECK(build({}, {{"p", "2 * 3 + sqrt(16)"}}).code.back().number == 10);
  const Program kept = build({{"a", "1"}}, {{"p", "a * 3 * 5"}});
  int products = 0;
  for (const Instruction& instruction : kept.code) products += instruction.code == Instruction::Code::multiply ? 1 : 0;
  CHECK(products == 2);
}

TEST_CASE("folding a formula gives the bits of computing it") {
  const std::pair<const char*, const char*> formulas[] = {
      {"exp(0.7) * log(3.3) / log2(5.5)", "exp(a) * log(b) / log2(c)"},
      {"1.7 ^ 2.9 - sqrt(0.3)", "d ^ e - sqrt(f)"},
      {"(0.1 + 0.2) - 0.3", "(g + h) - f"},
      {"log10(1.7) * 3.3 / 0.7 ^ (1/3)", "log10(d) * b / a ^ (1/3)"},
      {"min(0.7, 3.3, 0.3) + max(0.1, -0.2) - abs(-5.5)", "min(a, b, f) + max(g, -h) - abs(-c)"},
      {"ceil(5.5, 0.3) + floor(5.5, 0.7)", "ceil(c, f) + floor(c, a)"},
      {"if(0.7 < 3.3, 0.1, 0.2) + if(0.7 >= 3.3, 0.1, 0.2)", "if(a < b, g, h) + if(a >= b, g, h)"},
  };
  const Names inputs = {{"a", "1"}, {"b", "1"}, {"c", "1"}, {"d", "1"}, {"e", "1"}, {"f", "1"}, {"g", "1"}, {"h", "1"}};
  const std::vector<double> values = {0.7, 3.3, 5.5, 1.7, 2.9, 0.3, 0.1, 0.2};
  for (const auto& [constant, variable] : formulas) {
    INFO(constant);
    const Program folded = build({}, {{"p", constant}});
    CHECK(folded.code.back().code == Instruction::Code::constant);
    CHECK(same_bits(steps_of(folded, {})[0], steps_of(build(inputs, {{"p", variable}}), values)[0]));
  }
}

TEST_CASE("a constant condition leaves its branch") {
  const Program program = build({{"a", "1"}}, {{"p", "if(1 < 2, a, log(-1))"}});
  CHECK(program.step_values[0] == 0);
  CHECK(steps_of(program, {6}) == std::vector<double>{6});
}

TEST_CASE("an alias is another name of a value") {
  ProgramBuilder builder;
  builder.add_input("energy");
  builder.add_alias("consumption", "energy");
  builder.add_step("twice", *checked("2 * consumption", {{"consumption", "kWh"}}));
  builder.add_alias("result", "twice");
  builder.add_step("four", *checked("2 * result", {{"result", "kWh"}}));
  const Program program = std::move(builder).finish();
  CHECK(program.inputs == std::vector<std::string>{"energy"});
  CHECK(steps_of(program, {5}) == std::vector<double>{10, 20});
}

TEST_CASE("pruning keeps the wanted steps with their bits and drops the rest") {
  const Program program = build({{"a", "1"}, {"b", "1"}, {"c", "1"}},
                                {{"p", "a * b"}, {"q", "c + 1"}, {"r", "if(p > c, p, 0)"}, {"s", "sqrt(c) * 0.1"}});
  const Program wanted = prune(program, {"s", "q", "unknown"});
  CHECK(wanted.inputs == std::vector<std::string>{"c"});
  CHECK(wanted.steps == std::vector<std::string>{"q", "s"});
  CHECK(wanted.code.size() == 6);  // c, 1, c + 1, sqrt, 0.1, product
  CHECK(same_bits(steps_of(wanted, {7})[1], steps_of(program, {2, 3, 7})[3]));
  const Program branch = prune(program, {"r"});
  CHECK(branch.inputs == std::vector<std::string>{"a", "b", "c"});
  CHECK(steps_of(branch, {2, 3, 5}) == std::vector<double>{6});
  CHECK(prune(program, {}).code.empty());
  CHECK(steps_of(prune(program, program.steps), {2, 3, 7}) == steps_of(program, {2, 3, 7}));
}

TEST_CASE("a program without steps gives no number, and a missing input shows as one") {
  std::vector<double> steps = {1, 2};
  CHECK(std::isnan(run_scalar(Program{}, {}, steps)));
  CHECK(steps.empty());
  CHECK(std::isnan(steps_of(build({{"a", "1"}}, {{"p", "a + 1"}}), {})[0]));
}
