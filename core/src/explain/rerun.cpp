#include "explain/rerun.hpp"

#include "../formula/apply.hpp"

namespace footing::internal {
namespace {

using Code = Instruction::Code;

constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);

class Rerunner {
 public:
  Rerunner(const Program& program, const std::vector<char>& changed)
      : program_(program), changed_(changed), moved_(program.code.size(), 0), place_(program.code.size(), kNone) {}

  Rerun make() {
    for (std::uint32_t i = 0; i < program_.code.size(); ++i) {
      Instruction step = program_.code[i];
      const int arguments = arity(step.code);
      moved_[i] = step.code == Code::input ? changed_[step.a]
                                           : (arguments > 0 && moved_[step.a]) || (arguments > 1 && moved_[step.b]) ||
                                                 (arguments > 2 && moved_[step.c]);
      if (!moved_[i]) continue;
      if (step.code == Code::input) {
        take(i);
        continue;
      }
      if (arguments > 0) step.a = take(step.a);
      if (arguments > 1) step.b = take(step.b);
      if (arguments > 2) step.c = take(step.c);
      place_[i] = put(step);
    }
    out_.program.steps = program_.steps;
    for (const std::uint32_t value : program_.step_values) out_.program.step_values.push_back(take(value));
    return std::move(out_);
  }

 private:
  std::uint32_t put(const Instruction& instruction) {
    out_.program.code.push_back(instruction);
    return static_cast<std::uint32_t>(out_.program.code.size() - 1);
  }

  /// The place of a value in the new program, where it becomes an input when it is not computed there.
  std::uint32_t take(std::uint32_t value) {
    if (place_[value] != kNone) return place_[value];
    const Instruction& step = program_.code[value];
    if (step.code == Code::constant) return place_[value] = put(step);
    const bool own = step.code == Code::input;
    Instruction input;
    input.code = Code::input;
    input.a = static_cast<std::uint32_t>(out_.sources.size());
    out_.sources.push_back({!own, own ? step.a : value});
    out_.program.inputs.emplace_back();
    return place_[value] = put(input);
  }

  const Program& program_;
  const std::vector<char>& changed_;
  std::vector<char> moved_;
  std::vector<std::uint32_t> place_;
  Rerun out_;
};

}  // namespace

Rerun rerun(const Program& program, const std::vector<char>& changed) { return Rerunner(program, changed).make(); }

}  // namespace footing::internal
