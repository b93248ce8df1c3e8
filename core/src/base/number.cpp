#include "footing/base/number.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>

namespace footing {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

/// Digits d1 d2 ... dn and an exponent e that mean 0.d1d2...dn * 10^e.
struct Decimal {
  std::string digits;
  int exponent = 0;
};

/// The double nearest to a decimal. Written as an integer with an exponent, it has no decimal point for a
/// locale to change.
double to_double(const Decimal& decimal) {
  const int places = static_cast<int>(decimal.digits.size());
  const std::string text = decimal.digits + "e" + std::to_string(decimal.exponent - places);
  return std::strtod(text.c_str(), nullptr);
}

/// The decimal with `count` digits nearest to a positive finite value.
Decimal round_to_digits(double value, int count) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.*e", count - 1, value);
  Decimal decimal;
  const char* c = buffer;
  for (; *c != 'e'; ++c) {
    if (is_digit(*c)) decimal.digits += *c;  // skips the decimal point, whatever the locale writes
  }
  decimal.exponent = std::atoi(c + 1) + 1;
  return decimal;
}

/// The decimal one unit of its last digit further from zero.
void step_up(Decimal& decimal) {
  std::size_t at = decimal.digits.size();
  while (at > 0 && decimal.digits[at - 1] == '9') decimal.digits[--at] = '0';
  if (at > 0) {
    ++decimal.digits[at - 1];
  } else {
    decimal.digits[0] = '1';
    ++decimal.exponent;
  }
}

Decimal shortest_decimal(double value) {
  int exponent;
  // Above a power of two doubles lie twice as far apart as below, so a decimal above it may read back where the
  // nearer one below does not.
  const bool power_of_two = std::frexp(value, &exponent) == 0.5;
  // Any decimal of up to 15 digits survives the way through a normal double, so rounding to 15 and dropping zeros finds
  // the shortest of those at once; a subnormal may need fewer than that tells.
  const int least = value < std::numeric_limits<double>::min() ? 1 : 15;
  for (int count = least; count < 17; ++count) {
    Decimal decimal = round_to_digits(value, count);
    if (power_of_two && to_double(decimal) != value) step_up(decimal);
    if (to_double(decimal) != value) continue;
    decimal.digits.erase(decimal.digits.find_last_not_of('0') + 1);
    return decimal;
  }
  return round_to_digits(value, 17);
}

/// Lays digits out as ECMA-262 6.1.6.1.20 (Number::toString) does.
std::string lay_out(const Decimal& decimal) {
  const int count = static_cast<int>(decimal.digits.size());
  const int point = decimal.exponent;
  std::string text = decimal.digits;
  if (count <= point && point <= 21) {
    text.append(static_cast<std::size_t>(point - count), '0');
  } else if (0 < point && point <= 21) {
    text.insert(static_cast<std::size_t>(point), 1, '.');
  } else if (-6 < point && point <= 0) {
    text.insert(0, static_cast<std::size_t>(-point) + 1, '0');
    text.insert(1, 1, '.');
  } else {
    if (count > 1) text.insert(1, 1, '.');
    text += point > 0 ? "e+" : "e-";
    text += std::to_string(std::abs(point - 1));
  }
  return text;
}

}  // namespace

std::size_t number_length(std::string_view text) {
  std::size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
  const std::size_t integer_end = skip_digits(text, at);
  if (integer_end == at) return 0;
  at = text[at] == '0' ? at + 1 : integer_end;
  if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) at = skip_digits(text, at + 1);
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    std::size_t exponent = at + 1;
    if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
    const std::size_t end = skip_digits(text, exponent);
    if (end > exponent) at = end;
  }
  return at;
}

std::optional<double> parse_number(std::string_view text) {
  if (text.empty() || number_length(text) != text.size()) return std::nullopt;
  // The same digits without the decimal point, which strtod would look up in the locale.
  const bool negative = text[0] == '-';
  std::string digits;
  long fraction_digits = 0;
  bool after_point = false;
  std::size_t at = negative ? 1 : 0;
  for (; at < text.size() && text[at] != 'e' && text[at] != 'E'; ++at) {
    if (text[at] == '.') {
      after_point = true;
    } else {
      digits += text[at];
      fraction_digits += after_point ? 1 : 0;
    }
  }
  long exponent = 0;
  if (at < text.size()) {
    const std::string exponent_text(text.substr(at + 1));
    exponent = std::strtol(exponent_text.c_str(), nullptr, 10);
    constexpr long kFar = 1000000;  // far beyond any double, however many digits stand before it
    exponent = exponent > kFar ? kFar : exponent < -kFar ? -kFar : exponent;
  }
  const std::string plain = digits + "e" + std::to_string(exponent - fraction_digits);
  const double value = std::strtod(plain.c_str(), nullptr);
  if (std::isinf(value)) return std::nullopt;
  return negative ? -value : value;
}

std::string shortest(double value) {
  if (std::isnan(value)) return "NaN";
  if (value == 0.0) return "0";
  if (std::isinf(value)) return value > 0.0 ? "Infinity" : "-Infinity";
  std::string text = lay_out(shortest_decimal(std::fabs(value)));
  if (value < 0.0) text.insert(0, 1, '-');
  return text;
}

}  // namespace footing
