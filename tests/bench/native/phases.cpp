#include "phases.hpp"

#include <algorithm>
#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

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

std::vector<Column> Runner::drawn_and_evaluated(ColumnCache* cache) const {
  Drawing drawing(1, samples_, cache);
  std::vector<ColumnView> views;
  for (const InputColumn& input : plan_.inputs) views.push_back(drawing.view(input));
  return run_columns(plan_.program, views, plan_.step_factors, samples_, &drawing);
}

void keep_memory() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 32 << 20);  // the most that it takes
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_TOP_PAD, 64 << 20);
#endif
}

double summarised(const std::vector<Column>& steps, bool full) {
  constexpr std::size_t kBins = 50;
  double sum = 0;
  for (const Column& column : steps) {
    if (column.is_point()) continue;
    OrderStatistics order(column.data(), column.size());
    sum += summarise(column, order, full).p95;
    const auto drawn = full ? density(column, order) : density(column, order, Axis::linear, kBins);
    if (drawn) sum += drawn->y.front();
  }
  return sum;
}

double Runner::explained(std::size_t outputs, std::size_t rows) {
  double sum = 0;
  for (std::size_t s = 0; s < outputs; ++s) {
    const auto found = indices(plan_, s, 2 * rows, 1, &cache_);
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
  if (phase_ == "draw+evaluate") return drawn_and_evaluated(nullptr).back().at(samples_ - 1);
  const bool full = phase_.back() == '+';
  if (phase_.rfind("summarise", 0) == 0) return summarised(steps_, full);
  if (phase_.rfind("total", 0) == 0) return summarised(drawn_and_evaluated(nullptr), full);
  // An end of the range, moved a little further each time, so that the column is never in the cache.
  InputColumn& input = plan_.inputs[moved_];
  DistributionSpec spec = input.distribution.spec();
  ++round_;
  if (!spec.numbers.empty()) spec.numbers.back() *= 1.0 + 1e-6 * (round_ % 1000);
  const auto made = Distribution::make(spec, input.distribution.bounds(), "bench");
  const Distribution before = input.distribution;
  if (made) input.distribution = *made;
  double sum = summarised(drawn_and_evaluated(&cache_), true);
  const bool all = phase_.rfind("slide++", 0) == 0;
  const std::size_t rows =
      std::strtoul(phase_.c_str() + (all ? 7 : std::min<std::size_t>(phase_.size(), 6)), nullptr, 10);
  if (rows > 0) sum += explained(all ? plan_.program.steps.size() : 1, rows);
  input.distribution = before;
  return sum;
}

}  // namespace footing::bench
