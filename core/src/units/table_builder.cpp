#include "table_builder.hpp"

#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "footing/base/number.hpp"
#include "footing/units/rational.hpp"
#include "unit_parser.hpp"

namespace footing::internal {
namespace {

std::string item(const std::string& list, std::size_t index) { return list + "/" + std::to_string(index); }

class Builder {
 public:
  Builder(const UnitTableParts& parts, const std::string& path) : parts_(parts), file_(path + "#") {}

  Result<Symbols> run() {
    read_prefixes();
    for (std::size_t i = 0; i < parts_.bases.size(); ++i) read_base(parts_.bases[i], item("/bases", i));
    for (std::size_t i = 0; i < parts_.units.size(); ++i) read_unit(parts_.units[i], item("/units", i));
    for (std::size_t i = 0; i < parts_.bases.size(); ++i) read_customary(parts_.bases[i], item("/bases", i));
    if (!errors_.empty()) return errors_;
    return std::move(symbols_);
  }

 private:
  void read_prefixes() {
    for (std::size_t i = 0; i < parts_.prefixes.size(); ++i) {
      const PrefixDef& prefix = parts_.prefixes[i];
      const std::string at = item("/prefixes", i);
      if (!is_symbol(prefix.id)) fail(at + "/id", "\"" + prefix.id + "\" cannot be a prefix.");
      if (!std::isfinite(prefix.factor) || prefix.factor <= 0) {
        fail(at + "/factor", "The factor of prefix " + prefix.id + " is not a positive number.");
      }
      if (!prefixes_.emplace(prefix.id, prefix.factor).second) {
        fail(at + "/id", "The prefix " + prefix.id + " is defined twice.");
      }
    }
  }

  void read_base(const BaseDef& base, const std::string& at) {
    if (base.id.empty() || !base_ids_.insert(base.id).second) {
      fail(at + "/id", base.id.empty() ? "A base needs an id." : "The base " + base.id + " is defined twice.");
      return;
    }
    read_kinds(base, at);
    const Unit unit{1.0, {{base.id, "", {1, 1}}}, false};
    add_all(base.unit, at + "/unit", base.aliases, base.prefixes, unit, at);
  }

  void read_kinds(const BaseDef& base, const std::string& at) {
    std::map<std::string, std::string> under;
    for (std::size_t i = 0; i < base.kinds.size(); ++i) {
      const KindDef& kind = base.kinds[i];
      const std::string here = item(at + "/kinds", i);
      if (kind.id.empty()) fail(here + "/id", "A kind of " + base.id + " needs an id.");
      if (!under.emplace(kind.id, kind.under).second) fail(here + "/id", "The kind " + kind.id + " is defined twice.");
      if (!is_symbol(kind.suffix) || (base.yearly && is_year_suffix(kind.suffix))) {
        fail(here + "/suffix", "\"" + kind.suffix + "\" cannot be the suffix of a kind.");
      }
    }
    for (std::size_t i = 0; i < base.kinds.size(); ++i) {
      const std::string here = item(at + "/kinds", i) + "/under";
      std::string above = base.kinds[i].under;
      for (std::size_t steps = 0; !above.empty(); ++steps) {
        const auto next = under.find(above);
        if (next == under.end()) {
          fail(here, "There is no kind \"" + above + "\" of " + base.id + " to lie under.");
          break;
        }
        if (steps > base.kinds.size()) {
          fail(here, "The kind " + base.kinds[i].id + " lies under itself.");
          break;
        }
        above = next->second;
      }
    }
  }

  void read_unit(const UnitDef& def, const std::string& at) {
    const std::size_t space = def.is.find(' ');
    const std::optional<double> size = parse_number(def.is.substr(0, space));
    if (!size || !std::isfinite(*size) || *size <= 0) {
      fail(at + "/is", "\"" + def.is + "\" is not a positive number and a unit.");
      return;
    }
    const std::string rest = space == std::string::npos ? "1" : def.is.substr(space + 1);
    Result<Unit> unit = parse_unit(rest, symbols_, file_ + at + "/is");
    if (!unit) {
      for (const Error& error : unit.errors()) {
        fail(at + "/is", error.message + " A unit is made of units defined before it.");
      }
      return;
    }
    unit.value().factor *= *size;
    if (!exponents_in_range(*unit)) {
      fail(at + "/is", "The size of " + def.id + " is beyond all bounds.");
      return;
    }
    if (def.id == "date") unit.value().date = true;
    add_all(def.id, at + "/id", def.aliases, def.prefixes, *unit, at);
  }

  void read_customary(const BaseDef& base, const std::string& at) {
    if (base.customary.empty()) return;
    const std::optional<Unit> unit = symbols_.find(base.customary);
    if (!unit || !same_kind(*unit, Unit{1.0, {{base.id, "", {1, 1}}}, false})) {
      fail(at + "/customary", "\"" + base.customary + "\" is not a unit of " + base.id + ".");
    }
  }

  void add_all(const std::string& symbol, const std::string& symbol_at, const std::vector<std::string>& aliases,
               const std::vector<std::string>& prefixes, const Unit& unit, const std::string& at) {
    add(symbol, unit, symbol_at);
    for (std::size_t i = 0; i < aliases.size(); ++i) add(aliases[i], unit, item(at + "/aliases", i));
    for (std::size_t i = 0; i < prefixes.size(); ++i) {
      const std::string here = item(at + "/prefixes", i);
      const auto prefix = prefixes_.find(prefixes[i]);
      if (prefix == prefixes_.end()) {
        fail(here, "There is no prefix \"" + prefixes[i] + "\".");
        continue;
      }
      Unit prefixed = unit;
      prefixed.factor *= prefix->second;
      if (prefixed.date || !exponents_in_range(prefixed)) {
        fail(here, prefixes[i] + symbol + (prefixed.date ? ": a date takes no prefix." : " is beyond all bounds."));
        continue;
      }
      add(prefixes[i] + symbol, prefixed, here);
    }
  }

  void add(const std::string& text, const Unit& unit, const std::string& at) {
    if (!is_symbol(text)) {
      fail(at, "\"" + text + "\" cannot be a unit: letters, digits, _ and % only, no digit first.");
      return;
    }
    const std::string taken = symbols_.add(text, unit, parts_.bases);
    if (!taken.empty()) fail(at, "\"" + taken + "\" would have two meanings.");
  }

  void fail(const std::string& at, const std::string& message) {
    errors_.push_back({"unit-definition", file_ + at, message, ""});
  }

  const UnitTableParts& parts_;
  const std::string file_;
  std::map<std::string, double> prefixes_;
  std::set<std::string> base_ids_;
  Symbols symbols_;
  Errors errors_;
};

}  // namespace

Result<Symbols> build_symbols(const UnitTableParts& parts, const std::string& path) {
  return Builder(parts, path).run();
}

}  // namespace footing::internal
