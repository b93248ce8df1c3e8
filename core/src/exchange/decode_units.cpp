#include "exchange/decode.hpp"

namespace footing {
namespace {

std::vector<std::string> plain(const std::vector<Placed>& placed) {
  std::vector<std::string> out;
  for (const auto& one : placed) out.push_back(one.text);
  return out;
}

}  // namespace

void decode_units(const Reader& file, UnitTableParts& out) {
  file.only({"prefixes", "bases", "units"});
  for (const auto& node : file.need("prefixes").elements()) {
    node.only({"id", "factor", "definition"});
    out.prefixes.push_back({node.need("id").some(), node.need("factor").number(1.0)});
    static_cast<void>(node.at("definition").some());
  }
  for (const auto& node : file.need("bases").elements()) {
    node.only({"id", "unit", "aliases", "prefixes", "kinds", "counted", "yearly", "customary", "definition"});
    BaseDef base;
    base.id = node.need("id").snake();
    base.unit = node.need("unit").some();
    base.aliases = plain(node.at("aliases").list(0));
    base.prefixes = plain(node.at("prefixes").list(0));
    static_cast<void>(node.at("definition").some());
    base.counted = node.at("counted").boolean(false);
    base.yearly = node.at("yearly").boolean(false);
    base.customary = node.at("customary").text();
    for (const auto& kind : node.at("kinds").elements()) {
      kind.only({"id", "under", "suffix"});
      base.kinds.push_back({kind.need("id").some(), kind.need("under").text(), kind.need("suffix").some()});
    }
    out.bases.push_back(std::move(base));
  }
  for (const auto& node : file.need("units").elements()) {
    node.only({"id", "is", "aliases", "prefixes", "definition"});
    out.units.push_back({node.need("id").some(), node.need("is").some(), plain(node.at("aliases").list(0)),
                         plain(node.at("prefixes").list(0))});
    static_cast<void>(node.at("definition").some());
  }
}

}  // namespace footing
