#include "support/formulas.hpp"

using namespace footing;
using Catch::Contains;
using Catch::StartsWith;
using footing::test::checked;
using footing::test::checked_as;
using footing::test::Names;
using footing::test::text_of;
using footing::test::unit_of;

namespace {

const Names kWater = {{"energy_facility", "kWh_facility"},
                      {"energy_it", "kWh_it"},
                      {"wue", "L_onsite/kWh_it"},
                      {"ewif", "L_offsite/kWh_facility"},
                      {"pue", "kWh_facility/kWh_it"}};

const Names kPlain = {
    {"x", "kWh"},   {"y", "MWh"},  {"it", "kWh_it"},      {"site", "kWh_facility"},  {"ratio", "1"},
    {"d", "m"},     {"t", "year"}, {"servers", "server"}, {"power", "kW_it/server"}, {"start", "date"},
    {"end", "date"}};

std::string refusal(const std::string& text, const Names& names = kPlain) {
  return text_of(checked(text, names).errors());
}

}  // namespace

TEST_CASE("water of a site: PUE applied twice is refused, and the leftover is named") {
  const Errors errors = checked_as("energy_facility * (widen(wue, L) + pue * widen(ewif, L))", kWater, "L").errors();
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].code == "unit-mismatch");
  CHECK(errors[0].path == "f:0");
  CHECK_THAT(errors[0].message, Contains("declared is L") && Contains("only the kinds differ") &&
                                    Contains("leftover kWh_facility/kWh_it"));
  CHECK_THAT(errors[0].hint, Contains("widen"));
}

TEST_CASE("water of a site: the same formula with IT energy is accepted") {
  const Result<CheckedFormula> formula = checked_as("energy_it * (widen(wue, L) + pue * widen(ewif, L))", kWater, "L");
  INFO(text_of(formula.errors()));
  CHECK(formula);
}

TEST_CASE("units follow the operations") {
  CHECK(unit_of("servers * power", kPlain) == "kWh_it/h");
  CHECK(unit_of("servers * power * t", kPlain) == "kWh_it");
  CHECK(unit_of("x + y", kPlain) == "kWh");
  CHECK(unit_of("-x", kPlain) == "kWh");
  CHECK(unit_of("x / y", kPlain) == "1");
  CHECK(unit_of("site / it", kPlain) == "kWh_facility/kWh_it");
  CHECK(unit_of("x ^ 2 / x", kPlain) == "kWh");
  CHECK(unit_of("d ^ -1", kPlain) == "1/km");
  CHECK(unit_of("d ^ 0.5", kPlain) == "km^(1/2)");
  CHECK(unit_of("d ^ (1/3)", kPlain) == "km^(1/3)");
  CHECK(unit_of("d ^ (2 - 1/2)", kPlain) == "km^(3/2)");
  CHECK(unit_of("d ^ 0", kPlain) == "1");
  CHECK(unit_of("sqrt(d * d * x)", kPlain) == "kWh^(1/2)*km");
  CHECK(unit_of("min(x, y, 3 [J])", kPlain) == "kWh");
  CHECK(unit_of("abs(x - y)", kPlain) == "kWh");
  CHECK(unit_of("ceil(servers, 1 [server])", kPlain) == "server");
  CHECK(unit_of("exp(x / y) * t", kPlain) == "h");
  CHECK(unit_of("x < y", kPlain) == "boolean");
  CHECK(unit_of("if(x < y, it, 2 * it)", kPlain) == "kWh_it");
  CHECK(unit_of("ratio ^ (x / y)", kPlain) == "1");
  CHECK(unit_of("80 [GB/accelerator]", {}) == "GB/accelerator");
  CHECK(unit_of("widen(site / it, kWh)", kPlain) == "1");
  CHECK(unit_of("widen(site, kWh) + widen(it, J)", kPlain) == "kWh");
}

TEST_CASE("literals become coherent, widen leaves no trace, everything else stays") {
  const Result<CheckedFormula> formula = checked("widen(it * 2, kWh) + 3 [MWh]", kPlain);
  REQUIRE(formula);
  CHECK(formula->tree.op == Op::add);
  CHECK(formula->tree.args[0].op == Op::multiply);
  CHECK(formula->tree.args[1].value == 3 * 3.6e9);
  CHECK(formula->tree.args[1].text.empty());
  CHECK(formula->unit.factor == 1.0);
}

TEST_CASE("adding and comparing different things names both and the place of the second") {
  CHECK(refusal("x + d") == "unit-mismatch at f:4: In +, left side is kWh, right side is km.");
  CHECK(refusal("t * (x - d)") == "unit-mismatch at f:9: In -, left side is kWh, right side is km.");
  CHECK_THAT(refusal("x + it"), Contains("left side is kWh, right side is kWh_it") && Contains("leftover kWh/kWh_it"));
  CHECK_THAT(refusal("site - it"), StartsWith("unit-mismatch at f:7") && Contains("leftover kWh_facility/kWh_it"));
  for (const char* op : {"<", "<=", ">", ">=", "==", "!="}) {
    CHECK_THAT(refusal(std::string("site ") + op + " it"),
               StartsWith("unit-mismatch") && Contains("In " + std::string(op)));
  }
  CHECK_THAT(refusal("min(x, y, d)"), StartsWith("unit-mismatch at f:10: In min"));
  CHECK_THAT(refusal("max(x, it)"), StartsWith("unit-mismatch at f:7: In max"));
  CHECK_THAT(refusal("if(x < y, x, it)"), StartsWith("unit-mismatch at f:13: In if"));
  CHECK_THAT(refusal("ceil(x, 1 [server])"), StartsWith("unit-mismatch at f:8: In ceil"));
}

TEST_CASE("a number alone is dimensionless, zero too") {
  CHECK_THAT(refusal("max(x, 0)"), StartsWith("unit-mismatch at f:7") && Contains("right side is dimensionless"));
  CHECK(checked("max(x, 0)", kPlain).errors()[0].hint ==
        "A number alone is dimensionless; give it a unit in brackets: 1 [kWh].");
  CHECK_THAT(refusal("x > 0"), StartsWith("unit-mismatch at f:4"));
  CHECK(unit_of("1 + ratio", kPlain) == "1");
}

TEST_CASE("functions of numbers refuse quantities") {
  for (const char* function : {"exp", "log", "log2", "log10"}) {
    const std::string text = std::string(function) + "(x)";
    CHECK_THAT(refusal(text),
               StartsWith("not-dimensionless at f:" + std::to_string(text.size() - 2)) && Contains("it is kWh"));
  }
  CHECK_THAT(refusal("ratio ^ x"), StartsWith("not-dimensionless at f:8: An exponent"));
  CHECK_THAT(refusal("exp(site / it)"), Contains("it is kWh_facility/kWh_it"));
}

TEST_CASE("a quantity takes a constant fraction as exponent") {
  CHECK_THAT(refusal("d ^ ratio"), StartsWith("exponent-not-constant at f:4: The base is km"));
  CHECK_THAT(refusal("d ^ (1 + ratio)"), StartsWith("exponent-not-constant at f:5"));
  CHECK_THAT(refusal("d ^ 0.333"), StartsWith("exponent-not-constant at f:4"));
  CHECK_THAT(refusal("d ^ (1/0)"), StartsWith("exponent-not-constant"));
  CHECK_THAT(refusal("(d ^ 900) * (d ^ 900)"), StartsWith("exponent-range at f:1"));
}

TEST_CASE("rounding needs a step above zero") {
  CHECK_THAT(refusal("ceil(servers)"), StartsWith("step-missing at f:0: ceil needs"));
  CHECK(checked("floor(servers)", kPlain).errors()[0].hint == "Write floor(x, 1 [server]).");
  CHECK_THAT(refusal("floor(servers, 0 [server])"), StartsWith("step-missing at f:15"));
}

TEST_CASE("conditions are comparisons and comparisons are no numbers") {
  CHECK_THAT(refusal("if(ratio, x, y)"), StartsWith("condition-not-boolean at f:3"));
  CHECK_THAT(refusal("(x < y) + 1"), StartsWith("boolean-not-number at f:1"));
  CHECK_THAT(refusal("if(x < y, x < y, x)"), StartsWith("boolean-not-number at f:10"));
  CHECK_THAT(refusal("-(x < y)"), StartsWith("boolean-not-number at f:2"));
  CHECK_THAT(refusal("widen(it < it, kWh)"), StartsWith("boolean-not-number at f:6"));
  CHECK_THAT(refusal("(x < y) == (y < x)"),
             Contains("boolean-not-number at f:1") && Contains("boolean-not-number at f:12"));
  CHECK_THAT(text_of(checked_as("x < y", kPlain, "1").errors()), StartsWith("boolean-not-number at f:0"));
}

TEST_CASE("unknown names and units are named with what was probably meant") {
  const Errors errors = checked("servers * powr", kPlain).errors();
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].code == "unknown-name");
  CHECK(errors[0].path == "f:10");
  CHECK_THAT(errors[0].message, Contains("\"powr\""));
  CHECK(errors[0].hint == "Did you mean power?");
  CHECK_THAT(checked("x / day", kPlain).errors()[0].hint, Contains("1 [day]"));
  CHECK_THAT(refusal("x + 3 [kwh]"), StartsWith("unknown-unit at f:4") && Contains("\"kwh\""));
  CHECK_THAT(refusal("x + 3 [kWh/]"), StartsWith("unit-syntax at f:4"));
  CHECK_THAT(refusal("widen(it, kwh)"), StartsWith("unknown-unit at f:0"));
  CHECK_THAT(refusal("x * 1e308 [GWh]"), StartsWith("formula-syntax at f:4"));
}

TEST_CASE("widen in a formula refuses what it cannot do") {
  CHECK_THAT(refusal("x + widen(it, kW)"), StartsWith("widen-target at f:4"));
  CHECK_THAT(refusal("x + widen(x, kWh)"), StartsWith("widen-nothing at f:4"));
  CHECK_THAT(refusal("widen(it, L)"), StartsWith("widen-nothing at f:0"));
}

TEST_CASE("all mistakes of a formula are reported, each once") {
  const Errors errors = checked("(x + d) * foo + exp(t) * (site + it)", kPlain).errors();
  REQUIRE(errors.size() == 4);
  CHECK(errors[0].path == "f:5");
  CHECK(errors[1].path == "f:10");
  CHECK(errors[2].path == "f:20");
  CHECK(errors[3].path == "f:33");
  CHECK(checked("d + if(ratio, x, y)", kPlain).errors().size() == 1);
  CHECK(checked("if(foo < bar, x, 1) + d", kPlain).errors().size() == 3);
}

TEST_CASE("a formula of another unit than declared names both and what is left over") {
  CHECK_THAT(text_of(checked_as("x * t", kPlain, "kWh").errors()),
             StartsWith("unit-mismatch at f:0: The formula gives kWh*h, declared is kWh; leftover h."));
  CHECK_THAT(text_of(checked_as("x", kPlain, "L").errors()), Contains("gives kWh, declared is L."));
  CHECK_THAT(text_of(checked_as("x", kPlain, "kWh_it").errors()), Contains("leftover kWh/kWh_it"));
  CHECK_THAT(text_of(checked_as("t", kPlain, "date").errors()), Contains("gives h, declared is a date."));
  CHECK_THAT(text_of(checked_as("start", kPlain, "year").errors()), Contains("gives a date, declared is h."));
  CHECK(checked_as("x", kPlain, "GWh"));
}

TEST_CASE("dates: a difference is a duration, a duration moves a date") {
  CHECK(unit_of("end - start", kPlain) == "h");
  CHECK(unit_of("start + t", kPlain) == "date h");
  CHECK(unit_of("t + start", kPlain) == "date h");
  CHECK(unit_of("start - t", kPlain) == "date h");
  CHECK(unit_of("start < 2030 [date]", kPlain) == "boolean");
  CHECK(unit_of("max(start, end) - min(start, end)", kPlain) == "h");
  CHECK(unit_of("if(start < end, start, end)", kPlain) == "date h");
  CHECK(checked_as("start + 2 [year]", kPlain, "date"));
}

TEST_CASE("dates: everything else is refused") {
  for (const char* text : {"start + end", "t - start", "start * 2", "start / end", "-start", "start ^ 2", "abs(start)",
                           "sqrt(start)", "exp(start)", "start + 1", "start + x", "start < t", "min(start, t)",
                           "if(x < y, start, t)", "ceil(start, 1 [year])", "start - x"}) {
    INFO(text);
    CHECK_THAT(refusal(text), StartsWith("date-arithmetic at f:"));
  }
}

TEST_CASE("a number that converts units by hand is warned of, with the units to write") {
  const auto warnings = [](const std::string& text) {
    const Result<CheckedFormula> formula = checked(text, kPlain);
    REQUIRE(formula);
    return formula->warnings;
  };
  for (const char* number : {"24", "60", "365", "366", "3600", "8760", "86400", "1000", "1e6", "1e9", "1e3", "24.0"}) {
    INFO(number);
    CHECK(warnings("x * " + std::string(number)).size() == 1);
    CHECK(warnings(std::string(number) + " / x").size() == 1);
  }
  const Errors two = warnings("x / (24 * 365)");
  REQUIRE(two.size() == 2);
  CHECK(two[0].code == "bare-factor");
  CHECK(two[0].path == "f:5");
  CHECK(two[1].path == "f:10");
  CHECK_THAT(two[0].hint, Contains("[h] and [day]") && Contains("convert"));
  CHECK(warnings("x * 25").empty());
  CHECK(warnings("ratio + 24").empty());
  CHECK(warnings("24 [h] * x").empty());
  CHECK(warnings("1000 [server] * x").empty());
}
