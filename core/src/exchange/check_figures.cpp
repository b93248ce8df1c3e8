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

}  // namespace

void check_figures(const PreparedClaim& claim, Errors& errors) {
  for (const auto& figure : claim.published) {
    auto resolved = resolve(claim, figure.scenario, {}, DeclaredUnits());
    if (!resolved) continue;  // reported when the claim was checked
    const Plan plan = plan_of(resolved.value());
    for (const auto& input : resolved->inputs) {
      if (!input.value.distribution.is_point()) {
        errors.push_back({"figure-not-a-point", figure.path + "/scenario",
                          "Scenario \"" + figure.scenario + "\" holds a range for \"" + input.input->id +
                              "\"; a published figure is recomputed from single numbers.",
                          "Give the author's own number, or name another scenario."});
      }
    }
    const std::size_t step = step_index(plan.program, figure.output);
    if (step == kNoIndex) {
      errors.push_back({"output-unknown", figure.path + "/output",
                        "\"" + figure.output + "\" is not computed in scenario \"" + figure.scenario + "\".", ""});
      continue;
    }
    const double value = run_point(plan, medians(plan))[step];
    const bool holds = std::isfinite(value) && met(figure, value);
    const std::string& unit = claim.step(figure.output)->unit_text;
    if (!holds && figure.finding.empty()) {
      errors.push_back({"figure-not-recomputed", figure.path + "/value",
                        "Scenario \"" + figure.scenario + "\" gives " + shortest(value) + " " + unit +
                            "; published is " + figure.relation + " " + shortest(figure.value) + " " + unit +
                            " (rounding " + shortest(figure.half_width) + ").",
                        "Mend the inputs, state rounded_to or a tolerance with its reason, or name the finding."});
    }
    if (holds && !figure.finding.empty()) {
      errors.push_back({"finding-not-needed", figure.path + "/finding",
                        "Scenario \"" + figure.scenario + "\" gives the published figure; no finding is needed here.",
                        "Remove it here."});
    }
  }
}

}  // namespace footing
