#include "footing/base/number.hpp"

#include <cmath>
#include <cstring>

#include "base/big.hpp"
#include "base/wide.hpp"

namespace footing {
namespace {

using internal::Big;
using internal::Wide;

constexpr std::uint64_t kHidden = std::uint64_t{1} << 52;  // the leading bit that a double does not write down
constexpr int kLeast = -1074;                              // a double is a whole number times 2^kLeast or more

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::uint64_t bits_of(double value) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

double double_of(std::uint64_t bits) {
  double value = 0;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

/// The double nearest to digits * 10^exponent, ties to even, by long division in base two; infinite when there is none.
/// `digits` do not begin with a zero.
double nearest_double(std::string_view digits, int exponent) {
  // 10^23 is the first power of ten that is no double: up to there one rounding is all there is.
  if (digits.size() <= 15 && exponent >= -22 && exponent <= 22) {
    double whole = 0;
    double scale = 1;
    for (const char c : digits) whole = whole * 10 + (c - '0');
    for (int i = exponent < 0 ? -exponent : exponent; i > 0; --i) scale *= 10;
    return exponent < 0 ? whole / scale : whole * scale;
  }
  const int magnitude = static_cast<int>(digits.size()) + exponent;
  if (magnitude > 310) return HUGE_VAL;
  if (digits.empty() || magnitude < -330) return 0;
  Big above;
  for (const char c : digits) {
    if (above.is_zero()) {
      above = Big(static_cast<std::uint64_t>(c - '0'));
    } else {
      above.multiply_add(10, static_cast<std::uint32_t>(c - '0'));
    }
  }
  Big below(1);
  (exponent < 0 ? below : above).multiply_power_of_ten(exponent < 0 ? -exponent : exponent);
  // above / below lies in [1, 2) from here on, times 2^scale.
  int scale = above.bits() - below.bits();
  (scale < 0 ? above : below).shift_left(scale < 0 ? -scale : scale);
  if (above.compare(below) < 0) {
    above.shift_left(1);
    --scale;
  }
  int places = 53;
  if (scale - 52 < kLeast) places = scale + 1 - kLeast;
  if (places < 0) return 0;
  std::uint64_t mantissa = 0;
  for (int i = 0; i < places; ++i) {
    mantissa <<= 1;
    if (above.compare(below) >= 0) {
      mantissa |= 1;
      above.subtract(below);
    }
    above.shift_left(1);
  }
  const int half = above.compare(below);
  if (half > 0 || (half == 0 && (mantissa & 1) != 0)) ++mantissa;
  // The hidden bit, or a carry out of the mantissa, raises the exponent by one.
  if (places < 53) return double_of(mantissa);
  const std::uint64_t bits = (static_cast<std::uint64_t>(scale + 1022) << 52) + mantissa;
  constexpr std::uint64_t kInfinity = std::uint64_t{0x7ff} << 52;
  return double_of(bits < kInfinity ? bits : kInfinity);
}

/// Digits d1 d2 ... dn and an exponent e that mean 0.d1d2...dn * 10^e.
struct Decimal {
  char digits[20];  ///< at most 17
  int count = 0;
  int exponent = 0;
};

/// The shortest decimal that reads back as mantissa * 2^exponent, and of those the nearest: the free-format algorithm
/// of Steele & White (1990) and Burger & Dybvig (1996) in whole numbers. The value is rest / unit, and what lies less
/// than `down` / unit below it or `up` / unit above reads back as it. `wide`: 1 above a power of two, where doubles lie
/// twice as far apart as below, else 0. `length`: bits of the mantissa.
template <class Whole>
Decimal shortest_decimal(std::uint64_t mantissa, int exponent, int wide, int length) {
  const bool even = (mantissa & 1) == 0;
  Whole rest(mantissa);
  Whole unit(1);
  Whole down(1);
  rest.shift_left(1 + wide);
  unit.shift_left(1 + wide);
  if (exponent >= 0) {
    rest.shift_left(exponent);
    down.shift_left(exponent);
  } else {
    unit.shift_left(-exponent);
  }
  Whole up = down;
  up.shift_left(wide);

  // An exponent that is right or one too small.
  Decimal out;
  out.exponent = static_cast<int>(std::ceil((exponent + length - 1) * 0.30102999566398120 - 1e-9));
  if (out.exponent >= 0) {
    unit.multiply_power_of_ten(out.exponent);
  } else {
    for (Whole* one : {&rest, &down, &up}) one->multiply_power_of_ten(-out.exponent);
  }
  const auto reaches = [&](const Whole& limit) {
    Whole sum = rest;
    sum.add(up);
    const int order = sum.compare(limit);
    return order > 0 || (order == 0 && even);
  };
  if (reaches(unit)) {
    ++out.exponent;
  } else {
    for (Whole* one : {&rest, &down, &up}) one->multiply_by_ten();
  }
  while (true) {
    char digit = '0';
    for (; rest.compare(unit) >= 0; ++digit) rest.subtract(unit);
    const int order = rest.compare(down);
    const bool low = order < 0 || (order == 0 && even);
    const bool high = reaches(unit);
    if (!low && !high) {
      out.digits[out.count++] = digit;
      for (Whole* one : {&rest, &down, &up}) one->multiply_by_ten();
      continue;
    }
    if (low && high) {
      rest.shift_left(1);
      const int half = rest.compare(unit);
      if (half > 0 || (half == 0 && (digit & 1) != 0)) ++digit;
    } else if (high) {
      ++digit;
    }
    out.digits[out.count++] = digit;
    return out;
  }
}

Decimal shortest_decimal(double value) {
  const std::uint64_t bits = bits_of(value);
  const int field = static_cast<int>(bits >> 52);
  const std::uint64_t mantissa = (bits & (kHidden - 1)) + (field > 0 ? kHidden : 0);
  const int exponent = (field > 0 ? field - 1 : 0) + kLeast;
  const int wide = mantissa == kHidden && field > 1 ? 1 : 0;
  // From 1e-19 to 1e34 nothing comes to more than 2^126, and that takes a fifth of the time.
  const bool is_short = field > 0 && exponent >= -116 && exponent <= 60;
  return is_short ? shortest_decimal<Wide>(mantissa, exponent, wide, 53)
                  : shortest_decimal<Big>(mantissa, exponent, wide, Big(mantissa).bits());
}

/// Lays digits out as ECMA-262 6.1.6.1.20 (Number::toString) does.
std::string lay_out(const Decimal& decimal) {
  const int count = decimal.count;
  const int point = decimal.exponent;
  std::string text(decimal.digits, static_cast<std::size_t>(count));
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

std::optional<double> parse_number(std::string_view text) {
  if (text.empty() || number_length(text) != text.size()) return std::nullopt;
  constexpr std::size_t kMostDigits = 800;  // no double and no middle between two has more
  constexpr int kFar = 100000000;           // beyond any double, however many digits stand before it
  const bool negative = text[0] == '-';
  std::string digits;
  int exponent = 0;
  bool after_point = false;
  std::size_t at = negative ? 1 : 0;
  for (; at < text.size() && text[at] != 'e' && text[at] != 'E'; ++at) {
    if (text[at] == '.') {
      after_point = true;
      continue;
    }
    if (digits.size() >= kMostDigits) {
      // What lies beyond says only whether there is more.
      if (text[at] != '0') digits.back() |= 1;
      exponent += after_point ? 0 : 1;
      continue;
    }
    if (!digits.empty() || text[at] != '0') digits += text[at];
    exponent -= after_point ? 1 : 0;
  }
  if (at < text.size()) {
    const bool down = text[at + 1] == '-';
    int written = 0;
    for (at += is_digit(text[at + 1]) ? 1 : 2; at < text.size(); ++at) {
      if (written < kFar) written = written * 10 + (text[at] - '0');
    }
    exponent += down ? -written : written;
  }
  const double value = digits.empty() ? 0 : nearest_double(digits, exponent);
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
