#include "symbols.hpp"

#include <algorithm>
#include <tuple>

namespace footing::internal {
namespace {

constexpr std::size_t kYearSuffix = 5;  // "_2023"

bool has_plain(const Unit& unit, const std::string& base) {
  return std::any_of(unit.dimension.begin(), unit.dimension.end(),
                     [&](const DimensionFactor& factor) { return factor.base == base && factor.kind.empty(); });
}

}  // namespace

bool is_year_suffix(std::string_view text) {
  return text.size() == kYearSuffix && text[0] == '_' &&
         std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Unit with_kind(const Unit& unit, const std::string& base, const std::string& kind) {
  Unit out = unit;
  for (DimensionFactor& factor : out.dimension) {
    if (factor.base == base && factor.kind.empty()) factor.kind = kind;
  }
  std::sort(out.dimension.begin(), out.dimension.end(), [](const DimensionFactor& a, const DimensionFactor& b) {
    return std::tie(a.base, a.kind) < std::tie(b.base, b.kind);
  });
  return out;
}

std::string Symbols::add(const std::string& text, const Unit& unit, const std::vector<BaseDef>& bases) {
  std::string taken = insert(text, unit);
  if (unit.date) return taken;
  for (const BaseDef& base : bases) {
    if (!has_plain(unit, base.id)) continue;
    if (base.yearly) yearly_.emplace(text, base.id);
    for (const KindDef& kind : base.kinds) {
      const std::string second = insert(text + kind.suffix, with_kind(unit, base.id, kind.id));
      if (taken.empty()) taken = second;
    }
  }
  return taken;
}

std::string Symbols::insert(const std::string& text, const Unit& unit) {
  // A year after a currency is read off the text, so nothing else may be written that way.
  const bool reads_as_year = text.size() > kYearSuffix && is_year_suffix(text.substr(text.size() - kYearSuffix)) &&
                             yearly_.count(text.substr(0, text.size() - kYearSuffix)) != 0;
  if (reads_as_year || !units_.emplace(text, unit).second) return text;
  texts_.insert(std::upper_bound(texts_.begin(), texts_.end(), text), text);
  return {};
}

std::optional<Unit> Symbols::find(std::string_view text) const {
  const auto found = units_.find(text);
  if (found != units_.end()) return found->second;
  if (text.size() <= kYearSuffix) return std::nullopt;
  const std::string_view year = text.substr(text.size() - kYearSuffix);
  const std::string_view plain = text.substr(0, text.size() - kYearSuffix);
  const auto money = yearly_.find(plain);
  if (money == yearly_.end() || !is_year_suffix(year)) return std::nullopt;
  return with_kind(units_.find(plain)->second, money->second, std::string(year.substr(1)));
}

}  // namespace footing::internal
