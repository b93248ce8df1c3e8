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

/// Natively: memory that is freed stays with the process, as in WebAssembly, which has no other way. Else every run
/// pays for having its pages taken and given anew, which took a fifth of the time.
void keep_memory();

/// Summarises every spread column, as phase summarise or summarise+.
double summarised(const std::vector<Column>& steps, bool full);

/// The claims of a text as `prepare` answers it. Empty when it cannot be read.
std::vector<Workload> read_workloads(const std::string& prepared);

/// What run() knows:
///   draw        every spread input, anew; draw:ID one of them
///   evaluate    the program over drawn columns
///   draw+evaluate   both, a block at a time, as the engine does
///   summarise   moments, five quantiles and 50 bins of every output, which is what the others are asked for
///   summarise+  what the engine shows unless told otherwise: also the sampling errors, and a density of 60 bins
///   total       draw+evaluate and summarise
///   total+      draw+evaluate and summarise+
///   slide       one input moved a little, the others' columns cached: one column, evaluate, summarise+
///   slide+ROWS  the same with Sobol' indices of the first output, ROWS rows a matrix
///   slide++ROWS the same with those of every output
class Runner {
 public:
  Runner(const Workload& workload, std::string phase, std::size_t samples);
  /// Once; the number depends on everything that was computed.
  double run();

 private:
  std::vector<Column> drawn() const;
  std::vector<Column> evaluated(const std::vector<Column>& inputs) const;
  std::vector<Column> drawn_and_evaluated(ColumnCache* cache) const;
  double explained(std::size_t outputs, std::size_t rows);

  Plan plan_;
  std::string phase_;
  std::size_t samples_;
  std::size_t moved_ = 0;
  int round_ = 0;
  ColumnCache cache_;
  std::vector<Column> inputs_, steps_;
};

}  // namespace footing::bench
