#include "exchange/json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace footing {

Json::Json() = default;
Json::Json(const Json&) = default;
Json::Json(Json&&) noexcept = default;
Json& Json::operator=(const Json&) = default;
Json& Json::operator=(Json&&) noexcept = default;
Json::~Json() = default;

const Json* Json::find(std::string_view key) const {
  for (const auto& [name, value] : members) {
    if (name == key) return &value;
  }
  return nullptr;
}

namespace {

using Sax = nlohmann::json_sax<nlohmann::json>;

std::string place_in(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const auto newline = before.rfind('\n');
  const auto column = newline == std::string_view::npos ? before.size() + 1 : before.size() - newline;
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// Cuts a text between two code points.
std::string shortened(const std::string& text) {
  std::size_t end = std::min<std::size_t>(text.size(), 40);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return end < text.size() ? text.substr(0, end) + "…" : text;
}

/// Builds the tree and watches what the library lets pass: repeated keys and depth.
class Builder final : public Sax {
 public:
  Builder(Json& root, std::string_view text, const std::string& path, Errors& errors)
      : text_(text), path_(path), errors_(errors), open_{&root} {}

  bool null() override { return put(Json{}); }
  bool boolean(bool value) override {
    Json json;
    json.type = Json::Type::boolean;
    json.boolean = value;
    return put(std::move(json));
  }
  bool number_integer(number_integer_t value) override { return put_number(static_cast<double>(value)); }
  bool number_unsigned(number_unsigned_t value) override { return put_number(static_cast<double>(value)); }
  bool number_float(number_float_t value, const string_t&) override { return put_number(value); }
  bool string(string_t& value) override {
    Json json;
    json.type = Json::Type::text;
    json.text = std::move(value);
    return put(std::move(json));
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return start(Json::Type::object); }
  bool start_array(std::size_t) override { return start(Json::Type::list); }
  bool end_object() override { return end(); }
  bool end_array() override { return end(); }
  bool key(string_t& value) override {
    if (open_.back()->find(value) != nullptr) {
      errors_.push_back(
          {"duplicate-key", path_, "The key \"" + value + "\" stands twice in one object.", "Keep one of them."});
    }
    key_ = std::move(value);
    return true;
  }
  bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception&) override {
    errors_.push_back({"json-syntax", path_,
                       "The JSON text cannot be read at " + place_in(text_, position == 0 ? 0 : position - 1) +
                           (token.empty() ? "" : ", near: " + shortened(token)),
                       "Look for a missing comma, quotation mark or bracket."});
    return false;
  }

 private:
  /// Places a value where the text is: at the root, in the open list, or under the key just read.
  Json& place(Json&& json) {
    Json& parent = *open_.back();
    if (open_.size() == 1) return parent = std::move(json);
    if (parent.type == Json::Type::list) {
      parent.list.push_back(std::move(json));
      return parent.list.back();
    }
    parent.members.emplace_back(std::move(key_), std::move(json));
    return parent.members.back().second;
  }
  bool put(Json&& json) {
    place(std::move(json));
    return true;
  }
  bool put_number(double value) {
    Json json;
    json.type = Json::Type::number;
    json.number = value;
    return put(std::move(json));
  }
  bool start(Json::Type type) {
    if (open_.size() > static_cast<std::size_t>(kMaxJsonDepth)) {
      errors_.push_back({"json-depth", path_, "The JSON text is nested more than 64 deep.", ""});
      return false;
    }
    Json json;
    json.type = type;
    // The address stays valid while the value is open: only its innermost open container grows.
    open_.push_back(&place(std::move(json)));
    return true;
  }
  bool end() {
    open_.pop_back();
    return true;
  }

  std::string_view text_;
  const std::string& path_;
  Errors& errors_;
  std::vector<Json*> open_;  ///< the root, then each open container
  std::string key_;
};

}  // namespace

Result<Json> parse_json(std::string_view text, const std::string& path) {
  if (text.size() > kMaxJsonBytes) {
    return Error{"json-size", path, "The JSON text is longer than 16 MiB.", ""};
  }
  Json root;
  Errors errors;
  Builder builder(root, text, path, errors);
  const bool read = nlohmann::json::sax_parse(text.data(), text.data() + text.size(), static_cast<Sax*>(&builder));
  if (!errors.empty()) return errors;
  if (!read) return Error{"json-syntax", path, "The JSON text cannot be read.", ""};
  return root;
}

}  // namespace footing
