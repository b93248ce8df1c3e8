#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "footing/exchange/reply.hpp"

namespace footing {

/// A file as text: path below datasets/ and content.
using TextFile = std::pair<std::string, std::string>;

/// The facade of the core: what the command line calls, text in, text out. Holds one dataset, its claims made ready and
/// a cache of drawn columns; no other state. The part that runs claims is there alone as PreparedEngine. Calls and
/// shapes: wasm/README.md.
class Engine {
 public:
  Engine();
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// Calls `name` (load, evaluate, solve, explain, sweep, closest, compare, link, check, describe, list, closure,
  /// prepare, template, about) with a JSON request.
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
