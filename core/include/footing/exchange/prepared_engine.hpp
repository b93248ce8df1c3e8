#pragma once

#include <memory>
#include <string_view>

#include "footing/exchange/reply.hpp"

namespace footing {

/// The part of the facade that runs: what a page calls. It holds prepared claims (Engine's answer to `prepare`) in
/// place of a dataset, and so has no unit table, formulas or files behind it. Its answers are those of Engine to the
/// last bit, but that a unit behind a reader's number must be the declared one. Calls and shapes: wasm/README.md.
class PreparedEngine {
 public:
  PreparedEngine();
  ~PreparedEngine();
  PreparedEngine(const PreparedEngine&) = delete;
  PreparedEngine& operator=(const PreparedEngine&) = delete;

  /// Calls `name` (load, evaluate, solve, link, about) with a JSON request. Never throws; an unknown name or
  /// unreadable request is an answer with ok = false.
  Reply call(std::string_view name, std::string_view request);

 private:
  friend class DetailEngine;
  struct State;
  std::unique_ptr<State> state_;
};

/// The calls that explain prepared claims: what a page loads beside PreparedEngine when a reader asks for the details.
class DetailEngine {
 public:
  /// As PreparedEngine::call, with load, explain and sweep.
  Reply call(std::string_view name, std::string_view request);

 private:
  PreparedEngine held_;
};

}  // namespace footing
