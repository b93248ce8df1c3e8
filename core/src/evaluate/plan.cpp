#include "footing/evaluate/plan.hpp"

#include <algorithm>

#include "../formula/apply.hpp"

namespace footing {
namespace {

std::size_t index_of(const std::vector<std::string>& ids, const std::string& id) {
  const auto found = std::find(ids.begin(), ids.end(), id);
  return found == ids.end() ? kNoIndex : static_cast<std::size_t>(found - ids.begin());
}

}  // namespace

std::size_t input_index(const Program& program, const std::string& id) { return index_of(program.inputs, id); }
std::size_t step_index(const Program& program, const std::string& id) { return index_of(program.steps, id); }

Plan prune(const Plan& plan, const std::vector<std::string>& wanted_steps) {
  Plan out;
  out.program = prune(plan.program, wanted_steps);
  for (const std::string& id : out.program.inputs) out.inputs.push_back(plan.inputs[input_index(plan.program, id)]);
  for (const std::string& id : out.program.steps) {
    out.step_factors.push_back(plan.step_factors[step_index(plan.program, id)]);
  }
  return out;
}

std::vector<char> inputs_read_by(const Program& program, std::size_t step) {
  std::vector<char> inputs(program.inputs.size(), 0);
  if (step >= program.step_values.size()) return inputs;
  std::vector<char> needed(program.code.size(), 0);
  needed[program.step_values[step]] = true;
  for (std::size_t i = program.code.size(); i-- > 0;) {
    if (!needed[i]) continue;
    const Instruction& instruction = program.code[i];
    const int arguments = internal::arity(instruction.code);
    if (instruction.code == Instruction::Code::input) inputs[instruction.a] = true;
    if (arguments > 0) needed[instruction.a] = true;
    if (arguments > 1) needed[instruction.b] = true;
    if (arguments > 2) needed[instruction.c] = true;
  }
  return inputs;
}

}  // namespace footing
