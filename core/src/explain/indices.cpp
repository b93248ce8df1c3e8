#include "footing/explain/indices.hpp"

#include <algorithm>
#include <cmath>

#include "explain/groups.hpp"
#include "footing/base/math.hpp"
#include "footing/evaluate/evaluate.hpp"
#include "footing/uncertainty/sobol.hpp"

namespace footing {
namespace {

using internal::Together;

const double kNoise = 1e-12;  // a spread this small against the value is rounding, as of x / x

/// Dimensions of matrix B, one a group: those that follow all that inputs of the plan have, spread or not, so that an
/// input given a point value leaves the others' as they are; where there are not enough, the lowest free ones. Empty
/// when those do not suffice either.
std::vector<int> second_dimensions(const Plan& plan, const std::vector<Together>& groups) {
  int next = 0;
  for (const InputColumn& input : plan.inputs) next = std::max(next, input.dimension + 1);
  std::vector<int> out;
  for (const Together& group : groups) out.push_back(next + group.dimension);
  if (std::all_of(out.begin(), out.end(), [](int dimension) { return dimension < kSobolDimensions; })) return out;
  out.clear();
  for (int dimension = 0; dimension < kSobolDimensions && out.size() < groups.size(); ++dimension) {
    const auto taken = [dimension](const Together& group) { return group.dimension == dimension; };
    if (std::none_of(groups.begin(), groups.end(), taken)) out.push_back(dimension);
  }
  if (out.size() < groups.size()) out.clear();
  return out;
}

/// The step, and its logarithm as a step behind it.
Plan with_logarithm(const Plan& plan, std::size_t step) {
  Plan out = prune(plan, {plan.program.steps[step]});
  out.program.code.push_back({Instruction::Code::log, out.program.step_values.front()});
  out.program.steps.push_back("");
  out.program.step_values.push_back(static_cast<std::uint32_t>(out.program.code.size() - 1));
  out.step_factors.push_back(1.0);
  return out;
}

bool all_finite(const std::vector<double>& values) {
  return std::all_of(values.begin(), values.end(), [](double x) { return x - x == 0.0; });
}

/// The step, or its logarithm, at the rows of A, of B and of every mixed matrix.
struct Rows {
  std::vector<double> a, b;
  std::vector<std::vector<double>> mixed;

  bool finite() const { return all_finite(a) && all_finite(b) && std::all_of(mixed.begin(), mixed.end(), all_finite); }
};

/// Values of a column that may be a point.
std::vector<double> spelled_out(const Column& column, std::size_t rows) {
  const Values& values = column.values();
  return column.is_point() ? std::vector<double>(rows, column.at(0))
                           : std::vector<double>(values.begin(), values.end());
}

class Matrices {
 public:
  Matrices(const Plan& plan, const std::vector<Together>& groups, const std::vector<int>& second, std::size_t samples,
           std::size_t rows, std::uint64_t seed, ColumnCache* cache)
      : plan_(plan), groups_(groups), rows_(rows) {
    const auto drawn = [&](const InputColumn& input, std::size_t count) {
      return cache != nullptr ? cache->column(input, seed, count) : draw(input, seed, count);
    };
    for (const InputColumn& input : plan.inputs) {
      a_.push_back(drawn(input, samples));
      b_.push_back(a_.back());
    }
    for (std::size_t g = 0; g < groups.size(); ++g) {
      for (const std::size_t i : groups[g].inputs) {
        InputColumn other = plan.inputs[i];
        other.dimension = second[g];
        b_[i] = drawn(other, rows);
      }
    }
  }

  /// Both steps with the columns of A, but those of one group (of all, with kNoIndex), where `mixed`, from B.
  void run(bool mixed, std::size_t group, std::vector<double>& values, std::vector<double>& logs) const {
    std::vector<ColumnView> views;
    for (std::size_t i = 0; i < a_.size(); ++i) views.push_back(view(a_[i], plan_.inputs[i].to_base));
    for (std::size_t g = 0; g < groups_.size() && mixed; ++g) {
      if (group != kNoIndex && group != g) continue;
      for (const std::size_t i : groups_[g].inputs) views[i] = view(b_[i], plan_.inputs[i].to_base);
    }
    const std::vector<Column> steps = run_columns(plan_.program, views, plan_.step_factors, rows_);
    values = spelled_out(steps[0], rows_);
    logs = spelled_out(steps[1], rows_);
  }

 private:
  const Plan& plan_;
  const std::vector<Together>& groups_;
  std::size_t rows_;
  std::vector<Column> a_, b_;
};

Error non_finite(const std::string& path, const std::string& step) {
  return {"non-finite", path + "/steps/" + step,
          "step '" + step + "' is not a finite number for some values of the inputs together",
          "narrow the inputs so that no divisor reaches zero and no number grows beyond all bounds"};
}

}  // namespace

std::size_t index_rows(std::size_t samples) {
  std::size_t rows = 2;
  while (4 * rows <= samples && rows < kMostIndexRows) rows *= 2;
  return rows;
}

Result<Indices> indices(const Plan& plan, std::size_t step, std::size_t samples, std::uint64_t seed, ColumnCache* cache,
                        const std::string& path) {
  const std::string& id = plan.program.steps[step];
  const Plan part = with_logarithm(plan, step);
  const std::vector<Together> groups = internal::spread_groups(part);
  Indices out;
  out.rows = index_rows(samples);
  if (groups.empty()) return out;
  const std::vector<int> second = second_dimensions(plan, groups);
  if (second.empty()) {
    return Error{"too-many-dimensions", path + "/steps/" + id,
                 "indices of " + std::to_string(groups.size()) + " inputs need twice as many dimensions; there are " +
                     std::to_string(kSobolDimensions),
                 "give some inputs a point value"};
  }
  const Matrices matrices(part, groups, second, std::max(samples, out.rows), out.rows, seed, cache);
  Rows values, logs;
  matrices.run(false, kNoIndex, values.a, logs.a);
  matrices.run(true, kNoIndex, values.b, logs.b);
  values.mixed.resize(groups.size());
  logs.mixed.resize(groups.size());
  for (std::size_t g = 0; g < groups.size(); ++g) matrices.run(true, g, values.mixed[g], logs.mixed[g]);
  if (!values.finite()) return non_finite(path, id);

  const IndexEstimates linear = estimate_indices(values.a, values.b, values.mixed);
  const double sd = math::sqrt(linear.variance);
  if (sd <= kNoise * std::fabs(values.a.front())) return out;
  out.sd = sd;
  IndexEstimates log;
  if (logs.finite()) log = estimate_indices(logs.a, logs.b, logs.mixed);
  const bool has_log = log.variance > 0;
  if (has_log) out.log_sd = math::sqrt(log.variance);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    InputGroup group;
    for (const std::size_t i : groups[g].inputs) {
      group.inputs.push_back(input_index(plan.program, part.program.inputs[i]));
    }
    group.linear = linear.groups[g];
    if (has_log) group.log = log.groups[g];
    out.groups.push_back(std::move(group));
  }
  const auto size = [](const InputGroup& group) { return (group.log ? *group.log : group.linear).total.value; };
  std::stable_sort(out.groups.begin(), out.groups.end(),
                   [&](const InputGroup& x, const InputGroup& y) { return size(x) > size(y); });
  return out;
}

}  // namespace footing
