#pragma once

#include <set>
#include <string>

#include "exchange/json.hpp"
#include "exchange/json_writer.hpp"
#include "footing/units/unit_table.hpp"

namespace footing {

/// Adds the bases that any text below `node` can speak of: each word in it that is a unit names the bases it is made
/// of. A word that is meant otherwise may add a base too many, never one too few.
void add_bases(const UnitTable& units, const Json& node, std::set<std::string>& bases);

/// Writes units.json without its definitions, cut to these bases and to the units made of them alone.
void write_units(JsonWriter& out, const Json& file, const UnitTable& units, const std::set<std::string>& bases);

}  // namespace footing
