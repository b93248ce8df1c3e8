#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>

#include "measure.hpp"
#include "phases.hpp"

/// Times the engine natively for a program that asks: FILE holds prepared claims; for each line "workload phase samples
/// milliseconds" on standard input a line with the milliseconds of one run.
int main(int argc, char** argv) {
  if (argc != 2) return 1;
  footing::bench::keep_memory();
  std::ifstream in(argv[1], std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (footing::bench::load(text.str()) == 0) return 1;
  // Processor time, which other programs on the machine hardly change.
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
  };
  std::string workload, phase;
  int samples = 0;
  double least = 0;
  while (std::cin >> workload >> phase >> samples >> least) {
    std::cout << footing::bench::measure(workload, phase, samples, least, now) << std::endl;
  }
}
