#pragma once

#include <cstddef>
#include <cstdint>

namespace footing::fuzz {

/// A mutation that knows JSON: behind the first `skipped` bytes one node of the tree is replaced by a small value, by a
/// node from elsewhere in it, dropped, doubled, or its text changed by the fuzzer's own means. What is no JSON, and one
/// mutation in four, is left to the fuzzer. Returns the new size.
std::size_t mutate_json(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed, std::size_t skipped);

}  // namespace footing::fuzz
