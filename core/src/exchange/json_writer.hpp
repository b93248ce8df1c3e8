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
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);
  JsonWriter& number(double value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  JsonWriter& json(const Json& value);

  /// A member in one go.
  JsonWriter& text(std::string_view name, std::string_view value) { return key(name).text(value); }
  JsonWriter& number(std::string_view name, double value) { return key(name).number(value); }
  JsonWriter& boolean(std::string_view name, bool value) { return key(name).boolean(value); }
  /// Null where there is nothing.
  JsonWriter& maybe(std::string_view name, const std::optional<double>& value);
  JsonWriter& maybe(std::string_view name, std::string_view value);
  JsonWriter& texts(std::string_view name, const std::vector<std::string>& values);
  JsonWriter& numbers(std::string_view name, const std::vector<double>& values);

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
