#include "footing/units/unit_table.hpp"

#include "footing/units/mismatch.hpp"
#include "support/units.hpp"

using namespace footing;
using footing::test::text_of;
using footing::test::unit;

namespace {

const std::string kPath = "test";

double convert(const std::string& from, const std::string& to) {
  const UnitTable table = test::units();
  const Result<double> factor = conversion(table, unit(table, from), unit(table, to), kPath);
  INFO(text_of(factor.errors()));
  REQUIRE(factor);
  return *factor;
}

std::string refusal(const std::string& from, const std::string& to) {
  const UnitTable table = test::units();
  return text_of(conversion(table, unit(table, from), unit(table, to), kPath).errors());
}

Errors definition_errors(const UnitTableParts& parts) { return UnitTable::make(parts, "units.json").errors(); }

}  // namespace

TEST_CASE("conversions agree with NIST SP 811, appendix B.8") {
  CHECK(convert("kWh", "J") == 3.6e6);
  CHECK(convert("Wh", "J") == 3600.0);
  CHECK(convert("day", "s") == 8.64e4);
  CHECK(convert("year", "s") == 3.1536e7);  // year (365 days)
  CHECK(convert("h", "min") == 60.0);
  CHECK(convert("lb", "kg") == Approx(0.45359237).epsilon(1e-15));
  CHECK(convert("gal", "L") == 3.785411784);
  CHECK(convert("gal", "m3") == Approx(3.785412e-3).epsilon(2e-7));
  CHECK(convert("mi", "km") == Approx(1.609344).epsilon(1e-15));
  CHECK(convert("t", "kg") == 1e3);
}

TEST_CASE("conversions that the field makes by hand come out") {
  CHECK(convert("year", "h") == 8760.0);
  CHECK(convert("MW", "kWh/day") == Approx(24000.0).epsilon(1e-15));
  CHECK(convert("kW", "MWh/year") == Approx(8.76).epsilon(1e-15));
  CHECK(convert("gCO2e/kWh", "tCO2e/GWh") == Approx(1.0).epsilon(1e-15));
  CHECK(convert("lbCO2e/MWh", "gCO2e/kWh") == Approx(0.45359237).epsilon(1e-15));
  CHECK(convert("PFLOP/s*day", "FLOP") == Approx(8.64e19).epsilon(1e-15));
  CHECK(convert("L/kWh", "mL/Wh") == Approx(1.0).epsilon(1e-15));
  CHECK(convert("GB/s", "kbit/s") == Approx(8e6).epsilon(1e-15));
  CHECK(convert("kWh", "MWh") == 1e-3);
  CHECK(convert("1", "%") == 100.0);
}

TEST_CASE("a conversion between kinds is refused and names what is left over") {
  CHECK_THAT(refusal("kWh_facility", "MWh_it"),
             Catch::Contains("unit-mismatch at test: kWh_facility cannot be converted to kWh_it") &&
                 Catch::Contains("leftover kWh_facility/kWh_it"));
  CHECK_THAT(refusal("kWh", "kWh_it"), Catch::Contains("leftover kWh/kWh_it"));
  CHECK_THAT(refusal("gCO2e_market/kWh", "gCO2e_location/kWh"),
             Catch::Contains("leftover kgCO2e_market/kgCO2e_location"));
  CHECK_THAT(refusal("USD_2023", "USD_2024"), Catch::Contains("leftover USD_2023/USD_2024"));
}

TEST_CASE("a conversion between dimensions names both and no leftover") {
  CHECK_THAT(refusal("kWh", "L"), Catch::Contains("kWh cannot be converted to L.") && !Catch::Contains("leftover"));
  CHECK_THAT(refusal("kW", "kWh"), !Catch::Contains("leftover"));
  CHECK_THAT(refusal("date", "year"), Catch::Contains("a date cannot be converted to h"));
  CHECK(convert("date", "date") == 1.0);
}

TEST_CASE("widen drops the kinds of one base and leaves the others") {
  const UnitTable table = test::units();
  const auto widened = [&](const std::string& x, const std::string& target) {
    const Result<Unit> wide = table.widen(unit(table, x), unit(table, target), kPath);
    return wide ? table.name(wide->dimension) : text_of(wide.errors());
  };
  CHECK(widened("L_onsite/kWh_it", "L") == "L/kWh_it");
  CHECK(widened("L_onsite/kWh_it", "kWh") == "L_onsite/kWh");
  CHECK(widened("L_onsite/kWh_it", "MWh") == "L_onsite/kWh");
  CHECK(widened("kWh_facility/kWh_it", "kWh") == "1");
  CHECK(widened("kWh*kWh_it", "kWh") == "kWh^2");
  CHECK(widened("USD_2023/kWh", "USD") == "USD/kWh");
  CHECK(widened("s^(1/2)*kWh_it^-2", "J") == "h^(1/2)/kWh^2");
}

TEST_CASE("widen climbs the tree of kinds as far as its target and no farther") {
  const UnitTable table = test::units();
  const auto widened = [&](const std::string& x, const std::string& target) {
    const Result<Unit> wide = table.widen(unit(table, x), unit(table, target), kPath);
    return wide ? table.name(wide->dimension) : wide.errors()[0].code;
  };
  CHECK(widened("gCO2e_location", "gCO2e") == "kgCO2e");
  CHECK(widened("gCO2e_market/gCO2e_location", "gCO2e") == "1");
  CHECK(widened("gCO2e_location", "g") == "kg");
  CHECK(widened("gCO2", "g") == "kg");
  CHECK(widened("gCO2*gCO2e_market", "gCO2e") == "kgCO2*kgCO2e");
  CHECK(widened("gCO2", "gCO2e") == "widen-nothing");
  CHECK(widened("gCO2e", "gCO2e_location") == "widen-nothing");
  CHECK(widened("gCO2e", "gCO2e") == "widen-nothing");
}

TEST_CASE("widen refuses a target that is not one base, or that changes nothing") {
  const UnitTable table = test::units();
  const auto refused = [&](const std::string& x, const std::string& target) {
    return text_of(table.widen(unit(table, x), unit(table, target), "m:7").errors());
  };
  CHECK_THAT(refused("kWh_it", "MW"), Catch::StartsWith("widen-target at m:7") && Catch::Contains("kWh/h"));
  CHECK_THAT(refused("kWh_it", "kWh^2"), Catch::StartsWith("widen-target"));
  CHECK_THAT(refused("kWh_it", "1"), Catch::StartsWith("widen-target"));
  CHECK_THAT(refused("kWh_it", "date"), Catch::StartsWith("widen-target"));
  CHECK_THAT(refused("kWh_it", "L"), Catch::StartsWith("widen-nothing at m:7") && Catch::Contains("kWh_it"));
  CHECK_THAT(refused("kWh", "kWh"), Catch::StartsWith("widen-nothing"));
}

TEST_CASE("a dimension is printed in coherent units and named in customary ones") {
  const UnitTable table = test::units();
  const auto both = [&](const std::string& text) {
    const Dimension dimension = unit(table, text).dimension;
    return table.print(dimension) + " = " + table.name(dimension);
  };
  CHECK(both("kWh_facility/kWh_it") == "J_facility/J_it = kWh_facility/kWh_it");
  CHECK(both("1") == "1 = 1");
  CHECK(both("1/year") == "1/s = 1/h");
  CHECK(both("kWh/(household*year)") == "J/(household*s) = kWh/(household*h)");
  CHECK(both("m^(1/2)/s^2") == "m^(1/2)/s^2 = km^(1/2)/h^2");
  CHECK(both("tCO2e*USD_2023") == "gCO2e*USD_2023 = kgCO2e*USD_2023");
}

TEST_CASE("a table that contradicts itself is refused at the place of the mistake") {
  const auto first = [](const UnitTableParts& parts) {
    const Errors errors = definition_errors(parts);
    REQUIRE_FALSE(errors.empty());
    for (const Error& error : errors) CHECK(error.code == "unit-definition");
    return errors[0].path + " " + errors[0].message;
  };
  using Catch::Contains;
  using Catch::StartsWith;
  UnitTableParts parts = test::unit_parts();
  parts.bases[1].prefixes.push_back("q");
  CHECK_THAT(first(parts), StartsWith("units.json#/bases/1/prefixes/1 ") && Contains("\"q\""));

  parts = test::unit_parts();
  parts.units.push_back({"hh", "3 nothing", {}, {}});
  CHECK_THAT(first(parts), StartsWith("units.json#/units/14/is ") && Contains("nothing"));

  parts = test::unit_parts();
  parts.units.push_back({"aa", "2 bb", {}, {}});
  parts.units.push_back({"bb", "0.5 aa", {}, {}});
  CHECK_THAT(first(parts), StartsWith("units.json#/units/14/is ") && Contains("defined before it"));

  for (const char* is : {"", "x", "0 s", "-1 s", "inf s", "1e400 s", "s", "2 s s"}) {
    INFO(is);
    parts = test::unit_parts();
    parts.units.push_back({"aa", is, {}, {}});
    CHECK_THAT(first(parts), StartsWith("units.json#/units/14/is "));
  }

  parts = test::unit_parts();
  parts.bases[0].kinds[1].under = "site";
  CHECK_THAT(first(parts), StartsWith("units.json#/bases/0/kinds/1/under ") && Contains("\"site\""));

  parts = test::unit_parts();
  parts.bases[0].kinds[0].under = "facility";
  parts.bases[0].kinds[1].under = "it";
  CHECK_THAT(first(parts), StartsWith("units.json#/bases/0/kinds/0/under ") && Contains("under itself"));

  parts = test::unit_parts();
  parts.bases[0].customary = "L";
  CHECK_THAT(first(parts), StartsWith("units.json#/bases/0/customary "));

  parts = test::unit_parts();
  parts.prefixes[0].factor = 0;
  CHECK_THAT(first(parts), StartsWith("units.json#/prefixes/0/factor "));

  parts = test::unit_parts();
  parts.bases[2].unit = "3g";
  CHECK_THAT(first(parts), StartsWith("units.json#/bases/2/unit "));

  parts = test::unit_parts();
  parts.bases[2].id = "energy";
  CHECK_THAT(first(parts), StartsWith("units.json#/bases/2/id "));

  parts = test::unit_parts();
  parts.units[5].prefixes = {"k"};
  CHECK_THAT(first(parts), StartsWith("units.json#/units/5/prefixes/0 ") && Contains("kdate"));
}

TEST_CASE("a text with two readings is refused when the table is made") {
  UnitTableParts parts = test::unit_parts();
  parts.units.push_back({"in", "25.4 mm", {}, {"m"}});  // milli-inch against minute
  Errors errors = definition_errors(parts);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].path == "units.json#/units/14/prefixes/0");
  CHECK_THAT(errors[0].message, Catch::Contains("\"min\""));

  parts = test::unit_parts();
  parts.units.push_back({"kWh_it", "1 J", {}, {}});  // a symbol against a symbol with a kind
  errors = definition_errors(parts);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].path == "units.json#/units/14/id");

  parts = test::unit_parts();
  parts.units.push_back({"USD_2020", "1 J", {}, {}});
  CHECK(definition_errors(parts).size() == 1);
}

TEST_CASE("a text that a kind suffix would give a second reading is refused") {
  UnitTableParts parts = test::unit_parts();
  parts.units.push_back({"foo_it", "1 s", {}, {}});
  parts.units.push_back({"foo", "2 J", {}, {}});
  const Errors errors = definition_errors(parts);
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].path == "units.json#/units/15/id");
  CHECK_THAT(errors[0].message, Catch::Contains("\"foo_it\""));

  parts = test::unit_parts();
  parts.bases.back().kinds = {{"real", "", "_2020"}};
  CHECK(definition_errors(parts).at(0).path == "units.json#/bases/12/kinds/0/suffix");
}

TEST_CASE("kinds may lie under one another to any depth, in any order of definition") {
  UnitTableParts parts = test::unit_parts();
  parts.bases[0].kinds = {{"a", "b", "_a"}, {"b", "c", "_b"}, {"c", "d", "_c"}, {"d", "", "_d"}};
  const Result<UnitTable> table = UnitTable::make(parts, "units.json");
  REQUIRE(table);
  const auto widened = [&](const std::string& x, const std::string& target) {
    const Result<Unit> wide = table->widen(unit(*table, x), unit(*table, target), kPath);
    return wide ? table->name(wide->dimension) : wide.errors()[0].code;
  };
  CHECK(widened("J_a", "J_d") == "kWh_d");
  CHECK(widened("J_a", "J") == "kWh");
  CHECK(widened("J_c", "J_a") == "widen-nothing");
  CHECK(widened("J", "J_a") == "widen-nothing");
}

TEST_CASE("all mistakes of a table are reported together") {
  UnitTableParts parts = test::unit_parts();
  parts.bases[0].kinds[1].under = "site";
  parts.units.push_back({"aa", "2 nothing", {}, {"q"}});
  parts.units.push_back({"h", "2 s", {}, {}});
  parts.bases[3].customary = "kg";
  CHECK(definition_errors(parts).size() == 4);
}

TEST_CASE("an empty table knows 1 alone") {
  const UnitTable table;
  CHECK(table.parse("1", kPath));
  CHECK(table.parse("1/1", kPath));
  CHECK(table.parse("kWh", kPath).errors().at(0).code == "unknown-unit");
}
