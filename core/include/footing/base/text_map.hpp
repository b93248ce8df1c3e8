#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace footing {

/// Texts by id, in the order of the ids: what a reader changed, the pairs of a link. There are a handful, so a sorted
/// list serves; std::map would take a kilobyte more of the page's module.
class TextMap {
 public:
  using Entry = std::pair<std::string, std::string>;

  /// Adds a text; false when there is one of that id, which then stays.
  bool emplace(const std::string& id, const std::string& text);
  /// The text of an id, made empty if there is none.
  std::string& operator[](const std::string& id);
  /// The text of an id, or null.
  const std::string* find(std::string_view id) const;

  bool empty() const { return entries_.empty(); }
  std::vector<Entry>::const_iterator begin() const { return entries_.begin(); }
  std::vector<Entry>::const_iterator end() const { return entries_.end(); }
  friend bool operator==(const TextMap&, const TextMap&) = default;

 private:
  std::vector<Entry> entries_;
};

}  // namespace footing
