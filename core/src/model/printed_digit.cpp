#include "model/printed_digit.hpp"

namespace footing {

std::string last_digit_of(const std::string& value_text) {
  std::size_t at = 0;
  std::string digit;
  bool fraction = false;
  bool any = false;
  while (at < value_text.size()) {
    const char c = value_text[at];
    const bool is_digit = c >= '0' && c <= '9';
    const bool sign = (c == '+' || c == '-') && !any;
    if (!is_digit && !sign && c != '.') break;
    any = any || is_digit;
    if (c == '.') {
      fraction = true;
      digit = "0.";
    } else if (is_digit && fraction) {
      digit += '0';
    }
    ++at;
  }
  if (fraction && digit.size() > 2) {
    digit.back() = '1';
  } else {
    digit = "1";
  }
  // The exponent and the unit follow unchanged.
  return digit + value_text.substr(at);
}

}  // namespace footing
