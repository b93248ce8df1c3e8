#include "footing/evaluate/sampling_error.hpp"

#include <algorithm>

#include "footing/base/math.hpp"

namespace footing {
namespace {

constexpr std::size_t kMostBlocks = 64;
constexpr std::size_t kLeastPoints = 8;
const double kSlowest = 2.0;  // variance halves with twice the points: independent points
const double kFastest = 8.0;  // variance falls with n^-3: smooth integrands, scrambled nets

/// Mean square of half the difference of neighbours, between blocks of which there are 2^level.
struct Contrast {
  double level = 0;
  double weight = 0;  ///< number of differences
  double log_square = 0;
};

}  // namespace

double net_standard_error(const std::vector<double>& block_means) {
  std::vector<double> means = block_means;
  std::vector<Contrast> contrasts;
  double level = 0;
  for (std::size_t n = means.size(); n > 1; n /= 2) level += 1;
  for (; means.size() > 1; level -= 1) {
    const std::size_t pairs = means.size() / 2;
    double squares = 0;
    for (std::size_t i = 0; i < pairs; ++i) {
      const double half = 0.5 * (means[2 * i] - means[2 * i + 1]);
      squares += half * half;
      means[i] = 0.5 * (means[2 * i] + means[2 * i + 1]);
    }
    means.resize(pairs);
    const double mean_square = squares / static_cast<double>(pairs);
    if (mean_square > 0) contrasts.push_back({level, static_cast<double>(pairs), math::log(mean_square)});
  }
  if (contrasts.empty()) return 0;

  // log contrast(L) = log(v0 (1 - 1/r)) + L log r, by weighted least squares.
  double weights = 0, level_sum = 0, log_sum = 0;
  for (const Contrast& c : contrasts) {
    weights += c.weight;
    level_sum += c.weight * c.level;
    log_sum += c.weight * c.log_square;
  }
  const double mean_level = level_sum / weights;
  const double mean_log = log_sum / weights;
  double up = 0, down = 0;
  for (const Contrast& c : contrasts) {
    up += c.weight * (c.level - mean_level) * (c.log_square - mean_log);
    down += c.weight * (c.level - mean_level) * (c.level - mean_level);
  }
  const double slowest = math::log(kSlowest);
  const double slope = down > 0 ? std::clamp(up / down, slowest, math::log(kFastest)) : slowest;
  const double at_whole = math::exp(mean_log - mean_level * slope);
  return math::sqrt(at_whole / (1.0 - math::exp(-slope)));
}

std::size_t error_blocks(std::size_t samples) {
  std::size_t whole = 1;
  while (2 * whole <= samples) whole *= 2;
  return whole < 2 * kLeastPoints ? 0 : std::min(kMostBlocks, whole / kLeastPoints);
}

}  // namespace footing
