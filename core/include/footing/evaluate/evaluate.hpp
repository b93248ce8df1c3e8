#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "footing/base/result.hpp"
#include "footing/evaluate/column.hpp"
#include "footing/evaluate/column_cache.hpp"
#include "footing/evaluate/drawing.hpp"
#include "footing/evaluate/plan.hpp"

namespace footing {

/// Points a display needs: their 5 % and 95 % quantiles are within about 0.5 %.
inline constexpr std::size_t kDefaultSamples = 16384;
inline constexpr std::size_t kMinSamples = 2;
inline constexpr std::size_t kMaxSamples = std::size_t{1} << 20;

struct Options {
  std::size_t samples = kDefaultSamples;
  std::uint64_t seed = 1;
};

/// The joint sample of a plan: sample i of every column belongs together. A column is a point when nothing
/// it depends on is spread (of an `if` with a fixed condition, only the chosen branch counts).
struct Evaluation {
  std::size_t samples = 0;
  std::vector<Column> steps;          ///< declared units, order of program.steps
  std::vector<double> input_medians;  ///< declared units
  std::vector<double> central;        ///< each step with every input at its median, declared units
};

/// Draws the inputs and runs the program over them in blocks. With or without a cache the same bits.
/// Errors: samples-range; non-finite at "<path>/steps/<id>" for each step that has a sample (or a central
/// value) which is not finite, unless it only inherits that from another such step: the message gives the share
/// of samples and the inputs at the first of them. Only steps' values are looked at, so the branch an `if` does
/// not take can be anything.
Result<Evaluation> evaluate(const Plan& plan, const Options& options, ColumnCache* cache = nullptr,
                            const std::string& path = "");

/// What evaluating the whole of `program` at `path` would have reported, from the errors of evaluations of parts of it
/// (see prune), one after the other: none twice, and no non-finite step that inherits that from a step of another part.
Errors merge_errors(const Program& program, const Errors& of_parts, const std::string& path);

/// Runs a program over given columns (order of program.inputs), 1024 samples at a time; every lane has the bits
/// of run_scalar. Steps in declared units; nothing is checked. What `drawing` gave views of is drawn on
/// the way.
std::vector<Column> run_columns(const Program& program, const std::vector<ColumnView>& inputs,
                                const std::vector<double>& step_factors, std::size_t samples,
                                const Drawing* drawing = nullptr);

/// Runs a plan for one point, inputs in declared units: one value per step in declared units.
std::vector<double> run_point(const Plan& plan, const std::vector<double>& inputs);

/// Median of every input, declared units.
std::vector<double> medians(const Plan& plan);

}  // namespace footing
