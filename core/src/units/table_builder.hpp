#pragma once

#include <string>

#include "footing/base/result.hpp"
#include "footing/units/unit_table.hpp"
#include "symbols.hpp"

namespace footing::internal {

/// Checks the parts and lists every unit they define. All errors are unit-definition, at JSON Pointers behind
/// `path` ("units.json#/units/3/is").
Result<Symbols> build_symbols(const UnitTableParts& parts, const std::string& path);

}  // namespace footing::internal
