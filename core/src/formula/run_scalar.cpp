#include <cstddef>

#include "apply.hpp"
#include "footing/formula/program.hpp"

namespace footing {

double run_scalar(const Program& program, const std::vector<double>& inputs, std::vector<double>& step_values) {
  std::vector<double> values(program.code.size());
  for (std::size_t i = 0; i < program.code.size(); ++i) {
    const Instruction& step = program.code[i];
    const int count = internal::arity(step.code);
    if (step.code == Instruction::Code::input) {
      values[i] = step.a < inputs.size() ? inputs[step.a] : internal::kNaN;
    } else if (step.code == Instruction::Code::constant) {
      values[i] = step.number;
    } else {
      values[i] = internal::apply(step.code, values[step.a], count > 1 ? values[step.b] : 0.0,
                                  count > 2 ? values[step.c] : 0.0);
    }
  }
  step_values.clear();
  for (const std::uint32_t value : program.step_values) step_values.push_back(values[value]);
  return step_values.empty() ? internal::kNaN : step_values.back();
}

}  // namespace footing
