#pragma once

#include <string>

namespace footing {

/// One unit of the last digit of a number text, with its unit text kept: "564 MWh" -> "1 MWh",
/// "16.90 mL" -> "0.01 mL", "5e3 t" -> "1e3 t".
std::string last_digit_of(const std::string& value_text);

}  // namespace footing
