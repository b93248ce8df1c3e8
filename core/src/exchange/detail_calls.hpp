#pragma once

#include <string>
#include <string_view>

#include "exchange/running.hpp"

/// The calls that explain a prepared claim: the same code behind Engine and DetailEngine, and not in the module that
/// every page carries.
namespace footing {

/// Answers explain and sweep; false when `name` is none of them.
bool detail_call(std::string_view name, const Shelf& shelf, const Json& request, Reply& reply);

std::string explain_call(const Shelf& shelf, const Json& request);
std::string sweep_call(const Shelf& shelf, const Json& request);

}  // namespace footing
