#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "footing/base/function_ref.hpp"
#include "footing/evaluate/column.hpp"
#include "footing/evaluate/plan.hpp"

namespace footing {

/// Drawn input columns, so that a moved slider redraws one of them. A column is the same whether it comes
/// from here or is drawn anew; least recently used columns go first when `capacity` bytes are exceeded. Owned by
/// the caller, one per thread.
class ColumnCache {
 public:
  static constexpr std::size_t kDefaultCapacity = std::size_t{32} << 20;

  explicit ColumnCache(std::size_t capacity = kDefaultCapacity) : capacity_(capacity) {}
  ColumnCache(const ColumnCache&) = delete;
  ColumnCache& operator=(const ColumnCache&) = delete;

  /// The column of `input` for this seed and number of samples, drawn if it is not here.
  Column column(const InputColumn& input, std::uint64_t seed, std::size_t samples);
  /// The same, for a caller that draws it by its own means, soon.
  Column column(const InputColumn& input, std::uint64_t seed, std::size_t samples, FunctionRef<Column()> start);
  /// Whether columns of so many samples are worth keeping: those of a claim's inputs fit.
  bool keeps(std::size_t samples) const { return samples * sizeof(double) <= capacity_ / 8; }

  std::size_t bytes() const { return bytes_; }
  std::size_t size() const { return entries_.size(); }
  std::size_t draws() const { return draws_; }  ///< columns drawn so far, for tests

 private:
  using Key = std::vector<std::uint64_t>;
  struct Entry {
    Key key;
    Column column;
  };
  std::size_t capacity_;
  std::size_t bytes_ = 0;
  std::size_t draws_ = 0;
  std::vector<Entry>
      entries_;  ///< most recently used first; a few hundred at most, and keys differ in their first words
};

}  // namespace footing
