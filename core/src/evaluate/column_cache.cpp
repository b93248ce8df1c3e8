#include "footing/evaluate/column_cache.hpp"

#include <algorithm>
#include <cstring>

#include "footing/evaluate/drawing.hpp"

namespace footing {
namespace {

std::uint64_t bits_of(double value) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

void add_number(std::vector<std::uint64_t>& key, const std::optional<double>& number) {
  key.push_back(number ? 1 : 0);
  key.push_back(number ? bits_of(*number) : 0);
}

void add_numbers(std::vector<std::uint64_t>& key, const std::vector<double>& numbers) {
  key.push_back(numbers.size());
  for (const double number : numbers) key.push_back(bits_of(number));
}

/// Everything a column's bits depend on; lists carry their length, so no two keys run together.
std::vector<std::uint64_t> key_of(const InputColumn& input, std::uint64_t seed, std::size_t samples) {
  const DistributionSpec& spec = input.distribution.spec();
  const Bounds& bounds = input.distribution.bounds();
  std::vector<std::uint64_t> key{static_cast<std::uint64_t>(input.dimension),
                                 seed,
                                 samples,
                                 static_cast<std::uint64_t>(spec.shape),
                                 (bounds.log ? 1u : 0u) + (bounds.gather ? std::uint64_t{2} : 0),
                                 spec.in_order ? std::uint64_t{1} : 0};
  add_number(key, bounds.min);
  add_number(key, bounds.max);
  add_numbers(key, spec.numbers);
  add_numbers(key, spec.weights);
  return key;
}

}  // namespace

Column ColumnCache::column(const InputColumn& input, std::uint64_t seed, std::size_t samples) {
  if (input.distribution.is_point()) return draw(input, seed, samples);
  return column(input, seed, samples, [&] { return draw(input, seed, samples); });
}

Column ColumnCache::column(const InputColumn& input, std::uint64_t seed, std::size_t samples,
                           FunctionRef<Column()> start) {
  Key key = key_of(input, seed, samples);
  const auto found =
      std::find_if(entries_.begin(), entries_.end(), [&key](const Entry& entry) { return entry.key == key; });
  if (found != entries_.end()) {
    std::rotate(entries_.begin(), found, found + 1);
    return entries_.front().column;
  }
  ++draws_;
  Column column = start();
  entries_.push_back(Entry{std::move(key), column});
  std::rotate(entries_.begin(), entries_.end() - 1, entries_.end());
  bytes_ += samples * sizeof(double);
  while (bytes_ > capacity_ && !entries_.empty()) {
    bytes_ -= entries_.back().column.size() * sizeof(double);
    entries_.pop_back();
  }
  return column;
}

}  // namespace footing
