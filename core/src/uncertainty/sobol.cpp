#include "footing/uncertainty/sobol.hpp"

#include "joe_kuo.hpp"

namespace footing {
namespace {

constexpr int kBits = 32;

/// Direction numbers v_1 ... v_32 of a dimension, the first binary digit in the top bit (Bratley & Fox 1988).
void fill_directions(int dimension, std::uint32_t* v) {
  if (dimension == 0) {  // van der Corput
    for (int i = 0; i < kBits; ++i) v[i] = std::uint32_t{1} << (kBits - 1 - i);
    return;
  }
  const sobol::Polynomial& p = sobol::kPolynomials[dimension - 1];
  for (int i = 0; i < p.degree; ++i) v[i] = std::uint32_t{p.initial[i]} << (kBits - 1 - i);
  for (int i = p.degree; i < kBits; ++i) {
    v[i] = v[i - p.degree] ^ (v[i - p.degree] >> p.degree);
    for (int k = 1; k < p.degree; ++k) {
      if ((p.inner >> (p.degree - 1 - k)) & 1u) v[i] ^= v[i - k];
    }
  }
}

/// The output function of splitmix64 (Steele, Lea & Flood 2014): a bijective mix of 64 bits.
std::uint64_t mix(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15u;

std::uint32_t parity(std::uint32_t x) {
  x ^= x >> 16;
  x ^= x >> 8;
  x ^= x >> 4;
  x ^= x >> 2;
  x ^= x >> 1;
  return x & 1u;
}

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

SobolColumn::SobolColumn(int dimension, std::uint64_t seed) {
  fill_directions(dimension, directions_);
  // One splitmix64 stream per (seed, dimension), its start hashed so that neighbouring streams share nothing.
  std::uint64_t state = mix(mix(seed + kGolden) ^ (static_cast<std::uint64_t>(dimension) + 1) * kGolden);
  const auto next = [&state] {
    state += kGolden;
    return static_cast<std::uint32_t>(mix(state) >> 32);
  };
  // Row r of the scrambling matrix: digit r stays and random digits before it are added.
  std::uint32_t rows[kBits];
  for (int r = 0; r < kBits; ++r) {
    const std::uint32_t digit = std::uint32_t{1} << (kBits - 1 - r);
    rows[r] = digit | (next() & ~(digit | (digit - 1)));
  }
  for (std::uint32_t& direction : directions_) {
    std::uint32_t scrambled = 0;
    for (const std::uint32_t row : rows) scrambled = (scrambled << 1) | parity(direction & row);
    direction = scrambled;
  }
  shift_ = next();
}

SobolColumn SobolColumn::unscrambled(int dimension) {
  SobolColumn column;
  fill_directions(dimension, column.directions_);
  return column;
}

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
