#pragma once

#include "footing/units/unit_table.hpp"

namespace footing::test {

/// A small list of units with every feature the real one has: kinds in a tree, counted things, a currency,
/// prefixes, customary units, a date. Kept in C++ so that the tests of core need no file.
inline UnitTableParts unit_parts() {
  UnitTableParts parts;
  parts.prefixes = {{"m", 1e-3}, {"c", 1e-2}, {"k", 1e3},  {"M", 1e6},
                    {"G", 1e9},  {"T", 1e12}, {"P", 1e15}, {"E", 1e18}};
  parts.bases = {
      {"energy",
       "J",
       {"joule"},
       {"k", "M", "G"},
       {{"it", "", "_it"}, {"facility", "", "_facility"}},
       false,
       false,
       "kWh"},
      {"time", "s", {"second", "seconds"}, {"m"}, {}, false, false, "h"},
      {"mass",
       "g",
       {"gram"},
       {"m", "k"},
       {{"CO2", "", "CO2"},
        {"CO2e", "", "CO2e"},
        {"CO2e_location", "CO2e", "CO2e_location"},
        {"CO2e_market", "CO2e", "CO2e_market"}},
       false,
       false,
       "kg"},
      {"volume",
       "L",
       {"litre"},
       {"m", "M", "G"},
       {{"onsite", "", "_onsite"}, {"offsite", "", "_offsite"}},
       false,
       false,
       "L"},
      {"length", "m", {"metre"}, {"m", "c", "k"}, {}, false, false, "km"},
      {"information", "B", {"byte"}, {"k", "M", "G", "T"}, {}, false, false, "GB"},
      {"compute", "FLOP", {}, {"G", "T", "P", "E"}, {}, false, false, ""},
      {"request", "request", {"requests", "query"}, {}, {}, true, false, ""},
      {"token", "token", {"tokens"}, {"M"}, {}, true, false, ""},
      {"server", "server", {"servers"}, {}, {}, true, false, ""},
      {"accelerator", "accelerator", {"GPU"}, {}, {}, true, false, ""},
      {"household", "household", {"households"}, {}, {}, true, false, ""},
      {"usd", "USD", {}, {"M"}, {}, false, true, ""},
  };
  parts.units = {
      {"%", "0.01", {"percent"}, {}},
      {"min", "60 s", {"minute"}, {}},
      {"h", "60 min", {"hour"}, {}},
      {"day", "24 h", {"days"}, {}},
      {"year", "365 day", {"years"}, {}},
      {"date", "1 year", {}, {}},
      {"W", "1 J/s", {"watt"}, {"k", "M", "G"}},
      {"Wh", "3600 J", {}, {"m", "k", "M", "G", "T"}},
      {"t", "1000000 g", {"tonne"}, {"k", "M"}},
      {"lb", "453.59237 g", {}, {}},
      {"m3", "1000 L", {}, {}},
      {"gal", "3.785411784 L", {}, {"M"}},
      {"mi", "1609.344 m", {}, {}},
      {"bit", "0.125 B", {}, {"k", "M"}},
  };
  return parts;
}

}  // namespace footing::test
