#include "exchange/json_text.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace footing {
namespace {

std::string place_in(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const auto newline = before.rfind('\n');
  const auto column = newline == std::string_view::npos ? before.size() + 1 : before.size() - newline;
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// Builds the tree and watches what the library lets pass: repeated keys and depth.
class Builder {
 public:
  Builder(Json& root, std::string_view text, const std::string& path, Errors& errors)
      : dom_(root, false), text_(text), path_(path), errors_(errors) {}

  bool null() { return dom_.null(); }
  bool boolean(bool value) { return dom_.boolean(value); }
  bool number_integer(Json::number_integer_t value) { return dom_.number_integer(value); }
  bool number_unsigned(Json::number_unsigned_t value) { return dom_.number_unsigned(value); }
  bool number_float(Json::number_float_t value, const Json::string_t& text) { return dom_.number_float(value, text); }
  bool string(Json::string_t& value) { return dom_.string(value); }
  bool binary(Json::binary_t& value) { return dom_.binary(value); }
  bool start_object(std::size_t size) {
    keys_.emplace_back();
    return deeper() && dom_.start_object(size);
  }
  bool end_object() {
    keys_.pop_back();
    --depth_;
    return dom_.end_object();
  }
  bool start_array(std::size_t size) { return deeper() && dom_.start_array(size); }
  bool end_array() {
    --depth_;
    return dom_.end_array();
  }
  bool key(Json::string_t& value) {
    if (!keys_.back().insert(value).second) {
      errors_.push_back({"duplicate-key", path_, "The key \"" + value + "\" stands twice in one object.", "Keep one of them."});
    }
    return dom_.key(value);
  }
  bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception&) {
    const std::string shown = token.size() > 40 ? token.substr(0, 40) + "…" : token;
    errors_.push_back({"json-syntax", path_, "The JSON text cannot be read at " + place_in(text_, position == 0 ? 0 : position - 1) +
                                                 (shown.empty() ? "" : ", near: " + shown),
                       "Look for a missing comma, quotation mark or bracket."});
    return false;
  }

 private:
  bool deeper() {
    if (++depth_ <= kMaxJsonDepth) return true;
    errors_.push_back({"json-depth", path_, "The JSON text is nested more than 64 deep.", ""});
    return false;
  }

  nlohmann::detail::json_sax_dom_parser<Json> dom_;
  std::string_view text_;
  const std::string& path_;
  Errors& errors_;
  std::vector<std::set<std::string>> keys_;
  int depth_ = 0;
};

}  // namespace

Result<Json> parse_json(std::string_view text, const std::string& path) {
  if (text.size() > kMaxJsonBytes) {
    return Error{"json-size", path, "The JSON text is longer than 16 MiB.", ""};
  }
  Json root;
  Errors errors;
  Builder builder(root, text, path, errors);
  const bool read = Json::sax_parse(text.begin(), text.end(), &builder);
  if (!errors.empty()) return errors;
  if (!read) return Error{"json-syntax", path, "The JSON text cannot be read.", ""};
  return root;
}

std::string print_json(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace footing
