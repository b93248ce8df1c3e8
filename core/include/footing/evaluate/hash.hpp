#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "footing/evaluate/evaluate.hpp"

namespace footing {

/// FNV-1a, 64 bits, over the bits of the doubles, least significant byte first. Tells whether two platforms computed
/// the same bits; not a checksum of files.
inline constexpr std::uint64_t kHashStart = 0xcbf29ce484222325ull;
std::uint64_t hash(const double* values, std::size_t count, std::uint64_t start = kHashStart);
std::uint64_t hash(const Column& column, std::uint64_t start = kHashStart);
/// All step columns of an evaluation, in order.
std::uint64_t hash(const Evaluation& evaluation);
/// Sixteen lower-case hexadecimal digits.
std::string hash_text(std::uint64_t hash);

}  // namespace footing
