#include "model/printed_digit.hpp"

#include "support/catch.hpp"

using footing::last_digit_of;

TEST_CASE("one unit of the last printed digit is read off the number's text") {
  CHECK(last_digit_of("564 MWh/day") == "1 MWh/day");
  CHECK(last_digit_of("16.9 mL") == "0.1 mL");
  CHECK(last_digit_of("16.90 mL") == "0.01 mL");
  CHECK(last_digit_of("0.0030 kWh") == "0.0001 kWh");
  CHECK(last_digit_of("7") == "1");
  CHECK(last_digit_of("-2.5 t") == "0.1 t");
}

TEST_CASE("an exponent moves the last printed digit with it") {
  CHECK(last_digit_of("5e3 t") == "1e3 t");
  CHECK(last_digit_of("1.25e-6 t") == "0.01e-6 t");
}

TEST_CASE("zeros at the end of a whole number count as printed: rounded_to says otherwise") {
  CHECK(last_digit_of("500000 kWh/day") == "1 kWh/day");
}
