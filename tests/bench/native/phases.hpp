#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "footing/evaluate/evaluate.hpp"

/// The parts of one evaluation, one by one, so that they can be timed apart.
namespace footing::bench {

/// A claim's default scenario: what its outputs depend on.
struct Workload {
  std::string id;
  Plan plan;
};

/// The claims of a text as `prepare` answers it. Empty when it cannot be read.
std::vector<Workload> read_workloads(const std::string& prepared);

/// What run() knows:
///   draw        every spread input, anew; draw:ID one of them
///   evaluate    the program over drawn columns
///   summarise   quantiles, moments, sampling errors and a density of every output
///   total       these three
///   slide       one input moved a little, the others' columns cached: one column, evaluate, summarise
///   slide+      the same with Sobol' indices of the first output
///   slide++     the same with those of every output
class Runner {
 public:
  Runner(const Workload& workload, std::string phase, std::size_t samples);
  /// Once; the number depends on everything that was computed.
  double run();

 private:
  std::vector<Column> drawn() const;
  std::vector<Column> evaluated(const std::vector<Column>& inputs) const;
  double summarised(const std::vector<Column>& steps) const;
  double explained(std::size_t outputs);

  Plan plan_;
  std::string phase_;
  std::size_t samples_;
  std::size_t moved_ = 0;
  int round_ = 0;
  ColumnCache cache_;
  std::vector<Column> inputs_, steps_;
};

}  // namespace footing::bench
