#pragma once

#include "footing/formula/program.hpp"

namespace footing {

/// Words of Instruction::Code in its order, as prepared claims are written with.
inline constexpr const char* kOperationWords[] = {
    "input",      "constant", "negate",        "add",   "subtract",  "multiply", "divide", "power", "less",
    "less_equal", "greater",  "greater_equal", "equal", "not_equal", "choose",   "min",    "max",   "abs",
    "ceil",       "floor",    "exp",           "log",   "log2",      "log10",    "sqrt"};
static_assert(sizeof(kOperationWords) / sizeof(kOperationWords[0]) ==
              static_cast<std::size_t>(Instruction::Code::sqrt) + 1);

}  // namespace footing
