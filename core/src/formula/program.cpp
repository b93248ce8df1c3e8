#include "footing/formula/program.hpp"

#include <cstring>
#include <string>
#include <utility>

#include "apply.hpp"

namespace footing {
namespace {

using Code = Instruction::Code;

/// The instruction an operator becomes; names, constants and widen never get here.
Code code_of(Op op) {
  switch (op) {
    case Op::negate:
      return Code::negate;
    case Op::add:
      return Code::add;
    case Op::subtract:
      return Code::subtract;
    case Op::multiply:
      return Code::multiply;
    case Op::divide:
      return Code::divide;
    case Op::power:
      return Code::power;
    case Op::less:
      return Code::less;
    case Op::less_equal:
      return Code::less_equal;
    case Op::greater:
      return Code::greater;
    case Op::greater_equal:
      return Code::greater_equal;
    case Op::equal:
      return Code::equal;
    case Op::not_equal:
      return Code::not_equal;
    case Op::choose:
      return Code::choose;
    case Op::min:
      return Code::min;
    case Op::max:
      return Code::max;
    case Op::abs:
      return Code::abs;
    case Op::ceil:
      return Code::ceil;
    case Op::floor:
      return Code::floor;
    case Op::exp:
      return Code::exp;
    case Op::log:
      return Code::log;
    case Op::log2:
      return Code::log2;
    case Op::log10:
      return Code::log10;
    case Op::sqrt:
      return Code::sqrt;
    case Op::constant:
    case Op::name:
    case Op::widen:
      break;
  }
  return Code::constant;
}

/// Two instructions with equal keys give equal bits. a + b and b + a do too, so their operands are put in
/// order here (in the key alone: the code keeps the order written).
std::string key_of(const Instruction& instruction) {
  std::uint32_t a = instruction.a;
  std::uint32_t b = instruction.b;
  if ((instruction.code == Code::add || instruction.code == Code::multiply) && b < a) std::swap(a, b);
  char bytes[1 + 3 * sizeof a + sizeof instruction.number];
  bytes[0] = static_cast<char>(instruction.code);
  std::memcpy(bytes + 1, &a, sizeof a);
  std::memcpy(bytes + 5, &b, sizeof b);
  std::memcpy(bytes + 9, &instruction.c, sizeof instruction.c);
  std::memcpy(bytes + 13, &instruction.number, sizeof instruction.number);
  return std::string(bytes, sizeof bytes);
}

Instruction constant(double value) {
  Instruction out;
  out.number = value;
  return out;
}

}  // namespace

void ProgramBuilder::add_input(const std::string& id) {
  Instruction input;
  input.code = Code::input;
  input.a = static_cast<std::uint32_t>(program_.inputs.size());
  program_.inputs.push_back(id);
  names_[id] = emit(input);
}

void ProgramBuilder::add_step(const std::string& id, const CheckedFormula& formula) {
  const std::uint32_t value = compile(formula.tree);
  names_[id] = value;
  program_.steps.push_back(id);
  program_.step_values.push_back(value);
}

void ProgramBuilder::add_alias(const std::string& id, const std::string& of) {
  const auto found = names_.find(of);
  if (found != names_.end()) names_[id] = found->second;
}

Program ProgramBuilder::finish() && { return std::move(program_); }

std::uint32_t ProgramBuilder::emit(Instruction instruction) {
  const int count = internal::arity(instruction.code);
  const std::uint32_t args[] = {instruction.a, instruction.b, instruction.c};
  const auto is_constant = [&](int i) { return program_.code[args[i]].code == Code::constant; };
  const auto number = [&](int i) { return i < count ? program_.code[args[i]].number : 0.0; };
  // A known condition leaves one branch, whatever the branches are.
  if (instruction.code == Code::choose && is_constant(0) && number(0) == number(0)) {
    return number(0) != 0.0 ? instruction.b : instruction.c;
  }
  bool all_constant = count > 0;
  for (int i = 0; i < count; ++i) all_constant = all_constant && is_constant(i);
  if (all_constant) instruction = constant(internal::apply(instruction.code, number(0), number(1), number(2)));
  const std::string key = key_of(instruction);
  const auto found = shared_.find(key);
  if (found != shared_.end()) return found->second;
  const auto value = static_cast<std::uint32_t>(program_.code.size());
  program_.code.push_back(instruction);
  shared_.emplace(key, value);
  return value;
}

std::uint32_t ProgramBuilder::compile(const Expression& node) {
  if (node.op == Op::constant) return emit(constant(node.value));
  if (node.op == Op::name) {
    const auto found = names_.find(node.text);
    // Checked formulas mention known names alone; NaN shows a caller's mistake instead of hiding it.
    return found != names_.end() ? found->second : emit(constant(internal::kNaN));
  }
  std::vector<std::uint32_t> args;
  for (const Expression& argument : node.args) args.push_back(compile(argument));
  Instruction instruction;
  instruction.code = code_of(node.op);
  instruction.a = args[0];
  if (args.size() > 1) instruction.b = args[1];
  if (node.op == Op::choose) instruction.c = args[2];
  std::uint32_t value = emit(instruction);
  // min and max of more than two run from left to right.
  for (std::size_t i = 2; i < args.size() && node.op != Op::choose; ++i) {
    instruction.a = value;
    instruction.b = args[i];
    value = emit(instruction);
  }
  return value;
}

}  // namespace footing
