#pragma once

#include <string>

namespace footing::bench {

/// Reads the claims that measure() knows; how many there are.
int load(const std::string& prepared);

/// Milliseconds a run of a phase takes, by `now` (milliseconds): as many runs as `least` milliseconds need, after one
/// that is not counted. Negative when there is no such workload.
double measure(const std::string& workload, const std::string& phase, int samples, double least, double (*now)());

/// What measure() computed last: kept so that no compiler leaves the work out.
double last_result();

}  // namespace footing::bench
