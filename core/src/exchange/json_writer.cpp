#include "exchange/json_writer.hpp"

#include <cmath>

#include "exchange/utf8.hpp"
#include "footing/base/number.hpp"

namespace footing {
namespace {

/// How many bytes from the beginning are letters of ASCII that stand in JSON as they are: nearly all of them, so they
/// are copied together.
std::size_t plain_length(std::string_view text) {
  const char *const begin = text.data(), *const end = begin + text.size();
  const char* at = begin;
  while (at != end && *at >= 0x20 && *at < 0x7f && *at != '"' && *at != '\\') ++at;
  return static_cast<std::size_t>(at - begin);
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
    const std::size_t plain = plain_length(value);
    out_.append(value.data(), plain);
    value.remove_prefix(plain);
    if (value.empty()) break;
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

JsonWriter& JsonWriter::key(const char* name) {
  separate();
  quoted(name);
  out_ += ':';
  first_ = true;
  return *this;
}

// Not by way of a C string: a name that was read may hold a zero byte.
JsonWriter& JsonWriter::key(const std::string& name) {
  text(name);
  out_ += ':';
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  separate();
  quoted(value);
  return *this;
}

JsonWriter& JsonWriter::text(const char* value) { return text(std::string_view(value)); }
JsonWriter& JsonWriter::text(const std::string& value) { return text(std::string_view(value)); }
JsonWriter& JsonWriter::text(const char* name, std::string_view value) { return key(name).text(value); }
JsonWriter& JsonWriter::text(const char* name, const char* value) { return key(name).text(value); }
JsonWriter& JsonWriter::text(const char* name, const std::string& value) { return key(name).text(value); }
JsonWriter& JsonWriter::number(const char* name, double value) { return key(name).number(value); }
JsonWriter& JsonWriter::boolean(const char* name, bool value) { return key(name).boolean(value); }

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

JsonWriter& JsonWriter::written(const std::string& json) {
  separate();
  out_ += json;
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

JsonWriter& JsonWriter::maybe(const char* name, const std::optional<double>& value) {
  key(name);
  return value ? number(*value) : null();
}

JsonWriter& JsonWriter::maybe(const char* name, const std::string& value) {
  key(name);
  return value.empty() ? null() : text(value);
}

JsonWriter& JsonWriter::texts(const char* name, const std::vector<std::string>& values) {
  key(name).open_list();
  for (const auto& value : values) text(value);
  return close_list();
}

JsonWriter& JsonWriter::numbers(const char* name, const std::vector<double>& values) {
  key(name).open_list();
  for (const double value : values) number(value);
  return close_list();
}

}  // namespace footing
