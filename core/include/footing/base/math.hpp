#pragma once

namespace footing::math {

/// Elementary functions with a fixed order of IEEE-754 double operations: the same bits on every
/// platform, compiler and optimisation level (built with -ffp-contract=off). No libm except sqrt and
/// floor, which IEEE-754 defines exactly.
double exp(double x);
double log(double x);
double log2(double x);
double log10(double x);
/// x^y for x >= 0 (and any x for integer y); NaN where the real power does not exist.
double pow(double x, double y);
double sqrt(double x);
/// Standard normal distribution function and its inverse (0 < p < 1).
double normal_cdf(double z);
double inverse_normal(double p);
/// Natural logarithm of the gamma function for x > 0.
double log_gamma(double x);
/// Regularised incomplete beta function I_x(a, b), a, b > 0, 0 <= x <= 1.
double incomplete_beta(double a, double b, double x);

}  // namespace footing::math
