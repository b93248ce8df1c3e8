#include "footing/units/unit_table.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "symbols.hpp"
#include "table_builder.hpp"
#include "unit_parser.hpp"

namespace footing {

struct UnitTable::Tables {
  UnitTableParts parts;
  internal::Symbols symbols;
};

namespace {

const BaseDef* find_base(const UnitTableParts& parts, const std::string& id) {
  const auto found =
      std::find_if(parts.bases.begin(), parts.bases.end(), [&](const BaseDef& base) { return base.id == id; });
  return found == parts.bases.end() ? nullptr : &*found;
}

std::string exponent_text(Rational exponent) {
  if (exponent.den != 1) return "^(" + std::to_string(exponent.num) + "/" + std::to_string(exponent.den) + ")";
  return exponent.num == 1 ? std::string() : "^" + std::to_string(exponent.num);
}

std::string suffix_text(const BaseDef& base, const std::string& kind) {
  if (kind.empty()) return {};
  for (const KindDef& known : base.kinds) {
    if (known.id == kind) return known.suffix;
  }
  return "_" + kind;
}

std::string factor_text(const UnitTableParts& parts, const DimensionFactor& factor, Rational exponent, bool customary) {
  const BaseDef* base = find_base(parts, factor.base);
  if (base == nullptr) return factor.base + exponent_text(exponent);
  const std::string& symbol = customary && !base->customary.empty() ? base->customary : base->unit;
  return symbol + suffix_text(*base, factor.kind) + exponent_text(exponent);
}

std::string dimension_text(const UnitTableParts& parts, const Dimension& dimension, bool customary) {
  std::string above;
  std::string below;
  int divisors = 0;
  for (const DimensionFactor& factor : dimension) {
    const bool positive = factor.exponent.num > 0;
    std::string& side = positive ? above : below;
    if (!side.empty()) side += "*";
    side += factor_text(parts, factor, {std::abs(factor.exponent.num), factor.exponent.den}, customary);
    if (!positive) ++divisors;
  }
  if (above.empty()) above = "1";
  if (divisors == 0) return above;
  return above + "/" + (divisors == 1 ? below : "(" + below + ")");
}

bool lies_below(const BaseDef& base, const std::string& kind, const std::string& above) {
  if (kind == above) return false;
  if (above.empty()) return true;
  std::string at = kind;
  // The table was checked for cycles, so this climbs to the plain unit.
  while (!at.empty()) {
    const auto found = std::find_if(base.kinds.begin(), base.kinds.end(), [&](const KindDef& k) { return k.id == at; });
    at = found == base.kinds.end() ? std::string() : found->under;
    if (at == above) return true;
  }
  return false;
}

}  // namespace

UnitTable::UnitTable() : tables_(std::make_shared<const Tables>()) {}

Result<UnitTable> UnitTable::make(UnitTableParts parts, const std::string& path) {
  Result<internal::Symbols> symbols = internal::build_symbols(parts, path);
  if (!symbols) return symbols.errors();
  UnitTable table;
  table.tables_ = std::make_shared<const Tables>(Tables{std::move(parts), std::move(symbols).value()});
  return table;
}

Result<Unit> UnitTable::parse(std::string_view text, const std::string& path) const {
  return internal::parse_unit(text, tables_->symbols, path);
}

std::optional<Unit> UnitTable::find(std::string_view symbol) const { return tables_->symbols.find(symbol); }

std::string UnitTable::print(const Dimension& dimension) const {
  return dimension_text(tables_->parts, dimension, false);
}

std::string UnitTable::name(const Dimension& dimension) const {
  return dimension_text(tables_->parts, dimension, true);
}

Result<Unit> UnitTable::widen(const Unit& x, const Unit& target, const std::string& path) const {
  const bool one_base = target.dimension.size() == 1 && target.dimension[0].exponent == Rational{1, 1} && !target.date;
  if (!one_base) {
    return Error{"widen-target", path, "widen goes to one base unit, not to " + name(target.dimension) + ".",
                 "Name the unit whose kinds are to be dropped, as in widen(x, kWh) or widen(x, L)."};
  }
  const DimensionFactor& goal = target.dimension[0];
  const BaseDef* base = find_base(tables_->parts, goal.base);
  Unit out{x.factor, {}, x.date};
  bool changed = false;
  for (const DimensionFactor& factor : x.dimension) {
    const bool below = base != nullptr && factor.base == goal.base && lies_below(*base, factor.kind, goal.kind);
    changed = changed || below;
    const Unit moved{1.0, {{factor.base, below ? goal.kind : factor.kind, factor.exponent}}, false};
    out.dimension = multiply(out, moved).dimension;
  }
  if (!changed) {
    return Error{
        "widen-nothing", path,
        "widen to " + name(target.dimension) + " changes nothing: no kind in " + name(x.dimension) + " lies below it.",
        "Leave widen out, or name the unit whose kind is to be dropped."};
  }
  return out;
}

const UnitTableParts& UnitTable::parts() const { return tables_->parts; }

}  // namespace footing
