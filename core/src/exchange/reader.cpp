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

/// Small words of letters and digits joined by `joint`.
bool is_id(std::string_view text, char joint) {
  bool word = false;
  for (const char c : text) {
    if (c == joint ? !word : !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) return false;
    word = c != joint;
  }
  return word;
}

bool is_snake(std::string_view text) { return is_id(text, '_') && !(text.front() >= '0' && text.front() <= '9'); }

constexpr const char* kSnakeHint = "Use small letters, digits and underscores, a letter first.";

}  // namespace

const Json& Reader::json() const { return node_ == nullptr ? nothing() : *node_; }

void Reader::error(const char* code, const std::string& message, const char* hint) const {
  errors_->push_back({code, path_, message, hint});
}

void Reader::error(const char* code, const std::string& message, const std::string& hint) const {
  errors_->push_back({code, path_, message, hint});
}

void Reader::only(std::initializer_list<std::string_view> known) const {
  if (node_ == nullptr) return;
  if (node_->type != Json::Type::object) {
    error("wrong-type", "An object is needed here.", "");
    return;
  }
  for (const auto& [key, value] : node_->members) {
    const bool top = !path_.empty() && path_.back() == '#';
    if (top && key == "comment") continue;
    if (top && key == "$schema") {
      static_cast<void>(at(key).text());
      continue;
    }
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    const std::vector<std::string> words(known.begin(), known.end());
    const std::string near = nearest(key, words);
    errors_->push_back({"unknown-key", path_ + "/" + pointer_token(key), "The key \"" + key + "\" is not known here.",
                        near.empty() ? "Remove it." : "Did you mean \"" + near + "\"?"});
  }
}

Reader Reader::at(const char* key) const {
  const std::string path = path_ + "/" + pointer_token(key);
  return {node_ == nullptr ? nullptr : node_->find(key), path, *errors_};
}

Reader Reader::need(const char* key) const {
  Reader member = at(key);
  // What is no object at all has been reported as such.
  if (!member.present() && node_ != nullptr && node_->type == Json::Type::object) {
    errors_->push_back({"key-missing", path_, "The key \"" + std::string(key) + "\" is missing.", "Add it."});
  }
  return member;
}

std::string Reader::text() const {
  if (node_ == nullptr) return "";
  if (node_->type != Json::Type::text) {
    error("wrong-type", "A text is needed here.", "Put it in quotation marks.");
    return "";
  }
  return node_->text;
}

std::string Reader::some() const {
  if (node_ != nullptr && node_->type == Json::Type::text && node_->text.empty()) {
    error("text-missing", "The text is empty.", "Write it, or leave the key out where it may be left out.");
  }
  return text();
}

Placed Reader::placed() const { return {some(), path_}; }

std::string Reader::snake() const {
  std::string found = text();
  if (node_ != nullptr && node_->type == Json::Type::text && !is_snake(found)) {
    error("id-syntax", "\"" + found + "\" cannot be an id here.", kSnakeHint);
  }
  return found;
}

std::string Reader::kebab() const {
  std::string found = text();
  if (node_ != nullptr && node_->type == Json::Type::text && !is_id(found, '-')) {
    error("id-syntax", "\"" + found + "\" cannot be an id here.", "Use small letters, digits and hyphens.");
  }
  return found;
}

double Reader::number(double fallback) const {
  if (node_ == nullptr) return fallback;
  if (node_->type != Json::Type::number) {
    error("wrong-type", "A number is needed here.", "Write it without quotation marks.");
    return fallback;
  }
  return node_->number;
}

int Reader::whole(int low, int high, int fallback) const {
  const double found = number(fallback);
  if (node_ == nullptr || node_->type != Json::Type::number) return fallback;
  if (!(found >= low && found <= high) || found != static_cast<double>(static_cast<int>(found))) {
    error("number-range",
          "A whole number from " + std::to_string(low) + " to " + std::to_string(high) + " is needed here.");
    return fallback;
  }
  return static_cast<int>(found);
}

bool Reader::boolean(bool fallback) const {
  if (node_ == nullptr) return fallback;
  if (node_->type != Json::Type::boolean) {
    error("wrong-type", "true or false is needed here.", "");
    return fallback;
  }
  return node_->boolean;
}

std::vector<Placed> Reader::list(std::size_t least) const {
  std::vector<Placed> out;
  // Each entry is compared with those before it.
  if (node_ != nullptr && node_->list.size() > kMaxJsonMembers) {
    error("json-size", "The list has more than 10,000 entries.", "");
    return out;
  }
  for (const auto& element : least > 0 ? some_elements() : elements()) {
    Placed one = element.placed();
    const bool seen = std::any_of(out.begin(), out.end(), [&](const Placed& other) { return other.text == one.text; });
    out.push_back(std::move(one));
    if (seen) {
      element.error("duplicate-id", "\"" + out.back().text + "\" stands twice in this list.", "Keep one of them.");
    }
  }
  return out;
}

std::vector<Placed> Reader::texts() const {
  if (node_ != nullptr && node_->type == Json::Type::text) return {placed()};
  return list(1);
}

std::vector<Reader> Reader::elements() const {
  std::vector<Reader> out;
  if (node_ == nullptr) return out;
  if (node_->type != Json::Type::list) {
    error("wrong-type", "A list is needed here.", "Put it in square brackets.");
    return out;
  }
  for (std::size_t i = 0; i < node_->list.size(); ++i)
    out.emplace_back(&node_->list[i], path_ + "/" + std::to_string(i), *errors_);
  return out;
}

std::vector<Reader> Reader::some_elements() const {
  if (node_ != nullptr && node_->type == Json::Type::list && node_->list.empty()) {
    error("list-empty", "The list is empty.", "It needs at least one entry.");
  }
  return elements();
}

std::vector<std::pair<std::string, Reader>> Reader::snake_members() const {
  auto out = members();
  for (const auto& [key, node] : out) {
    if (!is_snake(key)) node.error("id-syntax", "\"" + key + "\" cannot be an id here.", kSnakeHint);
  }
  return out;
}

std::vector<std::pair<std::string, Reader>> Reader::members() const {
  std::vector<std::pair<std::string, Reader>> out;
  if (node_ == nullptr) return out;
  if (node_->type != Json::Type::object) {
    error("wrong-type", "An object is needed here.", "");
    return out;
  }
  for (const auto& [key, value] : node_->members) {
    out.emplace_back(key, Reader(&value, path_ + "/" + pointer_token(key), *errors_));
  }
  return out;
}

std::string Reader::word(std::initializer_list<std::string_view> words) const {
  const std::string found = text();
  if (node_ == nullptr || node_->type != Json::Type::text) return "";
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
    if (!words.present() || (words.json().type == Json::Type::text && words.json().text.empty())) {
      error("text-missing", std::string("The text in ") + language + " is missing.",
            "Every text is needed in three languages.");
    } else {
      static_cast<void>(words.text());
    }
  }
}

void Reader::words(const char* key, bool needed) const {
  const Reader words = needed ? need(key) : at(key);
  if (words.present()) words.localized();
}

}  // namespace footing
