#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "footing/evaluate/column.hpp"
#include "footing/evaluate/column_cache.hpp"
#include "footing/evaluate/plan.hpp"
#include "footing/uncertainty/sobol.hpp"

namespace footing {

/// The inputs of one run, drawn block by block, each block just before the program reads it, while it is still near the
/// processor. Columns that the cache holds are not drawn, new ones are left in it; where they would not fit in the
/// cache, or there is none, a block is all that is ever kept. Inputs that are given to it must outlive it.
class Drawing {
 public:
  Drawing(std::uint64_t seed, std::size_t samples, ColumnCache* cache)
      : seed_(seed), samples_(samples), cache_(cache) {}
  Drawing(const Drawing&) = delete;
  Drawing& operator=(const Drawing&) = delete;

  /// What run_columns reads of an input while this lives; from one run alone, which calls fill().
  ColumnView view(const InputColumn& input);
  /// Draws these points, of one block, of what is not drawn yet. Blocks in order, each once.
  void fill(std::size_t first, std::size_t count) const;

 private:
  struct Part {
    const InputColumn* input;
    SobolColumn points;
    double* out;
    bool block;
  };
  Column start(const InputColumn& input, bool block);

  std::uint64_t seed_;
  std::size_t samples_;
  ColumnCache* cache_;
  std::vector<Part> parts_;
  std::vector<Column> columns_;
};

/// Draws one column: the distribution's quantile function over the points of its Sobol dimension. A point is
/// not drawn.
Column draw(const InputColumn& input, std::uint64_t seed, std::size_t samples);

/// The column from the cache, or drawn where there is none.
Column column_of(const InputColumn& input, std::uint64_t seed, std::size_t samples, ColumnCache* cache);

}  // namespace footing
