#pragma once

#include <cstdint>

namespace footing::sobol {

/// A primitive polynomial x^degree + a_1 x^(degree-1) + ... + a_(degree-1) x + 1 over GF(2), its inner
/// coefficients a_1 ... a_(degree-1) read as a binary number, and the initial direction numbers m_1 ... m_degree.
struct Polynomial {
  int degree;
  std::uint32_t inner;
  std::uint16_t initial[9];
};

/// The row of a dimension, 1 <= dimension < kSobolDimensions, of the table "new-joe-kuo-6" of S. Joe and F. Y. Kuo,
/// Constructing Sobol sequences with better two-dimensional projections, SIAM J. Sci. Comput. 30 (2008) 2635-2654,
/// which counts it as dimension + 1. Dimension 0 needs none.
Polynomial polynomial(int dimension);

}  // namespace footing::sobol
