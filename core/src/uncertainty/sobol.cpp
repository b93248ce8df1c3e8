#include "footing/uncertainty/sobol.hpp"

namespace footing {
namespace {

/// Position of the lowest set bit; x != 0.
int lowest_bit(std::uint32_t x) {
  int position = 0;
  for (; (x & 1u) == 0; x >>= 1) ++position;
  return position;
}

/// (bits + 1/2) / 2^32, through the signed conversion that vector units have.
double to_unit(std::uint32_t bits) {
  const auto centred = static_cast<std::int32_t>(bits ^ 0x80000000u);
  return (static_cast<double>(centred) + 2147483648.5) * 0x1p-32;
}

}  // namespace

void SobolColumn::fill_bits(std::uint32_t first, std::size_t count, std::uint32_t* out) const {
  const auto at = [this](std::uint32_t index) {
    std::uint32_t bits = shift_;
    std::uint32_t gray = index ^ (index >> 1);
    for (int k = 0; gray != 0; ++k, gray >>= 1) {
      if (gray & 1u) bits ^= directions_[k];
    }
    return bits;
  };
  constexpr std::uint32_t kRun = 16;
  std::size_t done = 0;
  std::uint32_t index = first;
  while (done < count && index % kRun != 0) out[done++] = at(index++);
  if (count - done >= kRun) {
    // Within an aligned run the points are the run's first point plus (xor) a fixed pattern.
    std::uint32_t pattern[kRun];
    pattern[0] = 0;
    for (std::uint32_t j = 1; j < kRun; ++j) pattern[j] = pattern[j - 1] ^ directions_[lowest_bit(j)];
    std::uint32_t base = at(index);
    while (true) {
      for (std::uint32_t j = 0; j < kRun; ++j) out[done + j] = base ^ pattern[j];
      done += kRun;
      index += kRun;
      if (count - done < kRun) break;
      base ^= pattern[kRun - 1] ^ directions_[lowest_bit(index)];
    }
  }
  while (done < count) out[done++] = at(index++);
}

void SobolColumn::fill(std::uint32_t first, std::size_t count, double* out) const {
  constexpr std::size_t kBlock = 512;
  std::uint32_t bits[kBlock];
  for (std::size_t done = 0; done < count;) {
    const std::size_t block = count - done < kBlock ? count - done : kBlock;
    fill_bits(first + static_cast<std::uint32_t>(done), block, bits);
    for (std::size_t i = 0; i < block; ++i) out[done + i] = to_unit(bits[i]);
    done += block;
  }
}

}  // namespace footing
