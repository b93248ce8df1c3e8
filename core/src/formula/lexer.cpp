#include "lexer.hpp"

namespace footing::internal {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_word_char(char c) { return is_lower(c) || is_upper(c) || is_digit(c) || c == '_'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Length of the number at the start: digits [. digits] [e [+|-] digits].
std::size_t number_length(std::string_view text) {
  std::size_t at = 0;
  const auto digits = [&] {
    while (at < text.size() && is_digit(text[at])) ++at;
  };
  digits();
  if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
    ++at;
    digits();
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    std::size_t exponent = at + 1;
    if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
    if (exponent < text.size() && is_digit(text[exponent])) {
      at = exponent;
      digits();
    }
  }
  return at;
}

std::size_t symbol_length(std::string_view text) {
  if (text.size() >= 2 && text[1] == '=' && std::string_view("<>=!").find(text[0]) != std::string_view::npos) return 2;
  return std::string_view("+-*/^(),[]<>").find(text[0]) != std::string_view::npos ? 1 : 0;
}

}  // namespace

void Lexer::advance() {
  std::size_t at = token_.at + token_.text.size();
  while (at < text_.size() && is_space(text_[at])) ++at;
  const std::string_view rest = text_.substr(at);
  std::size_t length = 0;
  if (rest.empty()) {
    token_ = {Token::Kind::end, rest, at};
    return;
  }
  if (is_digit(rest[0])) {
    token_ = {Token::Kind::number, rest.substr(0, number_length(rest)), at};
  } else if (is_word_char(rest[0])) {
    // A word with capitals is no name, but it is read whole, so that a message can quote it ("kWh").
    bool name = is_lower(rest[0]);
    for (; length < rest.size() && is_word_char(rest[length]); ++length) name = name && !is_upper(rest[length]);
    token_ = {name ? Token::Kind::name : Token::Kind::bad, rest.substr(0, length), at};
  } else if ((length = symbol_length(rest)) > 0) {
    token_ = {Token::Kind::symbol, rest.substr(0, length), at};
  } else {
    // One whole UTF-8 character, so that a message can quote it.
    length = 1;
    while (length < rest.size() && (static_cast<unsigned char>(rest[length]) & 0xC0U) == 0x80U) ++length;
    token_ = {Token::Kind::bad, rest.substr(0, length), at};
  }
}

std::optional<std::string_view> Lexer::raw_until(char close) {
  const std::size_t from = token_.at + token_.text.size();
  int open = 0;
  for (std::size_t at = from; at < text_.size(); ++at) {
    if (text_[at] == close && open == 0) {
      std::string_view raw = text_.substr(from, at - from);
      while (!raw.empty() && is_space(raw.front())) raw.remove_prefix(1);
      while (!raw.empty() && is_space(raw.back())) raw.remove_suffix(1);
      token_ = {Token::Kind::symbol, text_.substr(at, 1), at};
      return raw;
    }
    if (text_[at] == '(') ++open;
    if (text_[at] == ')') --open;
  }
  return std::nullopt;
}

}  // namespace footing::internal
