#pragma once

#include <cstdint>

namespace footing::internal {

/// A whole number of up to 128 bits, with those calls of Big that writing a double needs. What would not fit is a
/// programming mistake.
class Wide {
 public:
  explicit Wide(std::uint64_t value) : value_(value) {}

  void multiply_by_ten() { value_ = (value_ << 3) + (value_ << 1); }
  void multiply_power_of_ten(int exponent) {
    for (; exponent > 0; --exponent) multiply_by_ten();
  }
  void shift_left(int count) { value_ <<= count; }
  void add(const Wide& other) { value_ += other.value_; }
  void subtract(const Wide& other) { value_ -= other.value_; }
  int compare(const Wide& other) const { return value_ < other.value_ ? -1 : value_ > other.value_ ? 1 : 0; }

 private:
  __extension__ using Bits = unsigned __int128;
  Bits value_;
};

}  // namespace footing::internal
