#pragma once

#include <string>
#include <string_view>

#include "footing/base/result.hpp"
#include "footing/units/unit.hpp"
#include "symbols.hpp"

namespace footing::internal {

/// Longest unit text and deepest nesting of parentheses that are read at all.
inline constexpr std::size_t kLongestUnit = 256;
inline constexpr int kDeepestUnit = 16;

/// Reads a unit text over the given symbols. Grammar, spaces free around operators:
///   unit     = power { ("*" | "/") power }          left to right: a/b*c is (a/b)*c
///   power    = atom [ "^" exponent ]
///   atom     = "1" | symbol | "(" unit ")"
///   exponent = whole | "(" whole [ "/" whole ] ")"  whole = ["-"] digits
/// Errors: unit-syntax, unknown-unit, date-arithmetic, all at `path`.
Result<Unit> parse_unit(std::string_view text, const Symbols& symbols, const std::string& path);

/// True for the characters a symbol is made of: ASCII letters, digits, "_" and "%".
bool is_symbol_char(char c);

/// A symbol: symbol characters, the first of them no digit.
bool is_symbol(std::string_view text);

}  // namespace footing::internal
