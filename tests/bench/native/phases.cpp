#include "phases.hpp"

#include "exchange/answer.hpp"
#include "exchange/prepared_codec.hpp"
#include "footing/evaluate/density.hpp"
#include "footing/explain/indices.hpp"
#include "footing/model/resolve.hpp"

namespace footing::bench {

std::vector<Workload> read_workloads(const std::string& prepared) {
  std::vector<Workload> workloads;
  const auto json = parse_json(prepared, "prepared");
  if (!json) return workloads;
  Errors errors;
  const std::vector<PreparedClaim> claims = read_prepared(Reader(&*json, "", errors));
  for (const PreparedClaim& claim : claims) {
    const auto resolved = resolve(claim, claim.default_scenario, {}, DeclaredUnits());
    if (resolved) workloads.push_back({claim.id, prune(plan_of(*resolved), claim.outputs)});
  }
  return workloads;
}

Runner::Runner(const Workload& workload, std::string phase, std::size_t samples)
    : plan_(workload.plan), phase_(std::move(phase)), samples_(samples), cache_(std::size_t{256} << 20) {
  while (moved_ + 1 < plan_.inputs.size() && plan_.inputs[moved_].distribution.is_point()) ++moved_;
  inputs_ = drawn();
  steps_ = evaluated(inputs_);
}

std::vector<Column> Runner::drawn() const {
  std::vector<Column> columns;
  for (const InputColumn& input : plan_.inputs) columns.push_back(draw(input, 1, samples_));
  return columns;
}

std::vector<Column> Runner::evaluated(const std::vector<Column>& inputs) const {
  std::vector<ColumnView> views;
  for (std::size_t i = 0; i < inputs.size(); ++i) views.push_back(view(inputs[i], plan_.inputs[i].to_base));
  return run_columns(plan_.program, views, plan_.step_factors, samples_);
}

double Runner::summarised(const std::vector<Column>& steps) const {
  double sum = 0;
  for (const Column& column : steps) {
    if (column.is_point()) continue;
    OrderStatistics order(column.data(), column.size());
    sum += summarise(column, order).p95;
    if (const auto drawn = density(column, order)) sum += drawn->y.front();
  }
  return sum;
}

double Runner::explained(std::size_t outputs) {
  double sum = 0;
  for (std::size_t s = 0; s < outputs; ++s) {
    const auto found = indices(plan_, s, samples_, 1, &cache_);
    if (found && !found->groups.empty()) sum += found->groups.front().linear.total.value;
  }
  return sum;
}

double Runner::run() {
  if (phase_.rfind("draw:", 0) == 0) {
    const std::size_t input = input_index(plan_.program, phase_.substr(5));
    return input == kNoIndex ? 0.0 : draw(plan_.inputs[input], 1, samples_).at(samples_ - 1);
  }
  if (phase_ == "draw") return drawn().back().at(samples_ - 1);
  if (phase_ == "evaluate") return evaluated(inputs_).back().at(samples_ - 1);
  if (phase_ == "summarise") return summarised(steps_);
  if (phase_ == "total") return summarised(evaluated(drawn()));
  // An end of the range, moved a little further each time, so that the column is never in the cache.
  InputColumn& input = plan_.inputs[moved_];
  DistributionSpec spec = input.distribution.spec();
  ++round_;
  if (!spec.numbers.empty()) spec.numbers.back() *= 1.0 + 1e-6 * (round_ % 1000);
  const auto made = Distribution::make(spec, input.distribution.bounds(), "bench");
  const Distribution before = input.distribution;
  if (made) input.distribution = *made;
  std::vector<Column> columns;
  for (const InputColumn& one : plan_.inputs) columns.push_back(cache_.column(one, 1, samples_));
  double sum = summarised(evaluated(columns));
  if (phase_ == "slide+") sum += explained(1);
  if (phase_ == "slide++") sum += explained(plan_.program.steps.size());
  input.distribution = before;
  return sum;
}

}  // namespace footing::bench
