#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "footing/formula/program.hpp"
#include "footing/uncertainty/distribution.hpp"

namespace footing {

/// How one input of a program is drawn. Inputs with one `dimension` move together: they use the same
/// uniforms (a distribution sorts the options of a choice by value, so members of a bundle that are to stay
/// together are points of one option, or rise together). A point's dimension is never read.
struct InputColumn {
  Distribution distribution;  ///< in the input's declared unit
  int dimension = 0;          ///< Sobol dimension, 0 <= dimension < kSobolDimensions
  double to_base = 1.0;       ///< size of the declared unit in coherent base units
};

/// Everything a number depends on: the program and what goes into it.
struct Plan {
  Program program;
  std::vector<InputColumn> inputs;   ///< in the order of program.inputs
  std::vector<double> step_factors;  ///< in the order of program.steps: declared value = base value / factor
};

/// Index of an input or step by id; npos when there is none of that id.
inline constexpr std::size_t kNoIndex = static_cast<std::size_t>(-1);
std::size_t input_index(const Program& program, const std::string& id);
std::size_t step_index(const Program& program, const std::string& id);

/// The part of a plan that the wanted steps need (see prune of a Program). Dimensions are kept, so the wanted
/// steps keep their bits.
Plan prune(const Plan& plan, const std::vector<std::string>& wanted_steps);

/// For each input (in order): may it move the step at all. Structural: `x - x` counts as moved by x.
std::vector<char> inputs_read_by(const Program& program, std::size_t step);

}  // namespace footing
