#include "exchange/utf8.hpp"

namespace footing {

std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (text.empty()) return 0;
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return 0;
  }
  const bool overlong = (lead == 0xe0 && byte(1) < 0xa0) || (lead == 0xf0 && byte(1) < 0x90);
  const bool beyond = (lead == 0xed && byte(1) >= 0xa0) || (lead == 0xf4 && byte(1) >= 0x90);
  return overlong || beyond ? 0 : length;
}

void append_code_point(std::string& out, std::uint32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
    return;
  }
  int shift = point < 0x800 ? 6 : point < 0x10000 ? 12 : 18;
  const std::uint32_t lead = shift == 6 ? 0xc0 : shift == 12 ? 0xe0 : 0xf0;
  out += static_cast<char>(lead | (point >> shift));
  while (shift > 0) {
    shift -= 6;
    out += static_cast<char>(0x80 | ((point >> shift) & 0x3f));
  }
}

}  // namespace footing
