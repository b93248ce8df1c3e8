#include "footing/base/number.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
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

namespace {

/// Numbers of all sizes from a fixed generator: any bits, or of everyday size.
class Numbers {
 public:
  double next() {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    std::uint64_t bits = state_ ^ (state_ >> 29);
    switch (++count_ % 5) {
      case 0:
        bits = (bits & 0x800fffffffffffffu) | ((bits >> 52) % 120 + 963) << 52;
        break;
      case 1:
        bits &= 0xfff0000000000000u;  // powers of two
        break;
      case 2:
        bits &= 0x800fffffffffffffu;  // subnormal
        break;
      default:
        break;
    }
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return std::isfinite(value) ? value : 1.0;
  }
  std::uint64_t state() const { return state_; }

 private:
  std::uint64_t state_ = 1;
  int count_ = 0;
};

}  // namespace

TEST_CASE("every double survives the way through its shortest text, and no shorter text brings it back") {
  Numbers numbers;
  for (int i = 0; i < 20000; ++i) {
    const double value = numbers.next();
    const std::string text = shortest(value);
    INFO(text);
    REQUIRE(parse_number(text));
    REQUIRE(*parse_number(text) == value);
    REQUIRE(std::strtod(text.c_str(), nullptr) == value);
    int digits = 1;
    char buffer[40];
    for (; digits < 17; ++digits) {
      std::snprintf(buffer, sizeof buffer, "%.*e", digits - 1, value);
      if (std::strtod(buffer, nullptr) == value) break;
    }
    const auto mantissa = text.substr(0, text.find('e'));
    std::string written;
    for (const char c : mantissa) {
      if (c >= '0' && c <= '9') written += c;
    }
    written.erase(0, written.find_first_not_of('0'));
    while (!written.empty() && written.back() == '0') written.pop_back();
    REQUIRE(static_cast<int>(written.size()) <= digits);
  }
}

TEST_CASE("decimals of any length are rounded as the C library rounds them, ties included") {
  Numbers numbers;
  for (int i = 0; i < 4000; ++i) {
    const double value = numbers.next();
    // The exact decimal of the middle between two doubles, cut or not.
    char buffer[900];
    const double other = std::nextafter(value, i % 2 == 0 ? 1e308 : -1e308);
    std::snprintf(buffer, sizeof buffer, "%.*e", static_cast<int>(numbers.state() >> 55), value / 2 + other / 2);
    INFO(buffer);
    REQUIRE(parse_number(buffer));
    REQUIRE(*parse_number(buffer) == std::strtod(buffer, nullptr));
  }
}

TEST_CASE("a tie of hundreds of digits goes to the even double, unless a digit far behind says otherwise") {
  // 2^-1075, half the least positive double, is 5^1075 / 10^1075: exactly between 0 and that double.
  std::string digits = "1";
  for (int power = 0; power < 1075; ++power) {
    int carry = 0;
    for (std::size_t at = digits.size(); at-- > 0;) {
      carry += (digits[at] - '0') * 5;
      digits[at] = static_cast<char>('0' + carry % 10);
      carry /= 10;
    }
    if (carry != 0) digits.insert(0, 1, static_cast<char>('0' + carry));
  }
  REQUIRE(digits.size() == 752);
  const double least = std::numeric_limits<double>::denorm_min();
  CHECK(*parse_number(digits + "e-1075") == 0);
  CHECK(*parse_number(digits + std::string(100, '0') + "1e-1176") == least);
  CHECK(*parse_number(digits + std::string(100, '0') + "0e-1176") == 0);
  CHECK(*parse_number("-" + digits + std::string(5000, '0') + "1e-6076") == -least);
}
