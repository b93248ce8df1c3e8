#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/json.hpp"
#include "footing/model/parts.hpp"

namespace footing {

/// Looks at one JSON value without ever throwing; whatever is amiss is added to the errors with the JSON
/// Pointer of the place, and reading goes on with an empty value.
class Reader {
 public:
  Reader(const Json* node, std::string path, Errors& errors) : node_(node), path_(std::move(path)), errors_(&errors) {}

  const std::string& path() const { return path_; }
  const Json& json() const;
  bool present() const { return node_ != nullptr; }

  /// Every key of the object must be among `known` ("$schema" and "comment" are, at the top of a file). Errors:
  /// unknown-key with the nearest known key, wrong-type when this is no object.
  void only(std::initializer_list<std::string_view> known) const;

  /// A member; absent members give a reader that is not present.
  Reader at(const char* key) const;
  Reader at(const std::string& key) const { return at(key.c_str()); }
  /// A member that must be there: key-missing otherwise.
  Reader need(const char* key) const;

  /// Text of this value; "" when absent. wrong-type when it is something else.
  std::string text() const;
  /// Text that is not empty: text-missing otherwise. "" when absent.
  std::string some() const;
  /// Text that is not empty, and its place.
  Placed placed() const;
  /// An id of small words joined by underscores (snake) or hyphens (kebab): id-syntax otherwise. "" when absent.
  std::string snake() const;
  std::string kebab() const;
  /// A number; `fallback` when absent.
  double number(double fallback) const;
  /// A whole number from `low` to `high`: number-range otherwise. `fallback` when absent.
  int whole(int low, int high, int fallback) const;
  bool boolean(bool fallback) const;
  /// A list of texts, no two alike; absent: empty. Errors: list-empty when there are fewer than `least`, duplicate-id.
  std::vector<Placed> list(std::size_t least) const;
  /// One text, or a list of at least one.
  std::vector<Placed> texts() const;
  /// Elements of a list (empty when absent).
  std::vector<Reader> elements() const;
  /// Elements of a list that must have at least one: list-empty otherwise (nothing when absent).
  std::vector<Reader> some_elements() const;
  /// Members of an object (empty when absent), in order of their keys.
  std::vector<std::pair<std::string, Reader>> members() const;
  /// Members whose keys are ids: id-syntax otherwise.
  std::vector<std::pair<std::string, Reader>> snake_members() const;
  /// One of the words: word-unknown otherwise. Empty when absent.
  std::string word(std::initializer_list<std::string_view> words) const;
  /// A text in three languages, none empty. Errors: text-missing.
  void localized() const;
  /// localized() if present; `needed` makes absence an error.
  void words(const char* key, bool needed) const;

  void error(const char* code, const std::string& message, const char* hint = "") const;
  void error(const char* code, const std::string& message, const std::string& hint) const;

 private:
  const Json* node_;
  std::string path_;
  Errors* errors_;
};

}  // namespace footing
