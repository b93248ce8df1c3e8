#pragma once

#include <string>

#include "exchange/reader.hpp"
#include "footing/model/parts.hpp"

/// JSON files -> parts. `words`: texts for people are needed (not in a frozen closure).
namespace footing {

void decode_units(const Reader& file, UnitTableParts& out);
InputPart decode_quantity(const Reader& file, bool words);
BundlePart decode_bundle(const Reader& file, bool words);
ModelPart decode_model(const Reader& file, bool words);
ClaimPart decode_claim(const Reader& file, bool words);
/// A CSL-JSON record, checked: what of it others refer to.
struct SourcePart {
  std::string id;
  bool article = false;  ///< an article whose statements are listed
};
SourcePart decode_source(const Reader& file, bool words);

/// Pieces that several files share.
ValuePart decode_value(const Reader& node, bool words);
/// year-month-day: date-syntax otherwise.
std::string decode_date(const Reader& node);
InputPart decode_input(const std::string& id, const Reader& node, bool words);

}  // namespace footing
