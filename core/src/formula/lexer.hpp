#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace footing::internal {

/// A piece of a formula.
struct Token {
  enum class Kind { number, name, symbol, end, bad };
  Kind kind = Kind::end;
  std::string_view text;  ///< symbol: one of + - * / ^ ( ) , [ ] < <= > >= == !=
  std::size_t at = 0;     ///< offset of its first character
};

/// Cuts a formula into tokens, one ahead. Units are no tokens of their own: the parser takes their raw text.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) { advance(); }

  const Token& token() const { return token_; }
  void advance();

  /// With the current token being `[` or the `,` of widen: the raw text behind it, spaces trimmed, up to (and
  /// without) the `close` that balances it. The current token is then that `close`. Empty when there is none.
  std::optional<std::string_view> raw_until(char close);

 private:
  std::string_view text_;
  Token token_;
};

}  // namespace footing::internal
