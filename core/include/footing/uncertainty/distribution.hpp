#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "footing/base/result.hpp"
#include "footing/base/shared.hpp"

namespace footing {

/// Shape of an input's uncertainty. All numbers are in the input's declared unit.
enum class Shape {
  point,
  interval,
  uniform,
  log_uniform,
  triangular,
  pert,
  normal,
  lognormal,
  beta,
  choice,
  empirical
};

/// What was written, before the input's scale and hard bounds are applied. `numbers` by shape:
/// point {x}; interval, normal, lognormal {p05, p95}; uniform, log_uniform {low, high};
/// triangular, pert {low, mode, high}; beta {a, b, low, high}; choice and empirical {x1, x2, …}
/// with `weights` (choice).
struct DistributionSpec {
  Shape shape = Shape::point;
  std::vector<double> numbers;
  std::vector<double> weights;
  /// choice only: members stay in the order given, so that several choices with the same weights, drawn from the same
  /// points, pick the same place in their lists (options of a bundle). quantile() is then not ascending.
  bool in_order = false;
  friend bool operator==(const DistributionSpec&, const DistributionSpec&) = default;
};

/// Reads the number part of a value text: "1.2", "2000..6000", "uniform(0.7, 0.82)", "log_uniform(a, b)",
/// "triangular(a, m, b)", "pert(a, m, b)", "normal(p05, p95)", "lognormal(p05, p95)", "beta(a, b)",
/// "beta(a, b, low, high)", "choice(x: w, y: w)", "empirical(x, y, z)". On success `rest` is what follows
/// (a unit text, trimmed; maybe empty); a null `rest` means that nothing may follow. Numbers follow JSON's
/// grammar; spaces may stand between the parts; "a..b" needs no order of sign ("-3..-1", "1e3 .. 2e3").
/// beta(a, b) is beta(a, b, 0, 1). At most 1,000 members.
/// Errors: value-syntax, low-above-high, distribution-parameter.
Result<DistributionSpec> parse_distribution(std::string_view text, std::string* rest, const std::string& path);

/// Canonical text of a spec, numbers in shortest form, no spaces: "2000..6000", "triangular(1,2,3)".
std::string print_distribution(const DistributionSpec& spec);

/// The same spec with every location number multiplied by `factor` > 0 (a change of unit).
DistributionSpec scaled(const DistributionSpec& spec, double factor);

/// Hard bounds and scale of an input. `log` makes "a..b" lognormal, else normal. `gather`: what lies beyond a bound is
/// moved to the bound; else it is cut off and the rest stands for all.
struct Bounds {
  std::optional<double> min;
  std::optional<double> max;
  bool log = false;
  bool gather = false;
};

/// Most members a choice or an empirical distribution may have.
inline constexpr std::size_t kMostMembers = 1000;

/// A validated distribution as a quantile function, truncated at the bounds: where bounds cut a continuous
/// distribution, the probability inside them is rescaled to 1. An interval, normal or lognormal is given by its
/// 5 % and 95 % quantiles before truncation; pert is the beta distribution with shape 4 (Malcolm et al. 1959);
/// choice and empirical are steps over their members in ascending order, empirical with equal weights.
/// Equal low and high numbers mean a point.
class Distribution {
 public:
  /// The point 0.
  Distribution();
  // Defined where Table is.
  Distribution(const Distribution&);
  Distribution(Distribution&&) noexcept;
  Distribution& operator=(const Distribution&);
  Distribution& operator=(Distribution&&) noexcept;
  ~Distribution();

  /// Errors: outside-bounds (a point, a member, a 5 % to 95 % interval or a support outside, or all but a
  /// millionth of the probability), low-above-high (numbers or bounds), distribution-parameter (count, finite,
  /// weights positive, beta's a and b within 0.1 to 100000), log-needs-positive.
  static Result<Distribution> make(const DistributionSpec& spec, const Bounds& bounds, const std::string& path);

  /// Quantile function, 0 < u < 1, non-decreasing.
  double quantile(double u) const;
  /// out[i] = quantile(u[i]), the same bits; in place allowed.
  void quantiles(const double* u, std::size_t count, double* out) const;
  /// True where the quantile function is constant.
  bool is_point() const;
  /// True for choice, empirical.
  bool is_discrete() const;
  const DistributionSpec& spec() const;
  /// The hard bounds it was made with.
  const Bounds& bounds() const { return bounds_; }

 private:
  friend class DistributionMaker;
  struct Table;

  /// quantiles() of a whole number of lanes, at most a block. `x` may be `u`.
  void quantile_block(const double* u, std::size_t n, double* x) const;

  DistributionSpec spec_;
  Bounds bounds_;
  Shape form_ = Shape::point;  ///< interval resolved to normal or lognormal, pert to beta, equal ends to point
  bool bounded_ = true;        ///< false where the bounds move no number of any point of a Sobol' sequence
  double low_u_ = 0;           ///< truncation in probability: u becomes low_u_ + u * width_u_
  double width_u_ = 1;
  double location_ = 0;  ///< point: value; normal, lognormal: mean (of the log); uniform, beta, triangular: low end
  double spread_ = 0;    ///< normal, lognormal: standard deviation (of the log); the others: high end - low end
  double mode_u_ = 0;    ///< triangular: probability below the mode
  double low_ = 0;       ///< every quantile lies in [low_, high_]
  double high_ = 0;
  Shared<Table> table_;  ///< beta, pert: tabulated once; choice, empirical: members, cumulative weights
};

}  // namespace footing
