#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace footing {

/// Length of the longest number at the start of a text, 0 if there is none. The grammar is JSON's:
/// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`, so "2000..6000" starts with "2000" and
/// "5 eV" with "5".
std::size_t number_length(std::string_view text);

/// Reads one ASCII decimal number ("1.2", "-3e5", "0.5") that fills the whole text, in JSON's grammar and
/// correctly rounded; no locale, no hex, no "nan"/"inf", no thousands separators. Empty when the text is
/// not such a number or overflows.
std::optional<double> parse_number(std::string_view text);

/// The shortest decimal text that reads back to the same double; plain digits for 1e-6 <= |x| < 1e21
/// as ECMAScript's Number.prototype.toString prints it, so C++ and the page write the same link. Not a number
/// and the infinities are "NaN", "Infinity" and "-Infinity"; negative zero is "0".
std::string shortest(double value);

}  // namespace footing
