#include "table.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace footing::cli {
namespace {

std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

}  // namespace

std::string table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  }
  std::string out;
  for (const auto& row : rows) {
    std::string line = "  ";
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += row[i];
      if (i + 1 < row.size()) line += std::string(widths[i] - width(row[i]) + 2, ' ');
    }
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

std::string readable(double value, int digits) {
  if (value == 0) return "0";
  const double size = std::fabs(value);
  char buffer[64];
  if (size < 1e-4 || size >= 1e15) {
    std::snprintf(buffer, sizeof buffer, "%.*e", digits - 1, value);
    return buffer;
  }
  const int magnitude = static_cast<int>(std::floor(std::log10(size)));
  const int decimals = std::max(0, digits - 1 - magnitude);
  const double unit = std::pow(10.0, magnitude - digits + 1);
  // A unit above one is rounded to here; below one, the printing rounds.
  std::snprintf(buffer, sizeof buffer, "%.*f", decimals, unit > 1 ? std::round(value / unit) * unit : value);
  std::string text = buffer;
  auto point = text.find('.');
  if (point == std::string::npos) point = text.size();
  const std::size_t first = text[0] == '-' ? 1 : 0;
  for (std::size_t at = point; at > first + 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

}  // namespace footing::cli
