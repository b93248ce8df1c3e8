#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace footing::fuzz {

/// Remembers texts by their hashes, a bounded number of them: what follows from a text alone needs to be tried once. An
/// input that is run by itself, as one that broke something is, meets an empty memory.
class Seen {
 public:
  /// True if this text has not been met, or was forgotten for another one.
  bool is_new(std::string_view text) {
    const std::uint64_t hash = std::hash<std::string_view>()(text) | 1;  // an empty place holds 0
    std::uint64_t& place = places_[(hash >> 1) % places_.size()];
    if (place == hash) return false;
    place = hash;
    return true;
  }

 private:
  std::vector<std::uint64_t> places_ = std::vector<std::uint64_t>(std::size_t{1} << 17);
};

}  // namespace footing::fuzz
