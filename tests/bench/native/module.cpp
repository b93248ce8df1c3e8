#include <emscripten.h>

#include "measure.hpp"

/// The same as a module: what a page or Node calls.
extern "C" {

EMSCRIPTEN_KEEPALIVE int bench_load(const char* prepared) { return footing::bench::load(prepared); }

EMSCRIPTEN_KEEPALIVE double bench_measure(const char* workload, const char* phase, int samples, double least) {
  return footing::bench::measure(workload, phase, samples, least, emscripten_get_now);
}
}
