#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/running.hpp"
#include "footing/exchange/prepared_engine.hpp"

namespace footing {

/// Answers some calls; false when `name` is none of them.
using Calls = bool (*)(std::string_view name, const Shelf& shelf, const Json& request, Reply& reply);

struct PreparedEngine::State {
  std::vector<PreparedClaim> claims;
  DeclaredUnits units;
  ColumnCache cache;

  std::string load(const Json& request);
  /// load, and what `calls` answers.
  Reply answer(std::string_view name, std::string_view text, Calls calls);
};

}  // namespace footing
