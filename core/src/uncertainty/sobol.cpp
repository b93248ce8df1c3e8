#include "footing/uncertainty/sobol.hpp"

namespace footing {
namespace {

constexpr std::uint32_t kRun = 16;

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

/// Calls one(place, bits) for each point, and run(place, base, pattern) for aligned runs of kRun points, whose bits are
/// base ^ pattern[j].
template <class One, class Run>
void SobolColumn::each_point(std::uint32_t first, std::size_t count, const One& one, const Run& run) const {
  const auto at = [this](std::uint32_t index) {
    std::uint32_t bits = shift_;
    std::uint32_t gray = index ^ (index >> 1);
    for (int k = 0; gray != 0; ++k, gray >>= 1) {
      if (gray & 1u) bits ^= directions_[k];
    }
    return bits;
  };
  std::size_t done = 0;
  std::uint32_t index = first;
  for (; done < count && index % kRun != 0; ++done) one(done, at(index++));
  if (count - done >= kRun) {
    // Within an aligned run the points are the run's first point plus (xor) a fixed pattern.
    std::uint32_t pattern[kRun];
    pattern[0] = 0;
    for (std::uint32_t j = 1; j < kRun; ++j) pattern[j] = pattern[j - 1] ^ directions_[lowest_bit(j)];
    std::uint32_t base = at(index);
    while (true) {
      run(done, base, pattern);
      done += kRun;
      index += kRun;
      if (count - done < kRun) break;
      base ^= pattern[kRun - 1] ^ directions_[lowest_bit(index)];
    }
  }
  for (; done < count; ++done) one(done, at(index++));
}

void SobolColumn::fill_bits(std::uint32_t first, std::size_t count, std::uint32_t* out) const {
  each_point(
      first, count, [out](std::size_t i, std::uint32_t bits) { out[i] = bits; },
      [out](std::size_t i, std::uint32_t base, const std::uint32_t* pattern) {
        for (std::uint32_t j = 0; j < kRun; ++j) out[i + j] = base ^ pattern[j];
      });
}

void SobolColumn::fill(std::uint32_t first, std::size_t count, double* out) const {
  each_point(
      first, count, [out](std::size_t i, std::uint32_t bits) { out[i] = to_unit(bits); },
      [out](std::size_t i, std::uint32_t base, const std::uint32_t* pattern) {
        for (std::uint32_t j = 0; j < kRun; ++j) out[i + j] = to_unit(base ^ pattern[j]);
      });
}

}  // namespace footing
