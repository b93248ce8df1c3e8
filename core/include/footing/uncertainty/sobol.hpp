#pragma once

#include <cstddef>
#include <cstdint>

namespace footing {

/// Most dimensions a point may have here (one per input).
inline constexpr int kSobolDimensions = 64;

/// Digital (t, s)-sequence of Sobol' in base 2 with the direction numbers of Joe & Kuo (2008), 32 bits,
/// randomised once per (seed, dimension): a lower-triangular matrix scramble of the direction numbers
/// (Matousek 1998) and a digital shift. Seed and dimension fix the column; columns do not depend on
/// one another nor on the number of dimensions in use. Points come in Gray-code order (Antonov & Saleev 1979),
/// point 0 first; any 2^k points that start at a multiple of 2^k are the same set as in the natural order.
/// A column has 2^32 points: first + count must not exceed that.
class SobolColumn {
 public:
  /// 0 <= dimension < kSobolDimensions.
  SobolColumn(int dimension, std::uint64_t seed);
  /// The unscrambled sequence (tests compare it with the published table).
  static SobolColumn unscrambled(int dimension);
  /// Fills out[0..count) with points first .. first+count of the column, (bits + 1/2) / 2^32, each
  /// strictly inside (0, 1).
  void fill(std::uint32_t first, std::size_t count, double* out) const;
  /// Raw 32-bit integers of the same points.
  void fill_bits(std::uint32_t first, std::size_t count, std::uint32_t* out) const;

 private:
  SobolColumn() = default;
  template <class One, class Run>
  void each_point(std::uint32_t first, std::size_t count, const One& one, const Run& run) const;

  std::uint32_t directions_[32] = {};
  std::uint32_t shift_ = 0;
};

}  // namespace footing
