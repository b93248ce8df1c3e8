#include "footing/uncertainty/sobol.hpp"
#include "joe_kuo.hpp"

// How a column begins: once a column, so built for size where sobol.cpp is built for speed.
namespace footing {
namespace {

constexpr int kBits = 32;

/// Direction numbers v_1 ... v_32 of a dimension, the first binary digit in the top bit (Bratley & Fox 1988).
void fill_directions(int dimension, std::uint32_t* v) {
  if (dimension == 0) {  // van der Corput
    for (int i = 0; i < kBits; ++i) v[i] = std::uint32_t{1} << (kBits - 1 - i);
    return;
  }
  const sobol::Polynomial p = sobol::polynomial(dimension);
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

}  // namespace footing
