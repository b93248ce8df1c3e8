#include <cmath>

#include "exchange/answer.hpp"
#include "exchange/state.hpp"
#include "footing/base/number.hpp"

namespace footing {
namespace {

/// The figure as its relation reads it, with its rounding.
bool met(const Figure& figure, double value) {
  // Sums of decimal fractions land a few units of the last place beside the edge of a rounding.
  const double slack = 1e-9 * std::fabs(figure.value);
  const double low = figure.value - figure.half_width - slack;
  const double high = figure.value + figure.half_width + slack;
  if (figure.relation == "more_than") return value > figure.value;
  if (figure.relation == "less_than") return value < figure.value;
  if (figure.relation == "at_least") return value >= low;
  if (figure.relation == "at_most") return value <= high;
  return value >= low && value <= high;
}

/// What must hold of a scenario that a figure is recomputed from. A ratio divides centres, so ranges may stand there.
void check_scenario(const PreparedClaim& claim, const Figure& figure, const std::string& id, const char* key,
                    Errors& errors) {
  const PreparedScenario& scenario = *claim.scenario(id);
  for (const auto& [input, value, from_bundle] : scenario.inputs) {
    if (figure.over.empty() && !value.distribution.is_point()) {
      errors.push_back({"figure-not-a-point", figure.path + "/" + key,
                        "Scenario \"" + id + "\" holds a range for \"" + input +
                            "\"; a published figure is recomputed from single numbers.",
                        "Give the author's own number, or name another scenario."});
    }
  }
  if (step_index(scenario.program, figure.output) == kNoIndex) {
    errors.push_back({"output-unknown", figure.path + "/output",
                      "\"" + figure.output + "\" is not computed in scenario \"" + id + "\".", ""});
  }
}

}  // namespace

void check_figures(const PreparedClaim& claim, Errors& errors) {
  for (const auto& figure : claim.published) {
    const std::size_t before = errors.size();
    check_scenario(claim, figure, figure.scenario, "scenario", errors);
    if (!figure.over.empty()) check_scenario(claim, figure, figure.over, "over", errors);
    if (step_index(claim.scenario(figure.scenario)->program, figure.output) == kNoIndex) continue;
    if (!figure.over.empty() && errors.size() != before) continue;
    double value = centre_of(claim, figure.scenario, figure.output);
    if (!figure.over.empty()) value /= centre_of(claim, figure.over, figure.output);
    const bool holds = std::isfinite(value) && met(figure, value);
    const std::string unit = figure.over.empty() ? " " + claim.step(figure.output)->unit_text : "";
    const std::string what =
        "Scenario \"" + figure.scenario + "\"" + (figure.over.empty() ? "" : " over scenario \"" + figure.over + "\"");
    if (!holds && figure.finding.empty()) {
      errors.push_back({"figure-not-recomputed", figure.path + "/value",
                        what + " gives " + shortest(value) + unit + "; published is " + figure.relation + " " +
                            shortest(figure.value) + unit + " (rounding " + shortest(figure.half_width) + ").",
                        "Mend the inputs, state rounded_to or a tolerance with its reason, or name the finding."});
    }
    if (holds && !figure.finding.empty()) {
      errors.push_back({"finding-not-needed", figure.path + "/finding",
                        what + " gives the published figure; no finding is needed here.", "Remove it here."});
    }
  }
}

}  // namespace footing
