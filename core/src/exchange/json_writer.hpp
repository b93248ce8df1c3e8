#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/json.hpp"

namespace footing {

/// Writes JSON text front to back, commas and quotation marks included. Numbers in their shortest form; those
/// that are not finite become null.
class JsonWriter {
 public:
  JsonWriter& open_object() { return open('{'); }
  JsonWriter& close_object() { return close('}'); }
  JsonWriter& open_list() { return open('['); }
  JsonWriter& close_list() { return close(']'); }
  // Names and texts are taken as they come: making views of them at every call is a twentieth of the page's module.
  JsonWriter& key(const char* name);
  JsonWriter& key(const std::string& name);
  JsonWriter& text(std::string_view value);
  JsonWriter& text(const char* value);
  JsonWriter& text(const std::string& value);
  JsonWriter& number(double value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  JsonWriter& json(const Json& value);
  /// A value that was written before.
  JsonWriter& written(const std::string& json);

  /// A member in one go.
  JsonWriter& text(const char* name, std::string_view value);
  JsonWriter& text(const char* name, const char* value);
  JsonWriter& text(const char* name, const std::string& value);
  JsonWriter& text(const std::string& name, const std::string& value) { return key(name).text(value); }
  JsonWriter& number(const char* name, double value);
  JsonWriter& number(const std::string& name, double value) { return key(name).number(value); }
  JsonWriter& boolean(const char* name, bool value);
  /// Null where there is nothing.
  JsonWriter& maybe(const char* name, const std::optional<double>& value);
  JsonWriter& maybe(const char* name, const std::string& value);
  JsonWriter& texts(const char* name, const std::vector<std::string>& values);
  JsonWriter& numbers(const char* name, const std::vector<double>& values);

  std::string take() { return std::move(out_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();
  void quoted(std::string_view value);

  std::string out_;
  bool first_ = true;  ///< nothing stands before the next value in its container
};

}  // namespace footing
