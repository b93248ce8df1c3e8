#pragma once

#include <cstddef>
#include <cstdint>

namespace footing::internal {

/// A whole number of up to 4,480 bits: enough for every product that reading 800 decimal digits or writing a double
/// exactly comes to. What would not fit is a programming mistake.
class Big {
 public:
  explicit Big(std::uint64_t value = 0);
  // Only the words in use: most numbers have a handful, and printing one copies a score of them.
  Big(const Big& other);
  Big& operator=(const Big& other);

  bool is_zero() const { return size_ == 0; }
  /// Position of the highest bit that is set, plus one; 0 for zero.
  int bits() const;
  /// this = this * factor + more.
  void multiply_add(std::uint32_t factor, std::uint32_t more);
  void multiply_by_ten() { multiply_add(10, 0); }
  void multiply_power_of_ten(int exponent);
  void shift_left(int count);
  void add(const Big& other);
  /// Not below zero.
  void subtract(const Big& other);
  /// -1, 0 or 1 as this is less than, equal to or greater than `other`.
  int compare(const Big& other) const;

 private:
  static constexpr std::size_t kWords = 140;
  std::uint32_t word(std::size_t i) const { return i < size_ ? words_[i] : 0; }
  void push(std::uint32_t word);

  std::size_t size_ = 0;         ///< words in use; the highest of them is not zero
  std::uint32_t words_[kWords];  ///< lowest first
};

}  // namespace footing::internal
