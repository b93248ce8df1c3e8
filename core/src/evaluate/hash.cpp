#include "footing/evaluate/hash.hpp"

#include <cstring>

namespace footing {

std::uint64_t hash(const double* values, std::size_t count, std::uint64_t start) {
  std::uint64_t state = start;
  for (std::size_t i = 0; i < count; ++i) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, values + i, sizeof bits);
    for (int byte = 0; byte < 8; ++byte) {
      state ^= (bits >> (8 * byte)) & 0xffu;
      state *= 0x100000001b3ull;
    }
  }
  return state;
}

std::uint64_t hash(const Column& column, std::uint64_t start) { return hash(column.data(), column.size(), start); }

std::uint64_t hash(const Evaluation& evaluation) {
  std::uint64_t state = kHashStart;
  for (const Column& column : evaluation.steps) state = hash(column, state);
  return state;
}

std::string hash_text(std::uint64_t hash) {
  std::string text(16, '0');
  for (std::size_t i = 0; i < 16; ++i) text[15 - i] = "0123456789abcdef"[(hash >> (4 * i)) & 0xfu];
  return text;
}

}  // namespace footing
