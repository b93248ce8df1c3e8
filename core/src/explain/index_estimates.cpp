#include "footing/explain/index_estimates.hpp"

#include "explain/index_sums.hpp"
#include "footing/base/math.hpp"
#include "footing/evaluate/sampling_error.hpp"
#include "footing/evaluate/summary.hpp"

namespace footing {
namespace {

/// Sums over consecutive blocks of rows, as net_standard_error takes them; where there are too few rows for that, each
/// row is a block.
struct Blocks {
  std::size_t count = 0, rows = 0;  ///< rows: of one block
  bool net = true;

  explicit Blocks(std::size_t samples) {
    count = error_blocks(samples);
    net = count > 0;
    if (!net) {
      count = samples;
      rows = 1;
      return;
    }
    rows = samples / count;
  }

  std::size_t size(std::size_t block, std::size_t samples) const {
    return block + 1 < count ? rows : samples - block * rows;
  }
};

/// Error of sum(part) / sum(whole): what a row adds to part - ratio * whole, averaged by block.
Estimate ratio_of(const std::vector<double>& part, const std::vector<double>& whole, const Blocks& blocks,
                  std::size_t samples) {
  const double of_part = pairwise_sum(part.data(), part.size());
  const double of_whole = pairwise_sum(whole.data(), whole.size());
  Estimate out;
  out.value = of_part / of_whole;
  const double scale = of_whole / static_cast<double>(samples);
  std::vector<double> means(part.size());
  double squares = 0;
  for (std::size_t i = 0; i < part.size(); ++i) {
    means[i] = (part[i] - out.value * whole[i]) / (scale * static_cast<double>(blocks.rows));
    squares += means[i] * means[i];
  }
  out.error = blocks.net ? net_standard_error(means) : math::sqrt(squares) / static_cast<double>(samples);
  return out;
}

}  // namespace

IndexEstimates estimate_indices(const Column& a, const Column& b, const std::vector<Column>& mixed) {
  const std::size_t samples = a.size();
  const double mean =
      0.5 * (pairwise_sum(a.data(), samples) + pairwise_sum(b.data(), samples)) / static_cast<double>(samples);
  const Blocks blocks(samples);
  std::vector<double> variance(blocks.count);
  for (std::size_t k = 0; k < blocks.count; ++k) {
    const std::size_t at = k * blocks.rows;
    variance[k] = 0.5 * internal::square_sum(a.data() + at, b.data() + at, mean, blocks.size(k, samples));
  }
  IndexEstimates out;
  out.variance = pairwise_sum(variance.data(), variance.size()) / static_cast<double>(samples);
  if (out.variance == 0) return out;
  std::vector<double> first(blocks.count), total(blocks.count);
  for (const Column& one : mixed) {
    for (std::size_t k = 0; k < blocks.count; ++k) {
      const std::size_t at = k * blocks.rows;
      const internal::IndexSums sums =
          internal::index_sums(a.data() + at, b.data() + at, one.data() + at, mean, blocks.size(k, samples));
      first[k] = sums.first;
      total[k] = 0.5 * sums.total;
    }
    out.groups.push_back({ratio_of(first, variance, blocks, samples), ratio_of(total, variance, blocks, samples)});
  }
  return out;
}

}  // namespace footing
