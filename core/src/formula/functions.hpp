#pragma once

#include <cstddef>
#include <string_view>

#include "footing/formula/formula.hpp"

namespace footing::internal {

/// A function of the language and how many arguments it takes. ceil and floor are read with one argument too,
/// so that the checker can say that the step is missing.
struct Function {
  std::string_view name;
  Op op;
  std::size_t least;
  std::size_t most;
};

inline constexpr std::size_t kAnyNumber = 64;

inline constexpr Function kFunctions[] = {
    {"if", Op::choose, 3, 3},   {"min", Op::min, 2, kAnyNumber}, {"max", Op::max, 2, kAnyNumber},
    {"abs", Op::abs, 1, 1},     {"ceil", Op::ceil, 1, 2},        {"floor", Op::floor, 1, 2},
    {"exp", Op::exp, 1, 1},     {"log", Op::log, 1, 1},          {"log2", Op::log2, 1, 1},
    {"log10", Op::log10, 1, 1}, {"sqrt", Op::sqrt, 1, 1},        {"widen", Op::widen, 2, 2},
};

inline const Function* find_function(std::string_view name) {
  for (const Function& function : kFunctions) {
    if (function.name == name) return &function;
  }
  return nullptr;
}

}  // namespace footing::internal
