#pragma once

#include <cstdint>
#include <optional>

#include "footing/units/unit.hpp"

namespace footing {

/// Largest numerator (either sign) and denominator an exponent may have. Far beyond any unit in use; the limit
/// keeps sums and products of exponents within int.
inline constexpr int kLargestExponent = 1000;

/// num/den in lowest terms; empty when den is 0 or a part is beyond kLargestExponent.
std::optional<Rational> make_rational(std::int64_t num, std::int64_t den);

/// The fraction with denominator <= 100 that `value` is the nearest double to (0.5 -> 1/2); empty if none is.
std::optional<Rational> rational_from(double value);

/// True when every exponent of the unit is within kLargestExponent and its factor is finite and positive.
bool exponents_in_range(const Unit& unit);

}  // namespace footing
