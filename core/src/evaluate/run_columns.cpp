#include <algorithm>
#include <cstdint>

#include "../formula/apply.hpp"
#include "evaluate/run_block.hpp"
#include "footing/evaluate/evaluate.hpp"

namespace footing {
namespace {

using Code = Instruction::Code;
using internal::kBlock;

constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);

/// What is known of the program's values before any sample: which are spread, and what the others are.
struct Known {
  std::vector<char> spread;
  std::vector<double> fixed;        ///< where not spread
  std::vector<std::uint32_t> same;  ///< the value this one is (an `if` with a fixed condition is its branch)
};

Known fix_values(const Program& program, const std::vector<ColumnView>& inputs) {
  const std::size_t count = program.code.size();
  Known values{std::vector<char>(count, 0), std::vector<double>(count, 0.0), std::vector<std::uint32_t>(count)};
  for (std::uint32_t i = 0; i < count; ++i) {
    const Instruction& step = program.code[i];
    const int arguments = internal::arity(step.code);
    values.same[i] = i;
    if (step.code == Code::input) {
      const ColumnView& input = inputs[step.a];
      values.spread[i] = !input.point;
      if (input.point) values.fixed[i] = *input.values * input.to_base;
    } else if (step.code == Code::constant) {
      values.fixed[i] = step.number;
    } else if (step.code == Code::choose && !values.spread[step.a] && values.fixed[step.a] == values.fixed[step.a]) {
      const std::uint32_t branch = values.fixed[step.a] != 0.0 ? step.b : step.c;
      values.same[i] = values.same[branch];
      values.spread[i] = values.spread[branch];
      values.fixed[i] = values.fixed[branch];
    } else if (step.code == Code::choose && !values.spread[step.a]) {
      values.fixed[i] = internal::kNaN;
    } else {
      values.spread[i] =
          values.spread[step.a] || (arguments > 1 && values.spread[step.b]) || (arguments > 2 && values.spread[step.c]);
      if (!values.spread[i]) {
        values.fixed[i] = internal::apply(step.code, values.fixed[step.a], arguments > 1 ? values.fixed[step.b] : 0.0,
                                          arguments > 2 ? values.fixed[step.c] : 0.0);
      }
    }
  }
  return values;
}

/// An instruction that is run for every block; arguments and result are slots of the scratch.
struct Task {
  Code code = Code::constant;
  std::uint32_t a = 0, b = 0, c = 0, out = 0;
  std::uint32_t input = 0;           ///< column, for an input
  std::vector<std::size_t> outputs;  ///< steps that have this value
};

struct Schedule {
  std::vector<Task> tasks;
  std::vector<std::pair<std::uint32_t, double>> constants;  ///< slots filled once
  std::uint32_t slots = 0;
};

/// The spread values some step needs, in order; a slot is free again after the last use of its value, so the scratch
/// stays within the cache. A result takes its slot before its arguments give up theirs.
class Scheduler {
 public:
  Scheduler(const Program& program, const Known& values)
      : program_(program), values_(values), last_use_(program.code.size(), kNone), slot_(program.code.size(), kNone) {}

  Schedule make() {
    std::vector<std::vector<std::size_t>> outputs(program_.code.size());
    std::vector<char> needed(program_.code.size(), 0);
    for (std::size_t s = 0; s < program_.steps.size(); ++s) {
      const std::uint32_t value = values_.same[program_.step_values[s]];
      if (!values_.spread[value]) continue;
      needed[value] = true;
      outputs[value].push_back(s);
    }
    for (std::uint32_t i = static_cast<std::uint32_t>(program_.code.size()); i-- > 0;) {
      if (!needed[i]) continue;
      for (const std::uint32_t argument : arguments(i)) {
        needed[argument] = true;
        if (last_use_[argument] == kNone) last_use_[argument] = i;
      }
    }
    for (std::uint32_t i = 0; i < program_.code.size(); ++i) {
      if (needed[i] && values_.spread[i]) add(i, std::move(outputs[i]));
    }
    return std::move(schedule_);
  }

 private:
  std::vector<std::uint32_t> arguments(std::uint32_t value) const {
    const Instruction& step = program_.code[value];
    const int count = internal::arity(step.code);
    std::vector<std::uint32_t> out;
    if (!values_.spread[value]) return out;
    if (count > 0) out.push_back(values_.same[step.a]);
    if (count > 1) out.push_back(values_.same[step.b]);
    if (count > 2) out.push_back(values_.same[step.c]);
    return out;
  }

  std::uint32_t take() {
    if (free_.empty()) return schedule_.slots++;
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    return slot;
  }

  std::uint32_t slot_of(std::uint32_t value) {
    if (slot_[value] == kNone) {  // a fixed value: filled once, kept throughout
      slot_[value] = schedule_.slots++;
      schedule_.constants.emplace_back(slot_[value], values_.fixed[value]);
    }
    return slot_[value];
  }

  void add(std::uint32_t value, std::vector<std::size_t> outputs) {
    const Instruction& step = program_.code[value];
    const std::vector<std::uint32_t> used = arguments(value);
    Task task;
    task.code = step.code;
    task.input = step.a;
    task.outputs = std::move(outputs);
    if (!used.empty()) {
      task.a = task.b = task.c = slot_of(used[0]);
      if (used.size() > 1) task.b = slot_of(used[1]);
      if (used.size() > 2) task.c = slot_of(used[2]);
    }
    task.out = slot_[value] = take();
    for (const std::uint32_t argument : used) {
      if (values_.spread[argument] && last_use_[argument] == value) {
        free_.push_back(slot_[argument]);
        last_use_[argument] = kNone;  // an argument may be used twice: x * x
      }
    }
    if (last_use_[value] == kNone) free_.push_back(task.out);
    schedule_.tasks.push_back(std::move(task));
  }

  const Program& program_;
  const Known& values_;
  std::vector<std::uint32_t> last_use_;
  std::vector<std::uint32_t> slot_;
  std::vector<std::uint32_t> free_;
  Schedule schedule_;
};

}  // namespace

ColumnView view(const Column& column, double to_base) {
  return ColumnView{column.data(), column.is_point(), to_base, false};
}

std::vector<Column> run_columns(const Program& program, const std::vector<ColumnView>& inputs,
                                const std::vector<double>& step_factors, std::size_t samples, const Drawing* drawing) {
  const Known values = fix_values(program, inputs);
  const Schedule schedule = Scheduler(program, values).make();
  Values scratch(schedule.slots * kBlock);
  // The last block is computed in all its lanes, also those that no sample fills.
  if (samples % kBlock != 0) std::fill_n(scratch.data(), scratch.size(), 0.0);
  std::vector<const double*> slots;  ///< where each value of the block lies
  for (std::uint32_t i = 0; i < schedule.slots; ++i) slots.push_back(scratch.data() + i * kBlock);
  for (const auto& [index, number] : schedule.constants) std::fill_n(scratch.data() + index * kBlock, kBlock, number);

  std::vector<Values> results;
  for (std::size_t s = 0; s < program.steps.size(); ++s) {
    results.emplace_back(values.spread[program.step_values[s]] ? samples : 1);
  }
  for (std::size_t first = 0; first < samples; first += kBlock) {
    const std::size_t count = std::min(kBlock, samples - first);
    if (drawing != nullptr) drawing->fill(first, count);
    for (const Task& task : schedule.tasks) {
      double* out = scratch.data() + task.out * kBlock;
      // Where nothing is to be scaled and the block is whole, a value is read, or written, at its own place.
      std::size_t in_place = kNoIndex;
      for (const std::size_t s : task.outputs) {
        if (count == kBlock && step_factors[s] == 1.0) in_place = s;
      }
      if (in_place != kNoIndex) out = results[in_place].data() + first;
      slots[task.out] = out;
      if (task.code != Code::input) {
        internal::run_block(task.code, slots[task.a], slots[task.b], slots[task.c], out);
      } else if (const ColumnView& input = inputs[task.input];
                 input.to_base == 1.0 && count == kBlock && in_place == kNoIndex) {
        slots[task.out] = input.values + (input.block ? 0 : first);
      } else {
        internal::multiply(input.values + (input.block ? 0 : first), input.to_base, count, out);
      }
      for (const std::size_t s : task.outputs) {
        if (s != in_place) internal::divide(slots[task.out], step_factors[s], count, results[s].data() + first);
      }
    }
  }

  std::vector<Column> columns;
  columns.reserve(results.size());
  for (std::size_t s = 0; s < results.size(); ++s) {
    const std::uint32_t value = program.step_values[s];
    columns.push_back(values.spread[value] ? Column(std::move(results[s]))
                                           : Column(values.fixed[value] / step_factors[s]));
  }
  return columns;
}

}  // namespace footing
