#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "footing/base/result.hpp"

namespace footing {

/// Versions that every answer names. `method` covers math, points, quantile definition and evaluation order: golden
/// hashes change only together with it.
inline constexpr const char* kEngineVersion = "0.1.0";
inline constexpr int kApiVersion = 1;
inline constexpr int kSchemaVersion = 1;
inline constexpr int kLinkVersion = 1;
inline constexpr int kMethodVersion = 1;

/// One answer of the facade: JSON text and, where samples were asked for, the samples, row-major
/// [rows][count], each row in the unit of its step or input.
struct Reply {
  std::string json;
  std::vector<double> samples;
  bool has_samples = false;
};

/// A file as text: path below datasets/ and content.
using TextFile = std::pair<std::string, std::string>;

/// The facade of the core: what the command line and the page call, text in, text out. Holds one dataset and a cache
/// of drawn columns; no other state. Calls and shapes: wasm/README.md.
class Engine {
 public:
  Engine();
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// Calls `name` (load, evaluate, solve, link, check, describe, list, closure, about) with a JSON request.
  /// Never throws; an unknown name or unreadable request is an answer with ok = false.
  Reply call(std::string_view name, std::string_view request);

  /// load, from files as text: a file that cannot be parsed is reported at its line and left out.
  Reply load_files(const std::vector<TextFile>& files);

  /// check, from files as text; `progress` (may be empty) is told the share done after each claim.
  Reply check_files(const std::vector<TextFile>& files, const std::function<void(double)>& progress);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace footing
