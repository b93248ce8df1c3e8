#include "model/scenario_value.hpp"

namespace footing {
namespace {

Unit without_kinds(const Unit& unit) {
  Unit plain;
  plain.factor = unit.factor;
  for (const auto& factor : unit.dimension) {
    Unit base;
    base.dimension = {{factor.base, "", factor.exponent}};
    plain = multiply(plain, base);
  }
  return plain;
}

Result<Value> read_taken_as(const UnitTable& units, const Input& input, const ValuePart& part) {
  std::string written;
  auto spec = parse_distribution(part.text, &written, part.path);
  if (!spec) return spec.errors();
  auto own = units.parse(written, part.path);
  if (!own) return own.errors();
  auto as = units.parse(part.taken_as, part.path + "/taken_as");
  if (!as) return as.errors();
  const bool only_kind = same_kind(without_kinds(own.value()), without_kinds(as.value())) &&
                         !same_kind(own.value(), as.value()) && own->factor == as->factor;
  if (!only_kind || !same_kind(as.value(), input.unit)) {
    return Error{"taken-as", part.path + "/taken_as",
                 "\"" + written + "\" taken as \"" + part.taken_as + "\" for an input in " + input.unit_text +
                     ": the two units must differ in kind alone, and the second must fit the input.",
                 "Use taken_as only where a source used a value as another kind."};
  }
  const double factor = own->factor / input.unit.factor;
  const DistributionSpec taken = factor == 1.0 ? spec.value() : scaled(spec.value(), factor);
  auto distribution = Distribution::make(taken, input.bounds, part.path);
  if (!distribution) return distribution.errors();
  return Value{taken, std::move(distribution).value(), "", "", "", ""};
}

}  // namespace

Result<Value> read_scenario_value(const UnitTable& units, const Input& input, const ValuePart& part) {
  auto value =
      part.taken_as.empty() ? read_value(units, input, part.text, part.path, false) : read_taken_as(units, input, part);
  if (!value) return value.errors();
  Value read = std::move(value).value();
  read.state = part.state;
  read.evidence = part.evidence;
  read.range = part.range;
  read.made = part.made;
  return read;
}

}  // namespace footing
