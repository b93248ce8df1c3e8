#pragma once

#include <cstddef>

#include "footing/formula/program.hpp"

/// The loops over samples, built for speed; what decides which of them run is built for size.
namespace footing::internal {

inline constexpr std::size_t kBlock = 1024;

/// One instruction over a whole block, in kBlock lanes. `out` is none of the arguments. Nothing for input and constant.
void run_block(Instruction::Code code, const double* a, const double* b, const double* c, double* out);

/// out[i] = values[i] * factor and out[i] = values[i] / divisor.
void multiply(const double* values, double factor, std::size_t count, double* out);
void divide(const double* values, double divisor, std::size_t count, double* out);

bool all_finite(const double* values, std::size_t count);

}  // namespace footing::internal
