#pragma once

#include <string>

#include "footing/units/unit_table.hpp"

namespace footing {

/// What a message calls a unit: its customary text, "dimensionless" or "a date".
std::string unit_name(const UnitTable& table, const Unit& unit);

/// Where two units differ in kinds alone, what stays when `found` is divided by `wanted`
/// ("kWh_facility/kWh_it"); "" where they are of one kind or differ in more.
std::string leftover(const UnitTable& table, const Unit& found, const Unit& wanted);

/// What to do about a mismatch; may be empty.
std::string mismatch_hint(const UnitTable& table, const Unit& found, const Unit& wanted);

}  // namespace footing
