#include "footing/model/unit_reader.hpp"

namespace footing {

Result<double> DeclaredUnits::factor(const std::string& written, const std::string& declared,
                                     const std::string& path) const {
  if (written == declared) return 1.0;
  return Error{"unit-mismatch", path, "\"" + written + "\" is not the unit here, " + declared + ".",
               "Write the number in " + declared + ", or leave the unit out."};
}

Result<DistributionSpec> read_spec(const UnitReader& units, const std::string& declared, const std::string& text,
                                   const std::string& path) {
  std::string written;
  auto spec = parse_distribution(text, &written, path);
  if (!spec || written.empty()) return spec;
  auto factor = units.factor(written, declared, path);
  if (!factor) return factor.errors();
  if (factor.value() == 1.0) return spec;
  return scaled(spec.value(), factor.value());
}

Result<double> read_number(const UnitReader& units, const std::string& declared, const std::string& text,
                           const std::string& path) {
  auto spec = read_spec(units, declared, text, path);
  if (!spec) return spec.errors();
  if (spec->shape == Shape::point) return spec->numbers.front();
  return Error{"value-syntax", path, "\"" + text + "\" is a range; one number is needed here.",
               "Write one number and its unit."};
}

}  // namespace footing
