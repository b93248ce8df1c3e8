#include <algorithm>
#include <cstddef>

#include "apply.hpp"
#include "footing/formula/program.hpp"

namespace footing {
namespace {

/// Calls visit with each earlier value an instruction reads.
template <class Visit>
void for_each_argument(Instruction& instruction, Visit visit) {
  const int count = internal::arity(instruction.code);
  if (count > 0) visit(instruction.a);
  if (count > 1) visit(instruction.b);
  if (count > 2) visit(instruction.c);
}

}  // namespace

Program prune(const Program& program, const std::vector<std::string>& wanted_steps) {
  std::vector<char> needed(program.code.size(), 0);
  std::vector<std::size_t> steps;
  for (std::size_t i = 0; i < program.steps.size(); ++i) {
    if (std::find(wanted_steps.begin(), wanted_steps.end(), program.steps[i]) == wanted_steps.end()) continue;
    steps.push_back(i);
    needed[program.step_values[i]] = true;
  }
  for (std::size_t i = program.code.size(); i-- > 0;) {
    Instruction instruction = program.code[i];
    if (needed[i]) for_each_argument(instruction, [&](std::uint32_t value) { needed[value] = true; });
  }

  Program out;
  std::vector<std::uint32_t> moved(program.code.size(), 0);
  for (std::size_t i = 0; i < program.code.size(); ++i) {
    if (!needed[i]) continue;
    Instruction instruction = program.code[i];
    if (instruction.code == Instruction::Code::input) {
      out.inputs.push_back(program.inputs[instruction.a]);
      instruction.a = static_cast<std::uint32_t>(out.inputs.size() - 1);
    }
    for_each_argument(instruction, [&](std::uint32_t& value) { value = moved[value]; });
    moved[i] = static_cast<std::uint32_t>(out.code.size());
    out.code.push_back(instruction);
  }
  for (const std::size_t step : steps) {
    out.steps.push_back(program.steps[step]);
    out.step_values.push_back(moved[program.step_values[step]]);
  }
  return out;
}

}  // namespace footing
