#include "footing/evaluate/drawing.hpp"

#include <algorithm>

#include "evaluate/run_block.hpp"

namespace footing {
namespace {

using internal::kBlock;

void draw_block(const InputColumn& input, const SobolColumn& points, std::size_t first, std::size_t count,
                double* out) {
  points.fill(static_cast<std::uint32_t>(first), count, out);
  input.distribution.quantiles(out, count, out);
}

}  // namespace

Column Drawing::start(const InputColumn& input, bool block) {
  Values values(block ? kBlock : samples_);
  parts_.push_back({&input, SobolColumn(input.dimension, seed_), values.data(), block});
  return Column(std::move(values));
}

ColumnView Drawing::view(const InputColumn& input) {
  const bool point = input.distribution.is_point();
  const bool block = !point && (cache_ == nullptr || !cache_->keeps(samples_));
  if (point) {
    columns_.push_back(draw(input, seed_, samples_));
  } else if (block) {
    columns_.push_back(start(input, true));
  } else {
    columns_.push_back(cache_->column(input, seed_, samples_, [&] { return start(input, false); }));
  }
  return {columns_.back().data(), point, input.to_base, block};
}

void Drawing::fill(std::size_t first, std::size_t count) const {
  for (const Part& part : parts_) {
    draw_block(*part.input, part.points, first, count, part.block ? part.out : part.out + first);
  }
}

Column draw(const InputColumn& input, std::uint64_t seed, std::size_t samples) {
  if (input.distribution.is_point()) return Column(input.distribution.quantile(0.5));
  const SobolColumn points(input.dimension, seed);
  Values values(samples);
  for (std::size_t first = 0; first < samples; first += kBlock) {
    draw_block(input, points, first, std::min(kBlock, samples - first), values.data() + first);
  }
  return Column(std::move(values));
}

Column column_of(const InputColumn& input, std::uint64_t seed, std::size_t samples, ColumnCache* cache) {
  return cache != nullptr ? cache->column(input, seed, samples) : draw(input, seed, samples);
}

}  // namespace footing
