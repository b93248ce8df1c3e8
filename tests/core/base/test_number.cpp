#include "footing/base/number.hpp"

#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"

using footing::number_length;
using footing::parse_number;
using footing::shortest;

TEST_CASE("numbers in JSON's grammar are read") {
  const std::vector<std::pair<std::string, double>> cases = {
      {"0", 0},
      {"-0", 0},
      {"7", 7},
      {"1.2", 1.2},
      {"-3e5", -3e5},
      {"0.5", 0.5},
      {"1E3", 1000},
      {"1e+3", 1000},
      {"2.5e-3", 0.0025},
      {"123456789012345678901234567890", 123456789012345678901234567890.0},
      {"1.7976931348623157e308", std::numeric_limits<double>::max()},
      {"4.9e-324", 5e-324},
      {"1e-400", 0}};
  for (const auto& [text, value] : cases) {
    INFO(text);
    REQUIRE(parse_number(text));
    CHECK(*parse_number(text) == value);
  }
}

TEST_CASE("numbers are rounded correctly, however many digits they have") {
  CHECK(*parse_number("9007199254740993") == 9007199254740992.0);
  CHECK(*parse_number("9007199254740992.999999999999999999999") == 9007199254740992.0);
  CHECK(*parse_number("9007199254740993.000000000000000000001") == 9007199254740994.0);
  CHECK(*parse_number("0." + std::string(400, '0') + "1e401") == 1.0);
  CHECK(*parse_number("1" + std::string(400, '0') + "e-400") == 1.0);
}

TEST_CASE("what is not one decimal number is refused") {
  for (const char* text :
       {"",     "-",   "+1",  ".5",       "5.", "1.2.3", "1e",    "1e+",   "--1",   "01",     "-007",
        "0x10", "nan", "inf", "Infinity", " 1", "1 ",    "1,000", "1_000", "1e400", "-1e400", "\xEF\xBC\x91"}) {
    INFO(text);
    CHECK_FALSE(parse_number(text));
  }
  CHECK_FALSE(parse_number(std::string_view("1\0", 2)));
}

TEST_CASE("the number at the start of a text ends where its grammar does") {
  CHECK(number_length("2000..6000") == 4);
  CHECK(number_length("5 eV") == 1);
  CHECK(number_length("5eV") == 1);
  CHECK(number_length("1e5kWh") == 3);
  CHECK(number_length("007") == 1);
  CHECK(number_length("-1.5e-3/day") == 7);
  CHECK(number_length("kWh") == 0);
  CHECK(number_length("-") == 0);
}

TEST_CASE("shortest prints what JavaScript prints") {
  // Right-hand sides are String(x) of Node 20.
  const std::vector<std::pair<double, std::string>> cases = {
      {0.0, "0"},
      {-0.0, "0"},
      {1.0, "1"},
      {-1.5, "-1.5"},
      {0.1, "0.1"},
      {0.1 + 0.2, "0.30000000000000004"},
      {1e21, "1e+21"},
      {1e20, "100000000000000000000"},
      {123456789012345680000.0, "123456789012345680000"},
      {1e-6, "0.000001"},
      {1e-7, "1e-7"},
      {1.5e-7, "1.5e-7"},
      {123e-20, "1.23e-18"},
      {-1e300, "-1e+300"},
      {0.000085, "0.000085"},
      {500000.0, "500000"},
      {1.0 / 3.0, "0.3333333333333333"},
      {5e-324, "5e-324"},
      {1.7976931348623157e308, "1.7976931348623157e+308"},
      {2.2250738585072014e-308, "2.2250738585072014e-308"},
      // Powers of two, where the shortest decimal that reads back is not the nearest of its length.
      {0x1p-1017, "7.120236347223045e-307"},
      {0x1p-44, "5.684341886080802e-14"},
      {0x1p-24, "5.960464477539063e-8"},
      {9007199254740993.0, "9007199254740992"},
      {4.35, "4.35"},
      {1e23, "1e+23"},
      {9.5e-3, "0.0095"},
      {std::numeric_limits<double>::infinity(), "Infinity"},
      {-std::numeric_limits<double>::infinity(), "-Infinity"},
      {std::numeric_limits<double>::quiet_NaN(), "NaN"}};
  for (const auto& [value, text] : cases) CHECK(shortest(value) == text);
}

TEST_CASE("shortest and parse_number are inverses for doubles of every magnitude") {
  std::uint64_t state = 7;
  for (int i = 0; i < 20000; ++i) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    const double value = (1.0 + static_cast<double>(state >> 12) * 0x1p-52);
    double scaled = value;
    for (int k = i % 600 - 300; k != 0; k += k < 0 ? 1 : -1) scaled *= k < 0 ? 0.1 : 10.0;
    REQUIRE(parse_number(shortest(scaled)) == scaled);
  }
}
