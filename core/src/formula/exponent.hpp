#pragma once

#include <optional>

#include "footing/formula/formula.hpp"
#include "footing/units/rational.hpp"

namespace footing::internal {

/// The exact fraction a constant expression stands for: numbers without units under - + - * / ("-1", "0.5",
/// "1/3"). Empty when the expression is anything else or leaves the range of exponents.
std::optional<Rational> constant_exponent(const Expression& node);

}  // namespace footing::internal
