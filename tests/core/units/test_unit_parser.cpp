#include "support/units.hpp"

using namespace footing;
using footing::test::text_of;
using footing::test::unit;

namespace {
const std::string kPath = "models/x.json#/inputs/a/unit";

Dimension dim(const std::string& text) { return unit(test::units(), text).dimension; }
}  // namespace

TEST_CASE("a unit may carry a prefix, a kind, or both") {
  const UnitTable table = test::units();
  CHECK(unit(table, "kWh_facility").factor == 3.6e6);
  CHECK(unit(table, "kWh_facility").dimension == Dimension{{"energy", "facility", {1, 1}}});
  CHECK(unit(table, "mL_onsite").dimension == Dimension{{"volume", "onsite", {1, 1}}});
  CHECK(unit(table, "mL_onsite").factor == 1e-3);
  CHECK(unit(table, "tCO2e").factor == 1e6);
  CHECK(unit(table, "tCO2e").dimension == Dimension{{"mass", "CO2e", {1, 1}}});
  CHECK(unit(table, "lbCO2e").factor == 453.59237);
  CHECK(unit(table, "kgCO2").dimension == Dimension{{"mass", "CO2", {1, 1}}});
  CHECK(unit(table, "gCO2e_location").dimension == Dimension{{"mass", "CO2e_location", {1, 1}}});
}

TEST_CASE("a kind goes onto every unit that contains its base") {
  CHECK(dim("MW_facility") == Dimension{{"energy", "facility", {1, 1}}, {"time", "", {-1, 1}}});
  CHECK(dim("kW_it/server") == Dimension{{"energy", "it", {1, 1}}, {"server", "", {-1, 1}}, {"time", "", {-1, 1}}});
}

TEST_CASE("money carries any year of four digits") {
  const UnitTable table = test::units();
  CHECK(unit(table, "USD_2023").dimension == Dimension{{"usd", "2023", {1, 1}}});
  CHECK(unit(table, "MUSD_1999").factor == 1e6);
  CHECK_FALSE(same_kind(unit(table, "USD_2023"), unit(table, "USD_2024")));
  CHECK_FALSE(table.parse("USD_23", kPath));
  CHECK_FALSE(table.parse("USD_20233", kPath));
  CHECK_FALSE(table.parse("kWh_2023", kPath));
}

TEST_CASE("products and quotients are read from left to right") {
  const UnitTable table = test::units();
  CHECK(same_kind(unit(table, "kWh/(household*year)"), unit(table, "kWh/household/year")));
  CHECK(same_kind(unit(table, "kWh/household*year"), unit(table, "kWh*year/household")));
  CHECK(unit(table, " kWh / ( household * year ) ").factor == unit(table, "kWh/(household*year)").factor);
  CHECK(unit(table, "1/year").dimension == Dimension{{"time", "", {-1, 1}}});
  CHECK(unit(table, "1").dimension.empty());
  CHECK(unit(table, "%").factor == 0.01);
}

TEST_CASE("exponents are whole numbers or bracketed fractions") {
  const UnitTable table = test::units();
  CHECK(unit(table, "km^2").factor == 1e6);
  CHECK(unit(table, "s^-2").dimension == Dimension{{"time", "", {-2, 1}}});
  CHECK(unit(table, "m^(1/2)").dimension == Dimension{{"length", "", {1, 2}}});
  CHECK(unit(table, "m^(-4/2)").dimension == Dimension{{"length", "", {-2, 1}}});
  CHECK(unit(table, "(kWh/day)^2").dimension == Dimension{{"energy", "", {2, 1}}, {"time", "", {-2, 1}}});
}

TEST_CASE("an unknown unit is named, with the one that was probably meant") {
  const UnitTable table = test::units();
  const auto refused = [&](const std::string& text, const std::string& token, const std::string& meant) {
    const Errors errors = table.parse(text, kPath).errors();
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].code == "unknown-unit");
    CHECK(errors[0].path == kPath);
    CHECK(errors[0].message.find("\"" + token + "\"") != std::string::npos);
    CHECK(errors[0].hint == "Did you mean " + meant + "?");
  };
  refused("gCO2e/kwh", "kwh", "kWh");
  refused("kWh_IT", "kWh_IT", "kWh_it");
  refused("MWh_facilty/day", "MWh_facilty", "MWh_facility");
  refused("houshold", "houshold", "household");
}

TEST_CASE("a kind of another base is no unit") {
  const UnitTable table = test::units();
  CHECK(table.parse("L_it", kPath).errors()[0].code == "unknown-unit");
  CHECK(table.parse("kWhCO2e", kPath).errors()[0].code == "unknown-unit");
  CHECK(table.parse("server_it", kPath).errors()[0].code == "unknown-unit");
}

TEST_CASE("what breaks the grammar of units is refused with its place") {
  const UnitTable table = test::units();
  const auto refused = [&](const std::string& text, const std::string& part) {
    INFO(text);
    const Errors errors = table.parse(text, kPath).errors();
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].code == "unit-syntax");
    CHECK(errors[0].path == kPath);
    CHECK_THAT(errors[0].message, Catch::Contains(part));
  };
  refused("", "a unit is expected at character 1");
  refused("kWh/", "a unit is expected at character 5, not the end");
  refused("kWh h", "expected at character 5, not \"h\"");
  refused("kWh//h", "character 5");
  refused("(kWh", "* or / or ) is expected at character 5");
  refused("kWh)", "character 4");
  refused("2 kWh", "a unit is expected at character 1");
  refused("kWh^x", "a whole number is expected at character 5");
  refused("kWh^", "a whole number");
  refused("m^(1/0)", "not a fraction");
  refused("m^99999999999999999999", "not a fraction");
  refused("((m^999)^999)^999", "beyond all bounds");
  refused("km^999", "beyond all bounds");
  refused("µL", "a unit is expected at character 1");
  refused(std::string(40, '(') + "m" + std::string(40, ')'), "nests");
  refused(std::string(5000, 'm'), "at most 256 characters");
}

TEST_CASE("a date stands alone") {
  const UnitTable table = test::units();
  CHECK(unit(table, "date").date);
  CHECK(unit(table, "(date)").date);
  CHECK(unit(table, "date").factor == 31536000.0);
  CHECK_FALSE(unit(table, "year").date);
  for (const char* text : {"kWh/date", "date*1", "date/date", "date^2", "1/date"}) {
    INFO(text);
    CHECK(table.parse(text, kPath).errors().at(0).code == "date-arithmetic");
  }
}
