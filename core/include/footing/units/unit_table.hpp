#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "footing/base/result.hpp"
#include "footing/units/unit.hpp"

namespace footing {

/// A kind of a base: `suffix` is what a unit symbol carries ("_it" in kWh_it, "CO2e" in kgCO2e);
/// `under` is the id of the kind above it, "" for the plain unit.
struct KindDef {
  std::string id;
  std::string under;
  std::string suffix;
};

/// A base of measurement. Energy, mass, volume and time are bases of their own here, and so is every
/// counted thing. `yearly` (currencies): any four-digit year is a kind ("USD_2023"). Prefixes go before
/// `unit`, never before an alias.
struct BaseDef {
  std::string id;
  std::string unit;  ///< symbol of the coherent unit, e.g. "J"
  std::vector<std::string> aliases;
  std::vector<std::string> prefixes;
  std::vector<KindDef> kinds;
  bool counted = false;
  bool yearly = false;
  std::string customary;  ///< what people write this base in ("kWh"), for messages; "" means `unit`
};

/// A derived unit: `is` is a number and a unit text over units defined before it ("3600 J"). The id "date"
/// is the calendar year: its factor is the table's year, and Unit::date is set.
struct UnitDef {
  std::string id;
  std::string is;
  std::vector<std::string> aliases;
  std::vector<std::string> prefixes;  ///< ids of allowed prefixes
};

struct PrefixDef {
  std::string id;
  double factor = 1.0;
};

/// What datasets/units.json says; checked once by UnitTable::make.
struct UnitTableParts {
  std::vector<PrefixDef> prefixes;
  std::vector<BaseDef> bases;
  std::vector<UnitDef> units;
};

/// The closed list of units; immutable, cheap to copy.
class UnitTable {
 public:
  UnitTable();  ///< knows only "1"
  /// Errors: unit-definition (unknown prefix, cyclic or unparsable `is`, a text with two readings, unknown
  /// `under`, `customary` of another base); every error's path starts with `path` (a file) and is a JSON Pointer into
  /// the parts
  /// ("units.json#/units/3/is").
  static Result<UnitTable> make(UnitTableParts parts, const std::string& path);

  /// Parses "kWh_facility/kWh_it", "gCO2e/kWh", "USD_2023", "kW_it/server", "m^2", "1", "%", "date",
  /// "kWh/(household*year)". Operators * / ^ ( ), no spaces needed; `a/b*c` is (a/b)*c. A kind suffix
  /// belongs to any unit that contains its base (MW_facility, tCO2e). Errors: unknown-unit with a
  /// "did you mean" hint, unit-syntax, date-arithmetic ("date" inside a compound); `path` is passed through.
  Result<Unit> parse(std::string_view text, const std::string& path) const;

  /// The unit of one symbol or alias ("kWh_facility", "servers"); nothing where there is none.
  std::optional<Unit> find(std::string_view symbol) const;

  /// A unit text that parses back to the same dimension, with factor 1 in coherent units:
  /// {energy:facility:1, energy:it:-1} -> "J_facility/J_it". For messages prefer `name`.
  std::string print(const Dimension& dimension) const;

  /// How people write it: as print, but with the field's customary unit of each base
  /// (kWh for energy, "customary" in units.json falls back to the coherent unit).
  std::string name(const Dimension& dimension) const;

  /// Drops the kinds of the one base that `target` names, up to target's own kind: x in
  /// L_onsite/kWh_it widened to L is L/kWh_it. Kinds that do not lie below target's stay. Errors: widen-target (target
  /// is not one base to the power one), widen-nothing (nothing in x lies below target).
  Result<Unit> widen(const Unit& x, const Unit& target, const std::string& path) const;

  const UnitTableParts& parts() const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

/// Multiplier from one unit to another (x [from] * conversion = x [to]). Error unit-mismatch naming both
/// texts and, when only kinds differ, the leftover ("kWh_facility/kWh_it").
Result<double> conversion(const UnitTable& table, const Unit& from, const Unit& to, const std::string& path);

}  // namespace footing
