#pragma once

#include <cstdint>
#include <vector>

#include "footing/formula/program.hpp"

namespace footing::internal {

/// What a program has to compute again when some of its inputs change: the instructions that depend on those, over
/// inputs that are the program's own or values it had before.
struct Rerun {
  struct Source {
    bool value = false;       ///< a value of the program that stays, else one of its inputs
    std::uint32_t index = 0;  ///< of the value, or of the input
  };
  Program program;              ///< the whole program's steps, by the same instructions, so with the same bits
  std::vector<Source> sources;  ///< of each of its inputs
};

/// `changed` says of each input whether it changes; every step depends on one that does.
Rerun rerun(const Program& program, const std::vector<char>& changed);

}  // namespace footing::internal
