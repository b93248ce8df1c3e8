#include "footing/evaluate/evaluate.hpp"

#include <algorithm>

#include "../formula/apply.hpp"
#include "evaluate/run_block.hpp"
#include "footing/base/number.hpp"
#include "footing/uncertainty/sobol.hpp"

namespace footing {
namespace {

constexpr std::size_t kInputsNamed = 6;

bool is_finite(double x) { return x - x == 0.0; }

/// What is amiss with one step's values.
struct Failure {
  std::size_t count = 0;  ///< samples that are not finite
  std::size_t first = 0;  ///< the first of them
  bool central = false;   ///< the value with every input at its median is not finite
  bool any() const { return count > 0 || central; }
};

Failure inspect(const Column& column, double central) {
  Failure failure;
  failure.central = !is_finite(central);
  if (internal::all_finite(column.data(), column.size())) return failure;
  for (std::size_t i = column.size(); i-- > 0;) {
    if (is_finite(column.values()[i])) continue;
    ++failure.count;
    failure.first = i;
  }
  return failure;
}

/// Does `step` read (through whatever lies between) a value that is one of `failing`, other than its own?
bool inherits(const Program& program, std::size_t step, const std::vector<char>& failing) {
  const std::uint32_t own = program.step_values[step];
  std::vector<char> read(program.code.size(), 0);
  read[own] = true;
  for (std::uint32_t i = own + 1; i-- > 0;) {
    if (!read[i]) continue;
    if (i != own && failing[i]) return true;
    const Instruction& instruction = program.code[i];
    const int arguments = internal::arity(instruction.code);
    if (arguments > 0) read[instruction.a] = true;
    if (arguments > 1) read[instruction.b] = true;
    if (arguments > 2) read[instruction.c] = true;
  }
  return false;
}

/// A share in percent with three significant digits.
std::string percent(std::size_t part, std::size_t whole) {
  const double share = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  double scale = 1.0;
  while (share * scale < 99.95 && scale < 1e9) scale *= 10.0;
  return shortest(static_cast<double>(static_cast<long long>(share * scale + 0.5)) / scale) + " %";
}

std::string describe(const Plan& plan, const Evaluation& evaluation, std::uint64_t seed, std::size_t step,
                     const Failure& failure) {
  const std::size_t total = evaluation.steps[step].size();
  std::string text = "step '" + plan.program.steps[step] + "' is not a finite number ";
  text += failure.count == 0 ? "with every input at its median"
          : total == 1       ? "for the values given"
                             : "for " + percent(failure.count, total) + " of the samples";
  const std::vector<char> read = inputs_read_by(plan.program, step);
  std::string list;
  std::size_t named = 0;
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (!read[i]) continue;
    if (named++ == kInputsNamed) {
      list += ", …";
      break;
    }
    double value = evaluation.input_medians[i];
    if (failure.count > 0) value = draw(plan.inputs[i], seed, failure.first + 1).at(failure.first);
    list += (list.empty() ? "" : ", ") + plan.program.inputs[i] + " = " + shortest(value);
  }
  if (list.empty()) return text;
  return text + (failure.count > 0 && total > 1 ? "; first where " : ": ") + list;
}

Errors check(const Plan& plan, const Evaluation& evaluation, std::uint64_t seed, const std::string& path) {
  std::vector<Failure> failures;
  std::vector<char> failing(plan.program.code.size(), 0);
  for (std::size_t s = 0; s < evaluation.steps.size(); ++s) {
    failures.push_back(inspect(evaluation.steps[s], evaluation.central[s]));
    if (failures.back().any()) failing[plan.program.step_values[s]] = true;
  }
  Errors errors;
  for (std::size_t s = 0; s < failures.size(); ++s) {
    if (!failures[s].any() || inherits(plan.program, s, failing)) continue;
    errors.push_back({"non-finite", path + "/steps/" + plan.program.steps[s],
                      describe(plan, evaluation, seed, s, failures[s]),
                      "narrow the inputs so that no divisor reaches zero and no number grows beyond all bounds"});
  }
  return errors;
}

Errors check_options(const Plan& plan, const Options& options, const std::string& path) {
  Errors errors;
  if (options.samples < kMinSamples || options.samples > kMaxSamples) {
    errors.push_back({"samples-range", path,
                      "the number of samples is " + std::to_string(options.samples) + ", not one of " +
                          std::to_string(kMinSamples) + " to " + std::to_string(kMaxSamples),
                      "a power of two such as " + std::to_string(kDefaultSamples) + " serves best"});
  }
  for (std::size_t i = 0; i < plan.inputs.size(); ++i) {
    const InputColumn& input = plan.inputs[i];
    if (input.distribution.is_point() || (input.dimension >= 0 && input.dimension < kSobolDimensions)) continue;
    errors.push_back({"too-many-dimensions", path + "/inputs/" + plan.program.inputs[i],
                      "input '" + plan.program.inputs[i] + "' has dimension " + std::to_string(input.dimension) +
                          "; a sample has at most " + std::to_string(kSobolDimensions),
                      "give some inputs a point value"});
  }
  return errors;
}

}  // namespace

std::vector<double> medians(const Plan& plan) {
  std::vector<double> out;
  out.reserve(plan.inputs.size());
  for (const InputColumn& input : plan.inputs) out.push_back(input.distribution.quantile(0.5));
  return out;
}

std::vector<double> run_point(const Plan& plan, const std::vector<double>& inputs) {
  std::vector<double> base(inputs.size());
  for (std::size_t i = 0; i < inputs.size(); ++i) base[i] = inputs[i] * plan.inputs[i].to_base;
  std::vector<double> values;
  run_scalar(plan.program, base, values);
  for (std::size_t s = 0; s < values.size(); ++s) values[s] /= plan.step_factors[s];
  return values;
}

Errors merge_errors(const Program& program, const Errors& of_parts, const std::string& path) {
  std::vector<std::size_t> steps;
  std::vector<char> failing(program.code.size(), 0);
  for (const Error& error : of_parts) {
    std::size_t step = 0;
    while (step < program.steps.size() && error.path != path + "/steps/" + program.steps[step]) ++step;
    steps.push_back(step);
    if (step < program.steps.size()) failing[program.step_values[step]] = true;
  }
  Errors errors;
  for (std::size_t i = 0; i < of_parts.size(); ++i) {
    if (steps[i] < program.steps.size() && inherits(program, steps[i], failing)) continue;
    if (std::find(errors.begin(), errors.end(), of_parts[i]) == errors.end()) errors.push_back(of_parts[i]);
  }
  return errors;
}

Result<Evaluation> evaluate(const Plan& plan, const Options& options, ColumnCache* cache, const std::string& path) {
  Errors errors = check_options(plan, options, path);
  if (!errors.empty()) return errors;

  Evaluation out;
  out.samples = options.samples;
  std::vector<ColumnView> views;
  Drawing drawing(options.seed, options.samples, cache);
  for (const InputColumn& input : plan.inputs) views.push_back(drawing.view(input));
  out.steps = run_columns(plan.program, views, plan.step_factors, options.samples, &drawing);
  out.input_medians = medians(plan);
  out.central = run_point(plan, out.input_medians);
  errors = check(plan, out, options.seed, path);
  if (!errors.empty()) return errors;
  return out;
}

}  // namespace footing
