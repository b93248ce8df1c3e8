#include "exchange/json.hpp"

#include <algorithm>

#include "exchange/utf8.hpp"
#include "footing/base/number.hpp"

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

constexpr char kQuote = '\x22';

std::string place_in(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const auto newline = before.rfind('\n');
  const auto column = newline == std::string_view::npos ? before.size() + 1 : before.size() - newline;
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// What stands at a place, cut between two code points.
std::string near(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  while (end < text.size() && end - offset < 20 && text[end] != '\n') {
    const std::size_t length = sequence_length(text.substr(end));
    if (length == 0) break;
    end += length;
  }
  return end <= offset ? "" : ", near: " + std::string(text.substr(offset, end - offset));
}

/// Reads RFC 8259 by recursive descent. Every function leaves `at_` behind what it read, or says false at the place
/// that cannot be read.
class Parser {
 public:
  Parser(std::string_view text, const std::string& path, Errors& errors) : text_(text), path_(path), errors_(errors) {}

  bool document(Json& out) {
    if (text_.substr(0, 3) == "\xef\xbb\xbf") at_ = 3;  // a byte order mark, which some editors write
    if (value(out, 0)) {
      skip_space();
      if (at_ == text_.size()) return true;
    }
    if (errors_.empty()) {
      errors_.push_back(json_syntax(text_, path_, at_));
    }
    return false;
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_space() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\t' || peek() == '\r') ++at_;
  }

  bool accept(char wanted) {
    skip_space();
    if (peek() != wanted || at_ == text_.size()) return false;
    ++at_;
    return true;
  }

  bool accept_word(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }

  bool too_much() {
    errors_.push_back(json_size(path_));
    return false;
  }

  bool value(Json& out, int depth) {
    if (++values_ > kMaxJsonValues) return too_much();
    skip_space();
    switch (peek()) {
      case '{':
      case '[':
        if (depth == kMaxJsonDepth) {
          errors_.push_back(json_depth(path_));
          return false;
        }
        return peek() == '{' ? object(out, depth) : list(out, depth);
      case kQuote:
        out.type = Json::Type::text;
        return string(out.text);
      case 't':
        out.type = Json::Type::boolean;
        out.boolean = true;
        return accept_word("true");
      case 'f':
        out.type = Json::Type::boolean;
        return accept_word("false");
      case 'n':
        return accept_word("null");
      default:
        return number(out);
    }
  }

  bool object(Json& out, int depth) {
    out.type = Json::Type::object;
    ++at_;
    if (accept('}')) return true;
    do {
      std::string key;
      skip_space();
      if (peek() != kQuote || !string(key)) return false;
      if (out.members.size() == kMaxJsonMembers) return too_much();
      if (out.find(key) != nullptr) repeated_.push_back(key);
      if (!accept(':')) return false;
      out.members.emplace_back(std::move(key), Json());
      if (!value(out.members.back().second, depth + 1)) return false;
    } while (accept(','));
    return accept('}');
  }

  bool list(Json& out, int depth) {
    out.type = Json::Type::list;
    ++at_;
    if (accept(']')) return true;
    do {
      out.list.emplace_back();
      if (!value(out.list.back(), depth + 1)) return false;
    } while (accept(','));
    return accept(']');
  }

  bool number(Json& out) {
    const std::string_view written = text_.substr(at_, number_length(text_.substr(at_)));
    const auto read = parse_number(written);
    if (!read) return false;
    out.type = Json::Type::number;
    out.number = *read;
    at_ += written.size();
    return true;
  }

  bool string(std::string& out) {
    ++at_;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == kQuote) {
        ++at_;
        return true;
      }
      if (c == '\\') {
        if (!escape(out)) return false;
        continue;
      }
      const std::size_t length = sequence_length(text_.substr(at_));
      if (length == 0 || static_cast<unsigned char>(c) < 0x20) return false;
      out.append(text_, at_, length);
      at_ += length;
    }
    return false;
  }

  bool escape(std::string& out) {
    static constexpr std::string_view kNames = "\x22\\/bfnrt";
    static constexpr std::string_view kMeant = "\x22\\/\b\f\n\r\t";
    ++at_;
    const auto name = kNames.find(peek());
    if (name != std::string_view::npos) {
      out += kMeant[name];
      ++at_;
      return true;
    }
    std::uint32_t point = 0;
    if (!unit(point)) return false;
    if (point >= 0xd800 && point < 0xdc00) {
      // Half of a pair: the other half must follow.
      std::uint32_t low = 0;
      if (!accept_word("\\") || !unit(low) || low < 0xdc00 || low > 0xdfff) return false;
      point = 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00);
    } else if (point >= 0xdc00 && point < 0xe000) {
      return false;
    }
    append_code_point(out, point);
    return true;
  }

  /// Four hexadecimal digits behind a "u".
  bool unit(std::uint32_t& out) {
    if (!accept_word("u")) return false;
    for (int i = 0; i < 4; ++i, ++at_) {
      const char c = peek();
      const int digit = c >= '0' && c <= '9'   ? c - '0'
                        : c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                               : -1;
      if (digit < 0) return false;
      out = out * 16 + static_cast<std::uint32_t>(digit);
    }
    return true;
  }

 public:
  /// Keys that stand twice in one object.
  const std::vector<std::string>& repeated() const { return repeated_; }

 private:
  std::string_view text_;
  const std::string& path_;
  Errors& errors_;
  std::size_t at_ = 0;
  std::size_t values_ = 0;
  std::vector<std::string> repeated_;
};

}  // namespace

Error json_syntax(std::string_view text, const std::string& path, std::size_t offset) {
  return {"json-syntax", path, "The JSON text cannot be read at " + place_in(text, offset) + near(text, offset),
          "Look for a missing comma, quotation mark or bracket."};
}

Error json_depth(const std::string& path) {
  return {"json-depth", path, "The JSON text is nested more than 64 deep.", ""};
}

Error json_size(const std::string& path) {
  return {"json-size", path, "The JSON text is longer than 16 MiB, or has too many values.",
          "At most 1,000,000 values are read, 10,000 in one object."};
}

Error json_duplicate(const std::string& key, const std::string& path) {
  return {"duplicate-key", path, "The key \"" + key + "\" stands twice in one object.", "Keep one of them."};
}

Result<Json> parse_json(std::string_view text, const std::string& path) {
  if (text.size() > kMaxJsonBytes) return json_size(path);
  Json root;
  Errors errors;
  Parser parser(text, path, errors);
  parser.document(root);
  for (const auto& key : parser.repeated()) errors.push_back(json_duplicate(key, path));
  if (!errors.empty()) return errors;
  return root;
}

}  // namespace footing
