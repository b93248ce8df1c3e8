#include "exchange/json_writer.hpp"

#include <cmath>

#include "footing/base/number.hpp"

namespace footing {
namespace {

/// Length of the valid UTF-8 sequence at the front of `text`, 0 when there is none (RFC 3629).
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return 0;
  }
  const bool overlong = (lead == 0xe0 && byte(1) < 0xa0) || (lead == 0xf0 && byte(1) < 0x90);
  const bool beyond = (lead == 0xed && byte(1) >= 0xa0) || (lead == 0xf4 && byte(1) >= 0x90);
  return overlong || beyond ? 0 : length;
}

}  // namespace

void JsonWriter::separate() {
  if (!first_) out_ += ',';
  first_ = false;
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  out_ += bracket;
  first_ = false;
  return *this;
}

void JsonWriter::quoted(std::string_view value) {
  static constexpr char kHex[] = "0123456789abcdef";
  out_ += '"';
  while (!value.empty()) {
    const std::size_t length = sequence_length(value);
    const char c = value.front();
    if (length == 0) {
      out_ += "\xef\xbf\xbd";  // what is no text becomes the replacement character
    } else if (c == '"' || c == '\\') {
      out_ += '\\';
      out_ += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out_ += "\\u00";
      out_ += kHex[static_cast<unsigned char>(c) >> 4];
      out_ += kHex[static_cast<unsigned char>(c) & 15];
    } else {
      out_.append(value.substr(0, length));
    }
    value.remove_prefix(length == 0 ? 1 : length);
  }
  out_ += '"';
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  quoted(name);
  out_ += ':';
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  separate();
  quoted(value);
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  separate();
  out_ += shortest(value);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  out_ += "null";
  return *this;
}

JsonWriter& JsonWriter::json(const Json& value) {
  switch (value.type) {
    case Json::Type::null:
      return null();
    case Json::Type::boolean:
      return boolean(value.boolean);
    case Json::Type::number:
      return number(value.number);
    case Json::Type::text:
      return text(value.text);
    case Json::Type::list:
      open_list();
      for (const auto& element : value.list) json(element);
      return close_list();
    case Json::Type::object:
      open_object();
      for (const auto& [name, member] : value.members) key(name).json(member);
      return close_object();
  }
  return *this;
}

JsonWriter& JsonWriter::maybe(std::string_view name, const std::optional<double>& value) {
  key(name);
  return value ? number(*value) : null();
}

JsonWriter& JsonWriter::maybe(std::string_view name, std::string_view value) {
  key(name);
  return value.empty() ? null() : text(value);
}

JsonWriter& JsonWriter::texts(std::string_view name, const std::vector<std::string>& values) {
  key(name).open_list();
  for (const auto& value : values) text(value);
  return close_list();
}

JsonWriter& JsonWriter::numbers(std::string_view name, const std::vector<double>& values) {
  key(name).open_list();
  for (const double value : values) number(value);
  return close_list();
}

}  // namespace footing
