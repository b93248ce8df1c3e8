#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "footing/formula/formula.hpp"

namespace footing {

/// One instruction in single-assignment form: instruction i defines value i from earlier values.
/// `input`: column a of the program's inputs. `constant`: `number`. Comparisons give 1.0 or 0.0, and NaN
/// when a side is NaN; `choose` is args (condition a, then b, else c), NaN for a NaN condition: a value that
/// does not exist never turns into a branch silently. ceil/floor: a rounded to a multiple of b.
struct Instruction {
  enum class Code : std::uint8_t {
    input,
    constant,
    negate,
    add,
    subtract,
    multiply,
    divide,
    power,
    less,
    less_equal,
    greater,
    greater_equal,
    equal,
    not_equal,
    choose,
    min,
    max,
    abs,
    ceil,
    floor,
    exp,
    log,
    log2,
    log10,
    sqrt
  };
  Code code = Code::constant;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t c = 0;
  double number = 0;
};

/// A compiled model: all steps over named inputs, common subexpressions shared, constants folded with
/// the very functions the evaluator uses (so folding never changes bits), no reassociation.
struct Program {
  std::vector<std::string> inputs;  ///< input ids in column order
  std::vector<Instruction> code;
  std::vector<std::string> steps;          ///< step ids in evaluation order
  std::vector<std::uint32_t> step_values;  ///< value index of each step
};

/// Builds a Program step by step; a name in a formula is an input declared before or an earlier step.
class ProgramBuilder {
 public:
  void add_input(const std::string& id);
  /// `formula` was checked; names it mentions are known (a programming mistake otherwise).
  void add_step(const std::string& id, const CheckedFormula& formula);
  /// Makes `id` another name of an existing value (a composed model's input bound to a step).
  void add_alias(const std::string& id, const std::string& of);
  Program finish() &&;

 private:
  std::uint32_t emit(Instruction instruction);
  std::uint32_t compile(const Expression& node);
  Program program_;
  std::unordered_map<std::string, std::uint32_t> names_;
  std::unordered_map<std::string, std::uint32_t> shared_;
};

/// The part of a program that the wanted steps need: dead instructions, other steps and inputs nobody reads
/// are dropped, the order of what stays is kept. Ids that are not steps of the program are ignored. The bits
/// of the wanted steps do not change.
Program prune(const Program& program, const std::vector<std::string>& wanted_steps);

/// Runs a program for one point: inputs in column order and coherent units; fills `step_values` (one per
/// step, coherent units) and returns the last of them (NaN when there is no step). The plain reference the
/// block evaluator is compared with, and what break-even and sensitivity call.
double run_scalar(const Program& program, const std::vector<double>& inputs, std::vector<double>& step_values);

}  // namespace footing
