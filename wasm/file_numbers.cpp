#include <cmath>

#include "footing/base/number.hpp"

/// Numbers as text in the module of single files: JavaScript, which is there anyway, reads and writes them. Its
/// `Number` rounds correctly and its `String` gives the shortest digits, which is what core/src/base/number.cpp does by
/// itself.
extern "C" {

[[clang::import_module("footing"), clang::import_name("read")]] double footing_read(const char* text, std::size_t size);

/// Writes at most 25 bytes and gives how many.
[[clang::import_module("footing"), clang::import_name("write")]] std::size_t footing_write(double value, char* to);
}

namespace footing {

std::optional<double> parse_number(std::string_view text) {
  if (text.empty() || number_length(text) != text.size()) return std::nullopt;
  const double value = footing_read(text.data(), text.size());
  if (std::isinf(value)) return std::nullopt;
  return value;
}

std::string shortest(double value) {
  char digits[32];
  return std::string(digits, footing_write(value, digits));
}

}  // namespace footing
