#pragma once

#include <string>

#include "footing/formula/formula.hpp"

namespace footing::internal {

/// Adds a bare-factor warning when `factor`, an operand of * or /, is a number that people write to convert
/// units by hand (24, 365, 3600, 1000 …). Units convert by themselves here, so such a factor converts twice.
void warn_of_bare_factor(const Expression& factor, const std::string& path, Errors& warnings);

}  // namespace footing::internal
