#pragma once

#include <cstdint>
#include <cstring>
#include <string>

namespace footing::test {

/// FNV-1a over the bytes of numbers, least significant byte first: a short name for a long column of exact bits.
class Fnv {
 public:
  void add(std::uint64_t bits) {
    for (int i = 0; i < 8; ++i) {
      hash_ = (hash_ ^ ((bits >> (8 * i)) & 0xff)) * 0x100000001b3u;
    }
  }
  void add_double(double x) {
    std::uint64_t bits;
    std::memcpy(&bits, &x, sizeof bits);
    add(bits);
  }
  std::string hex() const {
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[(hash_ >> shift) & 15];
    return text;
  }

 private:
  std::uint64_t hash_ = 0xcbf29ce484222325u;
};

}  // namespace footing::test
