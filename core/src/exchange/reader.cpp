#include "exchange/reader.hpp"

#include <algorithm>

#include "footing/base/nearest.hpp"

namespace footing {
namespace {

/// Escapes a key for a JSON Pointer (RFC 6901).
std::string pointer_token(const std::string& key) {
  std::string out;
  for (const char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

const Json& nothing() {
  static const Json null;
  return null;
}

}  // namespace

const Json& Reader::json() const { return node_ == nullptr ? nothing() : *node_; }

void Reader::error(const std::string& code, const std::string& message, const std::string& hint) const {
  errors_->push_back({code, path_, message, hint});
}

void Reader::only(std::initializer_list<std::string_view> known) const {
  if (node_ == nullptr) return;
  if (!node_->is_object()) {
    error("wrong-type", "An object is needed here.", "");
    return;
  }
  for (const auto& [key, value] : node_->items()) {
    if (key == "$schema" || key == "comment") continue;
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    const std::vector<std::string> words(known.begin(), known.end());
    const std::string near = nearest(key, words);
    errors_->push_back({"unknown-key", path_ + "/" + pointer_token(key), "The key \"" + key + "\" is not known here.",
                        near.empty() ? "Remove it." : "Did you mean \"" + near + "\"?"});
  }
}

Reader Reader::at(const std::string& key) const {
  const std::string path = path_ + "/" + pointer_token(key);
  if (node_ == nullptr || !node_->is_object()) return {nullptr, path, *errors_};
  const auto found = node_->find(key);
  return {found == node_->end() ? nullptr : &*found, path, *errors_};
}

Reader Reader::need(const std::string& key) const {
  Reader member = at(key);
  if (!member.present() && node_ != nullptr) {
    errors_->push_back({"key-missing", path_, "The key \"" + key + "\" is missing.", "Add it."});
  }
  return member;
}

std::string Reader::text() const {
  if (node_ == nullptr) return "";
  if (!node_->is_string()) {
    error("wrong-type", "A text is needed here.", "Put it in quotation marks.");
    return "";
  }
  return *node_->get_ptr<const Json::string_t*>();
}

Placed Reader::placed() const { return {text(), path_}; }

double Reader::number(double fallback) const {
  if (node_ == nullptr) return fallback;
  if (!node_->is_number()) {
    error("wrong-type", "A number is needed here.", "Write it without quotation marks.");
    return fallback;
  }
  return node_->get<double>();
}

bool Reader::boolean(bool fallback) const {
  if (node_ == nullptr) return fallback;
  if (!node_->is_boolean()) {
    error("wrong-type", "true or false is needed here.", "");
    return fallback;
  }
  return node_->get<bool>();
}

std::vector<Placed> Reader::texts() const {
  std::vector<Placed> out;
  if (node_ == nullptr) return out;
  if (node_->is_string()) return {placed()};
  for (const auto& element : elements()) out.push_back(element.placed());
  return out;
}

std::vector<Reader> Reader::elements() const {
  std::vector<Reader> out;
  if (node_ == nullptr) return out;
  if (!node_->is_array()) {
    error("wrong-type", "A list is needed here.", "Put it in square brackets.");
    return out;
  }
  for (std::size_t i = 0; i < node_->size(); ++i) out.emplace_back(&(*node_)[i], path_ + "/" + std::to_string(i), *errors_);
  return out;
}

std::vector<std::pair<std::string, Reader>> Reader::members() const {
  std::vector<std::pair<std::string, Reader>> out;
  if (node_ == nullptr) return out;
  if (!node_->is_object()) {
    error("wrong-type", "An object is needed here.", "");
    return out;
  }
  for (const auto& [key, value] : node_->items()) {
    out.emplace_back(key, Reader(&value, path_ + "/" + pointer_token(key), *errors_));
  }
  return out;
}

std::string Reader::word(std::initializer_list<std::string_view> words) const {
  const std::string found = text();
  if (node_ == nullptr || !node_->is_string()) return "";
  if (std::find(words.begin(), words.end(), found) == words.end()) {
    std::string list;
    for (const auto word : words) list += (list.empty() ? "" : ", ") + std::string(word);
    error("word-unknown", "\"" + found + "\" is none of the words that may stand here.", "Use one of: " + list + ".");
    return "";
  }
  return found;
}

void Reader::localized() const {
  only({"en", "zh-Hans", "zh-Hant"});
  for (const char* language : {"en", "zh-Hans", "zh-Hant"}) {
    const Reader words = at(language);
    if (!words.present() || (words.json().is_string() && words.text().empty())) {
      error("text-missing", std::string("The text in ") + language + " is missing.", "Every text is needed in three languages.");
    } else {
      static_cast<void>(words.text());
    }
  }
}

void Reader::words(const std::string& key, bool needed) const {
  const Reader words = needed ? need(key) : at(key);
  if (words.present()) words.localized();
}

}  // namespace footing
