#include "footing/explain/indices.hpp"

#include <algorithm>
#include <cmath>

#include "evaluate/run_block.hpp"
#include "explain/groups.hpp"
#include "explain/rerun.hpp"
#include "footing/base/math.hpp"
#include "footing/evaluate/evaluate.hpp"
#include "footing/uncertainty/sobol.hpp"

namespace footing {
namespace {

using internal::Rerun;
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

bool finite(const Column& column) { return internal::all_finite(column.data(), column.size()); }

/// The step, or its logarithm, at the rows of A, of B and of every mixed matrix.
struct Rows {
  Column a, b;
  std::vector<Column> mixed;

  bool finite() const {
    return footing::finite(a) && footing::finite(b) && std::all_of(mixed.begin(), mixed.end(), footing::finite);
  }
};

/// Runs the step and its logarithm over A, over B and over every mixed matrix. What does not depend on the columns that
/// a mixed matrix has from B is what it was in A, and is not computed again.
class Matrices {
 public:
  Matrices(const Plan& plan, const std::vector<Together>& groups, const std::vector<int>& second, std::size_t samples,
           std::size_t rows, std::uint64_t seed, ColumnCache* cache)
      : plan_(plan), rows_(rows) {
    // The first rows of the joint sample, which is in the cache where it fits.
    const bool kept = cache != nullptr && cache->keeps(samples);
    for (const InputColumn& input : plan.inputs) {
      a_.push_back(kept ? cache->column(input, seed, samples) : draw(input, seed, rows));
      b_.push_back(a_.back());
    }
    for (std::size_t g = 0; g < groups.size(); ++g) {
      std::vector<char> changed(plan.inputs.size(), 0);
      for (const std::size_t i : groups[g].inputs) {
        InputColumn other = plan.inputs[i];
        other.dimension = second[g];
        b_[i] = column_of(other, seed, rows, cache);
        changed[i] = true;
      }
      changed_.push_back(std::move(changed));
      reruns_.push_back(internal::rerun(plan.program, changed_.back()));
    }
  }

  void run(Rows& values, Rows& logs) {
    Program program = plan_.program;
    std::vector<double> factors = plan_.step_factors;
    std::vector<std::size_t> step_of(program.code.size(), kNoIndex);  // of values that some mixed matrix reads
    for (const Rerun& rerun : reruns_) {
      for (const Rerun::Source& source : rerun.sources) {
        if (!source.value || step_of[source.index] != kNoIndex) continue;
        step_of[source.index] = program.steps.size();
        program.steps.emplace_back();
        program.step_values.push_back(source.index);
        factors.push_back(1.0);
      }
    }
    const auto views_of = [this](const std::vector<Column>& columns) {
      std::vector<ColumnView> views;
      for (std::size_t i = 0; i < columns.size(); ++i) views.push_back(view(columns[i], plan_.inputs[i].to_base));
      return views;
    };
    const std::vector<Column> in_a = run_columns(program, views_of(a_), factors, rows_);
    values.a = spelled_out(in_a[0]);
    logs.a = spelled_out(in_a[1]);
    const std::vector<Column> in_b = run_columns(plan_.program, views_of(b_), plan_.step_factors, rows_);
    values.b = spelled_out(in_b[0]);
    logs.b = spelled_out(in_b[1]);
    for (std::size_t g = 0; g < reruns_.size(); ++g) {
      std::vector<ColumnView> views;
      for (const Rerun::Source& source : reruns_[g].sources) {
        const std::size_t i = source.index;
        if (source.value) {
          views.push_back(view(in_a[step_of[i]], 1.0));
        } else {
          views.push_back(view(changed_[g][i] ? b_[i] : a_[i], plan_.inputs[i].to_base));
        }
      }
      const std::vector<Column> mixed = run_columns(reruns_[g].program, views, plan_.step_factors, rows_);
      values.mixed.push_back(spelled_out(mixed[0]));
      logs.mixed.push_back(spelled_out(mixed[1]));
    }
  }

 private:
  /// A value for every row, of a column that may be a point.
  Column spelled_out(const Column& column) const {
    return column.is_point() ? Column(Values(rows_, column.at(0))) : column;
  }

  const Plan& plan_;
  std::size_t rows_;
  std::vector<Column> a_, b_;
  std::vector<std::vector<char>> changed_;  ///< by each group
  std::vector<Rerun> reruns_;
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
  Rows values, logs;
  Matrices(part, groups, second, std::max(samples, out.rows), out.rows, seed, cache).run(values, logs);
  if (!values.finite()) return non_finite(path, id);

  const IndexEstimates linear = estimate_indices(values.a, values.b, values.mixed);
  const double sd = math::sqrt(linear.variance);
  if (sd <= kNoise * std::fabs(values.a.at(0))) return out;
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
