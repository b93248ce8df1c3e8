#include "exchange/used_units.hpp"

#include <algorithm>

namespace footing {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '%';
}

void add_words(const UnitTable& units, const std::string& text, std::set<std::string>& bases) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_word(text[end])) ++end;
    if (end > at) {
      const auto unit = units.find(std::string_view(text).substr(at, end - at));
      if (unit) {
        for (const auto& factor : unit->dimension) bases.insert(factor.base);
      }
    }
    at = end + 1;
  }
}

bool made_of(const UnitTable& units, const std::string& id, const std::set<std::string>& bases) {
  const auto unit = units.find(id);
  return unit && std::all_of(unit->dimension.begin(), unit->dimension.end(),
                             [&](const DimensionFactor& factor) { return bases.count(factor.base) != 0; });
}

/// An element of units.json, without what is for people.
void write_definition(JsonWriter& out, const Json& element) {
  out.open_object();
  for (const auto& [key, value] : element.members) {
    if (key != "definition") out.key(key).json(value);
  }
  out.close_object();
}

}  // namespace

void add_bases(const UnitTable& units, const Json& node, std::set<std::string>& bases) {
  if (node.type == Json::Type::text) add_words(units, node.text, bases);
  for (const auto& element : node.list) add_bases(units, element, bases);
  for (const auto& [key, value] : node.members) add_bases(units, value, bases);
}

void write_units(JsonWriter& out, const Json& file, const UnitTable& units, const std::set<std::string>& bases) {
  out.open_object();
  for (const char* part : {"bases", "prefixes", "units"}) {
    const Json* list = file.find(part);
    if (list == nullptr) continue;
    out.key(part).open_list();
    for (const auto& element : list->list) {
      const Json* id = element.find("id");
      const bool base = part[0] == 'b';
      const bool kept =
          part[0] == 'p' || id == nullptr || (base ? bases.count(id->text) != 0 : made_of(units, id->text, bases));
      if (kept) write_definition(out, element);
    }
    out.close_list();
  }
  out.close_object();
}

}  // namespace footing
