#include <map>

#include "footing/base/number.hpp"
#include "footing/model/dataset.hpp"

namespace footing {
namespace {

/// Factor from the written unit to `unit`; an unwritten unit is `unit` itself where that is allowed.
Result<double> written_factor(const UnitTable& units, const Unit& unit, const std::string& unit_text,
                              const std::string& written, const std::string& path, bool unit_optional) {
  if (written.empty()) {
    if (unit_optional || (unit.dimension.empty() && unit.factor == 1.0)) return 1.0;
    return Error{"unit-missing", path, "The value has no unit; its input is in " + unit_text + ".",
                 "Write the unit behind the number, for example \"1 " + unit_text + "\"."};
  }
  auto parsed = units.parse(written, path);
  if (!parsed) return parsed.errors();
  return conversion(units, parsed.value(), unit, path);
}

}  // namespace

Result<Value> read_value(const UnitTable& units, const Input& input, const std::string& text, const std::string& path,
                         bool unit_optional) {
  std::string written;
  auto spec = parse_distribution(text, &written, path);
  if (!spec) return spec.errors();
  auto factor = written_factor(units, input.unit, input.unit_text, written, path, unit_optional);
  if (!factor) return factor.errors();
  DistributionSpec converted = factor.value() == 1.0 ? spec.value() : scaled(spec.value(), factor.value());
  auto distribution = Distribution::make(converted, input.bounds, path);
  if (!distribution) return distribution.errors();
  return Value{converted, std::move(distribution).value(), "", "", "", ""};
}

Result<double> read_figure(const UnitTable& units, const Unit& unit, const std::string& unit_text,
                           const std::string& text, const std::string& path, bool unit_optional) {
  std::string written;
  auto spec = parse_distribution(text, &written, path);
  if (!spec) return spec.errors();
  if (spec.value().shape != Shape::point) {
    return Error{"value-syntax", path, "\"" + text + "\" is a range; one number is needed here.",
                 "Write one number and its unit."};
  }
  auto factor = written_factor(units, unit, unit_text, written, path, unit_optional);
  if (!factor) return factor.errors();
  // A number that is written may be beyond all numbers in the other unit.
  const DistributionSpec converted = scaled(spec.value(), factor.value());
  auto point = Distribution::make(converted, {}, path);
  if (!point) return point.errors();
  return converted.numbers.front();
}

}  // namespace footing
