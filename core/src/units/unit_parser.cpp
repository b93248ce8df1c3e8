#include "unit_parser.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "footing/base/nearest.hpp"
#include "footing/units/rational.hpp"

namespace footing::internal {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Recursive descent; the first error ends it (what follows a syntax error cannot be read anyway).
class Parser {
 public:
  Parser(std::string_view text, const Symbols& symbols, const std::string& path)
      : text_(text), symbols_(symbols), path_(path) {}

  Result<Unit> run() {
    std::optional<Unit> unit;
    if (text_.size() > kLongestUnit) {
      fail("unit-syntax", "A unit has at most " + std::to_string(kLongestUnit) + " characters; this one has " +
                              std::to_string(text_.size()) + ".");
    } else {
      unit = product(0);
    }
    skip_spaces();
    if (unit && at_ < text_.size()) {
      expected("* or / or the end");
      unit.reset();
    }
    if (!unit) return error_;
    if (date_ && factors_ > 1) {
      return Error{"date-arithmetic", path_, quoted() + " makes a date part of a larger unit.",
                   "A date is a point in time and stands alone; a rate or a duration is written with year."};
    }
    unit->date = date_;
    return *unit;
  }

 private:
  std::optional<Unit> product(int depth) {
    std::optional<Unit> left = raised(depth);
    while (left) {
      skip_spaces();
      const char op = peek();
      if (op != '*' && op != '/') break;
      ++at_;
      const std::optional<Unit> right = raised(depth);
      if (!right) return std::nullopt;
      left = in_range(op == '*' ? multiply(*left, *right) : divide(*left, *right));
    }
    return left;
  }

  std::optional<Unit> raised(int depth) {
    std::optional<Unit> base = atom(depth);
    skip_spaces();
    if (!base || peek() != '^') return base;
    ++at_;
    ++factors_;
    const std::optional<Rational> exponent = read_exponent();
    if (!exponent) return std::nullopt;
    return in_range(power(*base, *exponent));
  }

  std::optional<Unit> atom(int depth) {
    skip_spaces();
    const char c = peek();
    if (c == '(') {
      if (depth >= kDeepestUnit) {
        fail("unit-syntax", quoted() + " nests parentheses more than " + std::to_string(kDeepestUnit) + " deep.");
        return std::nullopt;
      }
      ++at_;
      std::optional<Unit> inner = product(depth + 1);
      if (inner && !take(')')) {
        expected("* or / or )");
        return std::nullopt;
      }
      return inner;
    }
    ++factors_;
    if (c == '1' && (at_ + 1 == text_.size() || !is_symbol_char(text_[at_ + 1]))) {
      ++at_;
      return Unit{};
    }
    if (!is_symbol_char(c) || is_digit(c)) {
      expected("a unit");
      return std::nullopt;
    }
    const std::size_t from = at_;
    while (at_ < text_.size() && is_symbol_char(text_[at_])) ++at_;
    return look_up(text_.substr(from, at_ - from));
  }

  std::optional<Unit> look_up(std::string_view token) {
    const std::optional<Unit> unit = symbols_.find(token);
    if (!unit) {
      const std::string near = nearest(token, symbols_.texts());
      fail("unknown-unit", "There is no unit \"" + std::string(token) + "\".",
           near.empty() ? "Units and their kinds are listed in units.json." : "Did you mean " + near + "?");
      return std::nullopt;
    }
    if (unit->date) date_ = true;
    return unit;
  }

  std::optional<Rational> read_exponent() {
    skip_spaces();
    const bool bracketed = take('(');
    const std::optional<std::int64_t> num = whole();
    std::optional<std::int64_t> den = 1;
    if (num && bracketed && take('/')) den = whole();
    if (!num || !den) return std::nullopt;
    if (bracketed && !take(')')) {
      expected(")");
      return std::nullopt;
    }
    const std::optional<Rational> exponent = make_rational(*num, *den);
    if (!exponent) {
      fail("unit-syntax", quoted() + " has an exponent that is not a fraction between -" +
                              std::to_string(kLargestExponent) + " and " + std::to_string(kLargestExponent) + ".");
    }
    return exponent;
  }

  std::optional<std::int64_t> whole() {
    skip_spaces();
    const bool negative = take('-');
    if (!is_digit(peek())) {
      expected("a whole number");
      return std::nullopt;
    }
    std::int64_t value = 0;
    // Saturates one digit beyond the limit, which make_rational then refuses.
    for (; is_digit(peek()); ++at_) value = std::min<std::int64_t>(value * 10 + (peek() - '0'), 100'000);
    return negative ? -value : value;
  }

  std::optional<Unit> in_range(Unit unit) {
    if (exponents_in_range(unit)) return unit;
    fail("unit-syntax", quoted() + " has an exponent or a size that is beyond all bounds.");
    return std::nullopt;
  }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  bool take(char c) {
    skip_spaces();
    if (peek() != c || at_ >= text_.size()) return false;
    ++at_;
    return true;
  }

  void skip_spaces() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }

  std::string quoted() const { return "\"" + std::string(text_) + "\""; }

  void expected(const std::string& what) {
    const std::string found =
        at_ < text_.size() ? "\"" + std::string(text_.substr(at_)) + "\"" : std::string("the end");
    fail("unit-syntax",
         "In the unit " + quoted() + ", " + what + " is expected at character " + std::to_string(at_ + 1) + ", not " +
             found + ".",
         "Write * between factors and / before what is divided by, as in kWh/(household*year).");
  }

  void fail(const std::string& code, const std::string& message, const std::string& hint = {}) {
    error_ = {code, path_, message, hint};
  }

  std::string_view text_;
  const Symbols& symbols_;
  const std::string& path_;
  std::size_t at_ = 0;
  int factors_ = 0;    ///< symbols, ones and exponents read: more than one makes a compound
  bool date_ = false;  ///< a date was among them
  Error error_;
};

}  // namespace

bool is_symbol_char(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '%'; }

bool is_symbol(std::string_view text) {
  return !text.empty() && !is_digit(text[0]) && std::all_of(text.begin(), text.end(), is_symbol_char);
}

Result<Unit> parse_unit(std::string_view text, const Symbols& symbols, const std::string& path) {
  return Parser(text, symbols, path).run();
}

}  // namespace footing::internal
