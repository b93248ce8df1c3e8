#include "footing/base/text_map.hpp"

namespace footing {

bool TextMap::emplace(const std::string& id, const std::string& text) {
  if (find(id) != nullptr) return false;
  (*this)[id] = text;
  return true;
}

std::string& TextMap::operator[](const std::string& id) {
  std::size_t at = 0;
  while (at < entries_.size() && entries_[at].first < id) ++at;
  if (at == entries_.size() || entries_[at].first != id) {
    entries_.emplace_back(id, std::string());
    for (std::size_t i = entries_.size() - 1; i > at; --i) entries_[i].swap(entries_[i - 1]);
  }
  return entries_[at].second;
}

const std::string* TextMap::find(std::string_view id) const {
  for (const Entry& entry : entries_) {
    if (entry.first == id) return &entry.second;
  }
  return nullptr;
}

}  // namespace footing
