#include "bare_factor.hpp"

#include <string_view>

#include "footing/base/number.hpp"

namespace footing::internal {
namespace {

struct BareFactor {
  double value;
  std::string_view meaning;
  std::string_view units;
};

constexpr BareFactor kBareFactors[] = {
    {24, "hours a day", "[h] and [day]"},
    {60, "minutes an hour or seconds a minute", "[h], [min] and [s]"},
    {365, "days a year", "[day] and [year]"},
    {366, "days a leap year", "[day] and [year]"},
    {3600, "seconds an hour", "[s] and [h], or [J] and [Wh]"},
    {8760, "hours a year", "[h] and [year]"},
    {86400, "seconds a day", "[s] and [day]"},
    {1000, "a step between prefixes", "a prefix, as in [kWh] and [MWh]"},
    {1e6, "a step between prefixes", "a prefix, as in [Wh] and [MWh]"},
    {1e9, "a step between prefixes", "a prefix, as in [Wh] and [GWh]"},
};

}  // namespace

void warn_of_bare_factor(const Expression& factor, const std::string& path, Errors& warnings) {
  if (factor.op != Op::constant || !factor.text.empty()) return;
  for (const BareFactor& bare : kBareFactors) {
    if (factor.value != bare.value) continue;
    warnings.push_back({"bare-factor", path + ":" + std::to_string(factor.at),
                        shortest(bare.value) + " stands as a factor without a unit.",
                        "If it is " + std::string(bare.meaning) + ", leave it out, write the units (" +
                            std::string(bare.units) + ") and let them convert."});
  }
}

}  // namespace footing::internal
