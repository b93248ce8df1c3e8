#include "measure.hpp"

#include <vector>

#include "phases.hpp"

namespace footing::bench {
namespace {

std::vector<Workload>& workloads() {
  static std::vector<Workload> held;
  return held;
}

double result = 0;

}  // namespace

int load(const std::string& prepared) {
  workloads() = read_workloads(prepared);
  return static_cast<int>(workloads().size());
}

double last_result() { return result; }

double measure(const std::string& workload, const std::string& phase, int samples, double least, double (*now)()) {
  for (const Workload& one : workloads()) {
    if (one.id != workload) continue;
    Runner runner(one, phase, static_cast<std::size_t>(samples));
    result = runner.run();
    int runs = 0;
    const double start = now();
    double spent = 0;
    while (spent < least || runs == 0) {
      result = runner.run();
      ++runs;
      spent = now() - start;
    }
    return spent / runs;
  }
  return -1;
}

}  // namespace footing::bench
