#pragma once

namespace footing::math::detail {

/// log B(a, b), a, b > 0.
double log_beta(double a, double b);

/// x^a y^b / B(a, b) with y = 1 - x given apart, 0 < x, y < 1.
double beta_power(double a, double b, double x, double y);

/// The regularised incomplete beta function, given that power: the continued fraction of Abramowitz &
/// Stegun 26.5.8, from whichever side converges fast.
double incomplete_beta_given_power(double a, double b, double x, double y, double power);

}  // namespace footing::math::detail
