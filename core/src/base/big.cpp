#include "base/big.hpp"

#include <algorithm>

namespace footing::internal {

Big::Big(std::uint64_t value) {
  push(static_cast<std::uint32_t>(value));
  push(static_cast<std::uint32_t>(value >> 32));
  while (size_ > 0 && words_[size_ - 1] == 0) --size_;
}

Big::Big(const Big& other) { *this = other; }

Big& Big::operator=(const Big& other) {
  if (this != &other) std::copy_n(other.words_, other.size_, words_);
  size_ = other.size_;
  return *this;
}

void Big::push(std::uint32_t word) {
  if (size_ < kWords) words_[size_++] = word;
}

int Big::bits() const {
  int count = 0;
  if (size_ == 0) return 0;
  for (std::uint32_t top = words_[size_ - 1]; top != 0; top >>= 1) ++count;
  return count + 32 * static_cast<int>(size_ - 1);
}

void Big::multiply_add(std::uint32_t factor, std::uint32_t more) {
  std::uint64_t carry = more;
  for (std::size_t i = 0; i < size_; ++i) {
    carry += std::uint64_t{words_[i]} * factor;
    words_[i] = static_cast<std::uint32_t>(carry);
    carry >>= 32;
  }
  if (carry != 0) push(static_cast<std::uint32_t>(carry));
}

void Big::multiply_power_of_ten(int exponent) {
  for (; exponent >= 9; exponent -= 9) multiply_add(1000000000, 0);
  for (; exponent > 0; --exponent) multiply_add(10, 0);
}

void Big::shift_left(int count) {
  for (; count >= 31; count -= 31) multiply_add(std::uint32_t{1} << 31, 0);
  if (count > 0) multiply_add(std::uint32_t{1} << count, 0);
}

void Big::add(const Big& other) {
  const std::size_t most = std::max(size_, other.size_);
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < most; ++i) {
    carry += std::uint64_t{word(i)} + other.word(i);
    if (i == size_) push(0);
    words_[i] = static_cast<std::uint32_t>(carry);
    carry >>= 32;
  }
  if (carry != 0) push(static_cast<std::uint32_t>(carry));
}

void Big::subtract(const Big& other) {
  std::uint64_t borrow = 0;
  for (std::size_t i = 0; i < size_; ++i) {
    const std::uint64_t difference = std::uint64_t{words_[i]} - other.word(i) - borrow;
    words_[i] = static_cast<std::uint32_t>(difference);
    borrow = difference >> 63;
  }
  while (size_ > 0 && words_[size_ - 1] == 0) --size_;
}

int Big::compare(const Big& other) const {
  if (size_ != other.size_) return size_ < other.size_ ? -1 : 1;
  for (std::size_t i = size_; i-- > 0;) {
    if (words_[i] != other.words_[i]) return words_[i] < other.words_[i] ? -1 : 1;
  }
  return 0;
}

}  // namespace footing::internal
