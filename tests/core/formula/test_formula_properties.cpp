#include <cmath>
#include <cstdio>
#include <random>

#include "support/formulas.hpp"

using namespace footing;
using footing::test::Names;

namespace {

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t n) { return engine_() % n; }

 private:
  std::mt19937 engine_;
};

/// The test's table with one base measured in a unit `scale` times as large.
UnitTableParts rescaled(std::size_t base, double scale) {
  UnitTableParts parts = test::unit_parts();
  const std::string old_unit = parts.bases[base].unit;
  BaseDef& def = parts.bases[base];
  UnitDef same{old_unit, "", def.aliases, def.prefixes};
  char number[40];
  std::snprintf(number, sizeof number, "%.17g", 1.0 / scale);
  def.unit = "new_" + old_unit;
  def.aliases.clear();
  def.prefixes.clear();
  def.customary.clear();
  same.is = std::string(number) + " " + def.unit;
  parts.units.insert(parts.units.begin(), same);
  return parts;
}

/// Value of a formula whose inputs and answer are in declared units, under some table.
double evaluate(const UnitTable& table, const std::string& text, const Names& names, const std::vector<double>& values,
                const std::string& answer) {
  const Result<Expression> tree = parse_formula(text, "f");
  REQUIRE(tree);
  const Unit wanted = test::unit(table, answer);
  const Result<CheckedFormula> formula = check_formula_as(*tree, table, test::lookup_in(table, names), wanted, "f");
  INFO(test::text_of(formula.errors()));
  REQUIRE(formula);
  ProgramBuilder builder;
  std::vector<double> coherent;
  for (const auto& [id, unit] : names) {
    coherent.push_back(values[coherent.size()] * test::unit(table, unit).factor);
    builder.add_input(id);
  }
  builder.add_step("answer", *formula);
  std::vector<double> steps;
  return run_scalar(std::move(builder).finish(), coherent, steps) / wanted.factor;
}

struct Example {
  const char* text;
  Names names;
  std::vector<double> values;  ///< in alphabetical order of the names
  const char* unit;
  double answer;  ///< by hand
};

const Example kExamples[] = {
    {"servers * power * load * pue",
     {{"load", "1"}, {"power", "kW_it/server"}, {"pue", "kWh_facility/kWh_it"}, {"servers", "server"}},
     {0.5, 6.5, 1.2, 1000},
     "MWh_facility/day",
     93.6},
    {"energy_it * (widen(wue, L) + pue * widen(ewif, L))",
     {{"energy_it", "kWh_it"},
      {"ewif", "L_offsite/kWh_facility"},
      {"pue", "kWh_facility/kWh_it"},
      {"wue", "L_onsite/kWh_it"}},
     {10, 3.1, 1.2, 0.5},
     "L",
     42.2},
    {"if(energy > 5 [MWh], sqrt(energy * 2 [MWh]), 1 [GWh])", {{"energy", "kWh"}}, {8000}, "kWh", 4000},
    {"ceil(work / rate, 1 [day])", {{"rate", "PFLOP/s"}, {"work", "EFLOP"}}, {2, 400}, "day", 3},
    {"money / energy + 0.1 [USD_2023/kWh]", {{"energy", "MWh"}, {"money", "USD_2023"}}, {3, 600}, "USD_2023/kWh", 0.3},
    {"max(co2 / distance, 40 [gCO2e/km]) * 1 [mi]",
     {{"co2", "tCO2e"}, {"distance", "km"}},
     {1, 20000},
     "gCO2e",
     80.4672},
    {"base * 2 ^ ((end - start) / 2 [year])",
     {{"base", "kWh"}, {"end", "date"}, {"start", "date"}},
     {3, 2030, 2024},
     "kWh",
     24},
};

}  // namespace

TEST_CASE("worked examples give the answers reckoned by hand") {
  for (const Example& example : kExamples) {
    INFO(example.text);
    CHECK(evaluate(test::units(), example.text, example.names, example.values, example.unit) ==
          Approx(example.answer).epsilon(1e-13));
  }
}

TEST_CASE("measuring a base in a larger or smaller unit changes no answer") {
  const std::size_t bases = test::unit_parts().bases.size() - 1;  // a currency's years go with its symbol
  for (std::size_t base = 0; base < bases; ++base) {
    for (const double scale : {1024.0, 0.37}) {
      Result<UnitTable> table = UnitTable::make(rescaled(base, scale), "units.json");
      INFO(test::text_of(table.errors()));
      REQUIRE(table);
      for (const Example& example : kExamples) {
        INFO(example.text << " with base " << base << " scaled by " << scale);
        CHECK(evaluate(*table, example.text, example.names, example.values, example.unit) ==
              Approx(example.answer).epsilon(1e-13));
      }
    }
  }
}

TEST_CASE("no text crashes the parser or the checker, and every refusal says something") {
  const UnitTable table = test::units();
  const Names names = {{"x", "kWh"}, {"it", "kWh_it"}, {"r", "1"}, {"day", "date"}};
  const UnitLookup lookup = test::lookup_in(table, names);
  const std::string pieces[] = {"x",
                                "it",
                                "r",
                                "day",
                                " + ",
                                " - ",
                                " * ",
                                " / ",
                                "^",
                                "(",
                                ")",
                                ",",
                                "1",
                                "2",
                                "24",
                                "1e9",
                                "0.5",
                                "[kWh]",
                                "[date]",
                                "[",
                                "]",
                                "if(",
                                "min(",
                                "max(",
                                "abs(",
                                "ceil(",
                                "floor(",
                                "exp(",
                                "log(",
                                "sqrt(",
                                "widen(",
                                ", kWh)",
                                " < ",
                                " == ",
                                "<=",
                                "-",
                                "unknown",
                                "\xE5",
                                "\n",
                                "1 [kWh_it]",
                                "widen(it, kWh)",
                                "(r)"};
  Random random(11);
  int parsed = 0;
  int accepted = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (std::size_t n = 1 + random.below(i % 3 == 0 ? 4 : 14); n > 0; --n) {
      if (i % 5 == 0) {
        text += static_cast<char>(random.below(256));
      } else {
        text += pieces[random.below(std::size(pieces))];
      }
    }
    const Result<Expression> tree = parse_formula(text, "f");
    Errors errors = tree.errors();
    if (tree) {
      ++parsed;
      const Result<CheckedFormula> formula = check_formula(*tree, table, lookup, "f");
      errors = formula.errors();
      if (formula) {
        ++accepted;
        ProgramBuilder builder;
        for (const auto& [id, unit] : names) builder.add_input(id);
        builder.add_step("p", *formula);
        std::vector<double> steps;
        (void)run_scalar(std::move(builder).finish(), {1, 2, 3, 4}, steps);
        REQUIRE(steps.size() == 1);
      } else {
        REQUIRE_FALSE(errors.empty());
      }
    }
    for (const Error& error : errors) {
      REQUIRE_FALSE(error.message.empty());
      REQUIRE(error.path.substr(0, 2) == "f:");
      REQUIRE(std::stoul(error.path.substr(2)) <= text.size());
    }
  }
  CHECK(parsed > 500);
  CHECK(accepted > 200);
}
