#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace footing {

/// One thing that is amiss, as data. `code` is one of the kebab-case codes in error_codes.hpp and never
/// changes its meaning; `path` is a JSON Pointer behind a file name ("claims/x.json#/published/0/value"),
/// a place in a formula ("…/formula:12") or the key of a link; `message` says what is amiss with the
/// offending text and both units where units are concerned; `hint` says what to do (may be empty).
struct Error {
  std::string code;
  std::string path;
  std::string message;
  std::string hint;

  Error() = default;
  // Out of line, because errors are made in some hundred places.
  Error(const char* error_code, const std::string& at, const std::string& what, const char* what_to_do);
  Error(const char* error_code, const std::string& at, const std::string& what, const std::string& what_to_do);
  Error(const std::string& error_code, const std::string& at, const std::string& what, const std::string& what_to_do);

  friend bool operator==(const Error&, const Error&) = default;
};

using Errors = std::vector<Error>;

/// A value, or a non-empty list of errors. No exception is involved; asking a failed result for its
/// value is a programming mistake.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, Errors{std::move(error)}) {}
  Result(Errors errors) : state_(std::in_place_index<1>, std::move(errors)) {}

  explicit operator bool() const { return state_.index() == 0; }
  const T& value() const& { return *std::get_if<0>(&state_); }
  T& value() & { return *std::get_if<0>(&state_); }
  T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  const T& operator*() const& { return value(); }
  const T* operator->() const { return std::get_if<0>(&state_); }

  /// The errors; empty when there is a value.
  Errors errors() const { return state_.index() == 1 ? *std::get_if<1>(&state_) : Errors{}; }

 private:
  std::variant<T, Errors> state_;
};

/// Appends `more` to `errors`: errors are collected, never replaced.
void append(Errors& errors, const Errors& more);

}  // namespace footing
