#include "exchange/json_file.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace footing {
namespace {

using Sax = nlohmann::json_sax<nlohmann::json>;

/// Builds the tree from what the parser meets, and watches what the library lets pass: repeated keys and depth.
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
    if (open_.back()->members.size() == kMaxJsonMembers) return too_much();
    if (open_.back()->find(value) != nullptr) errors_.push_back(json_duplicate(value, path_));
    key_ = std::move(value);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    // The position counts what was read, so the last byte of it is the one that does not belong.
    errors_.push_back(json_syntax(text_, path_, position == 0 ? 0 : std::min(position - 1, text_.size())));
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
  bool too_much() {
    errors_.push_back(json_size(path_));
    return false;
  }
  bool put(Json&& json) {
    if (++values_ > kMaxJsonValues) return too_much();
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
      errors_.push_back(json_depth(path_));
      return false;
    }
    if (++values_ > kMaxJsonValues) return too_much();
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
  std::size_t values_ = 0;
};

}  // namespace

Result<Json> parse_json_file(std::string_view text, const std::string& path) {
  if (text.size() > kMaxJsonBytes) return json_size(path);
  Json root;
  Errors errors;
  Builder builder(root, text, path, errors);
  const bool read = nlohmann::json::sax_parse(text.data(), text.data() + text.size(), static_cast<Sax*>(&builder));
  // The library takes a zero byte for the end of the text and does not look at what follows.
  const auto zero = read ? text.find('\0') : std::string_view::npos;
  if (zero != std::string_view::npos) errors.push_back(json_syntax(text, path, zero));
  if (!errors.empty()) return errors;
  return root;
}

}  // namespace footing
