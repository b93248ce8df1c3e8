#pragma once

#include <string_view>

namespace footing {

/// A code an Error may carry, with its meaning. Codes are kept for ever and never reused.
struct ErrorCode {
  std::string_view code;
  std::string_view meaning;
};

/// Every code, in alphabetical order. A test provokes each of them.
inline constexpr ErrorCode kErrorCodes[] = {
    {"bare-factor",
     "A warning: a formula multiplies by a number that people write to convert units by hand (24, 365, 1000)."},
    {"boolean-not-number", "A comparison stands where a number is needed."},
    {"condition-not-boolean", "The condition of an if is not a comparison."},
    {"date-arithmetic", "A date is used otherwise than compared, subtracted or moved by a duration."},
    {"distribution-parameter", "A parameter of a distribution is missing, not finite or out of its range."},
    {"exponent-not-constant", "A quantity with a unit is raised to something other than a constant fraction."},
    {"exponent-range", "An exponent of a unit leaves the range that is supported."},
    {"formula-syntax", "A formula does not follow the grammar."},
    {"formula-too-long", "A formula is longer, deeper or has a longer chain of operators than is allowed."},
    {"log-needs-positive", "A logarithmic distribution needs positive numbers."},
    {"low-above-high", "Numbers that must ascend do not."},
    {"non-finite", "A step has a value that is not a finite number."},
    {"not-dimensionless", "A function or exponent that needs a plain number is given a quantity with a unit."},
    {"outside-bounds", "A value lies outside the hard bounds of its input."},
    {"samples-range", "The number of samples is outside what is supported."},
    {"solve-reach", "The reach of an input to be solved for is empty, not finite, or not positive on a log scale."},
    {"solve-target", "The target of a break-even is not a finite number."},
    {"solve-unknown-input", "A break-even names an input that the model does not have."},
    {"solve-unknown-output", "A break-even names an output that the model does not have."},
    {"step-missing", "ceil or floor has no step above zero to round to."},
    {"too-many-dimensions", "A spread input has no Sobol dimension within those supported."},
    {"unit-definition", "The list of units contradicts itself or cannot be read."},
    {"unit-mismatch", "Two quantities that must be of one kind are not."},
    {"unit-syntax", "A unit does not follow the grammar of units."},
    {"unknown-name", "A formula names something that is no input and no earlier step."},
    {"unknown-unit", "A unit names something that is not in the list of units."},
    {"value-syntax", "A value text is not a number, an interval or a known distribution."},
    {"widen-nothing", "A widen changes nothing: no kind in the quantity lies below its target."},
    {"widen-target", "The target of a widen is not one base to the power one."},
};

}  // namespace footing
