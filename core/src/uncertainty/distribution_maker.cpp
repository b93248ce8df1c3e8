#include <algorithm>
#include <cmath>
#include <numeric>

#include "distribution_table.hpp"
#include "footing/base/math.hpp"
#include "footing/base/number.hpp"
#include "shapes.hpp"

namespace footing {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kZ95 = 0x1.a515209676abdp+0;  ///< inverse_normal(0.95)
/// Truncation that leaves less than this of the probability is taken for a mistake.
constexpr double kLeastInside = 1e-6;
/// Beyond any of 2^32 points; used to see that quantiles stay finite.
constexpr double kFarZ = 6.5;
/// Added to the probability of a near tail (more than 2^-37) this is lost in rounding.
constexpr double kNoProbability = 0x1p-91;

std::string show(const Bounds& bounds) {
  std::string text = "[";
  text.append(shortest(bounds.min.value_or(-kInfinity))).append(", ");
  return text.append(shortest(bounds.max.value_or(kInfinity))).append("]");
}

}  // namespace

/// Builds a Distribution from a spec that check_spec has passed, shape by shape.
class DistributionMaker {
 public:
  DistributionMaker(const DistributionSpec& spec, const Bounds& bounds, const std::string& path)
      : bounds_(bounds), path_(path) {
    made_.spec_ = spec;
    made_.bounds_ = bounds;
    made_.form_ = spec.shape;
    if (spec.shape == Shape::interval) made_.form_ = bounds.log ? Shape::lognormal : Shape::normal;
    made_.low_ = bounds.min.value_or(-kInfinity);
    made_.high_ = bounds.max.value_or(kInfinity);
  }

  Result<Distribution> make() {
    if (std::isnan(made_.low_) || std::isnan(made_.high_)) {
      fail("distribution-parameter", "the bounds are not numbers");
    } else if (made_.low_ > made_.high_) {
      fail("low-above-high", "the bounds " + show(bounds_) + " stand in the wrong order");
    }
    if (errors_.empty()) build();
    if (errors_.empty()) made_.bounded_ = is_bounded();
    if (!errors_.empty()) return errors_;
    return std::move(made_);
  }

 private:
  void build() {
    const std::vector<double>& n = made_.spec_.numbers;
    if (!is_positive_enough()) return;
    if (made_.spec_.shape == Shape::choice || made_.spec_.shape == Shape::empirical) return steps();
    const double first = made_.spec_.shape == Shape::beta && n.size() == 4 ? n[2]
                         : made_.spec_.shape == Shape::beta                ? 0
                                                                           : n.front();
    const double last = made_.spec_.shape == Shape::beta && n.size() == 2 ? 1 : n.back();
    if (first > made_.high_ || last < made_.low_) return outside("lies");
    if (first == last) return constant(first);
    switch (made_.form_) {
      case Shape::normal:
      case Shape::lognormal:
        return normal(first, last);
      case Shape::uniform:
        return uniform(first, last);
      case Shape::log_uniform:
        return log_uniform(first, last);
      case Shape::triangular:
        return triangular(first, n[1], last);
      case Shape::pert: {
        const double width = last - first;
        return beta(1.0 + 4.0 * ((n[1] - first) / width), 1.0 + 4.0 * ((last - n[1]) / width), first, last);
      }
      case Shape::beta:
        return beta(n[0], n[1], first, last);
      default:
        return constant(first);
    }
  }

  /// Do the bounds take probability away, or may they hold a number back that lies near enough?
  bool is_bounded() const {
    if (made_.low_u_ > kNoProbability || made_.width_u_ != 1.0) return true;
    switch (made_.form_) {
      case Shape::normal:
        return reaches_bounds(made_.location_ - kFarthestNear * made_.spread_,
                              made_.location_ + kFarthestNear * made_.spread_);
      case Shape::lognormal:
        return reaches_bounds(math::exp(made_.location_ - kFarthestNear * made_.spread_) * (1.0 - 1e-12),
                              math::exp(made_.location_ + kFarthestNear * made_.spread_) * (1.0 + 1e-12));
      case Shape::uniform:
      case Shape::triangular:
        return reaches_bounds(made_.location_, made_.location_ + made_.spread_);
      default:
        return true;
    }
  }

  bool reaches_bounds(double low, double high) const { return low < made_.low_ || high > made_.high_; }

  bool is_positive_enough() {
    if (made_.form_ != Shape::lognormal && made_.form_ != Shape::log_uniform) return true;
    if (made_.spec_.numbers.front() > 0.0) return true;
    fail("log-needs-positive", "the lower number must be above 0 on a logarithmic scale");
    return false;
  }

  void constant(double value) {
    made_.form_ = Shape::point;
    made_.location_ = value;
  }

  /// Keeps the part of the distribution whose probability lies between `low` and `high`.
  void truncate(double low, double high) {
    if (bounds_.gather) return;
    made_.low_u_ = low;
    made_.width_u_ = high - low;
    if (!(made_.width_u_ >= kLeastInside)) outside("lies but for a millionth of its probability");
  }

  void normal(double p05, double p95) {
    const bool log = made_.form_ == Shape::lognormal;
    const double low = log ? math::log(p05) : p05;
    const double high = log ? math::log(p95) : p95;
    made_.location_ = 0.5 * low + 0.5 * high;
    made_.spread_ = (high - low) / (2.0 * kZ95);
    const double reach = std::fabs(made_.location_) + kFarZ * made_.spread_;
    if (!(reach < (log ? 700.0 : 1e308))) return fail("distribution-parameter", "the interval is too wide");
    if (log && made_.low_ < 0.0) made_.low_ = 0.0;
    if (!bounds_.min && !bounds_.max) return;
    const auto cdf = [this, log](double bound) {
      const double x = log ? math::log(bound) : bound;
      return math::normal_cdf((x - made_.location_) / made_.spread_);
    };
    // At a bound in both directions a probability of 0 is right: its values are held inside by low_ and high_.
    truncate(cdf(made_.low_), cdf(made_.high_));
  }

  /// The part of [low, high] inside the bounds becomes the support.
  void clip(double low, double high) {
    made_.low_ = std::max(low, made_.low_);
    made_.high_ = std::min(high, made_.high_);
  }

  /// The same, and the values between which a flat density begins and ends.
  std::pair<double, double> clip_flat(double low, double high) {
    clip(low, high);
    if (made_.low_ == made_.high_) constant(made_.low_);
    return bounds_.gather ? std::pair(low, high) : std::pair(made_.low_, made_.high_);
  }

  void uniform(double low, double high) {
    const auto [first, last] = clip_flat(low, high);
    if (made_.form_ == Shape::point) return;
    made_.location_ = first;
    made_.spread_ = last - first;
  }

  void log_uniform(double low, double high) {
    const auto [first, last] = clip_flat(low, high);
    if (made_.form_ == Shape::point) return;
    made_.location_ = math::log(first);
    made_.spread_ = math::log(last) - made_.location_;
  }

  void triangular(double low, double mode, double high) {
    made_.location_ = low;
    made_.spread_ = high - low;
    made_.mode_u_ = (mode - low) / made_.spread_;
    clip(low, high);
    const auto cdf = [&](double x) {
      if (x <= low) return 0.0;
      if (x >= high) return 1.0;
      if (x < mode) return (x - low) / made_.spread_ * ((x - low) / (mode - low));
      return 1.0 - (high - x) / made_.spread_ * ((high - x) / (high - mode));
    };
    truncate(cdf(made_.low_), cdf(made_.high_));
  }

  void beta(double a, double b, double low, double high) {
    made_.form_ = Shape::beta;
    made_.location_ = low;
    made_.spread_ = high - low;
    clip(low, high);
    truncate(math::incomplete_beta(a, b, (made_.low_ - low) / made_.spread_),
             math::incomplete_beta(a, b, (made_.high_ - low) / made_.spread_));
    if (!errors_.empty()) return;
    Distribution::Table table;
    table.beta.emplace(a, b);
    made_.table_ = Shared<Distribution::Table>(std::move(table));
  }

  void steps() {
    const std::vector<double>& numbers = made_.spec_.numbers;
    std::vector<std::size_t> order(numbers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (!made_.spec_.in_order) {
      const auto before = [&](std::size_t i, std::size_t j) {
        return numbers[i] < numbers[j] || (numbers[i] == numbers[j] && i < j);
      };
      // A third of std::sort's code, and the order has no ties.
      std::make_heap(order.begin(), order.end(), before);
      std::sort_heap(order.begin(), order.end(), before);
    }
    Distribution::Table table;
    double total = 0.0;
    for (const std::size_t i : order) {
      table.members.push_back(numbers[i]);
      total += made_.form_ == Shape::choice ? made_.spec_.weights[i] : 1.0;
      table.cumulative.push_back(total);
    }
    for (double& c : table.cumulative) c /= total;
    table.cumulative.back() = 1.0;
    const double least = *std::min_element(numbers.begin(), numbers.end());
    const double most = *std::max_element(numbers.begin(), numbers.end());
    if (least < made_.low_ || most > made_.high_) return outside("lies in part");
    clip(least, most);
    made_.table_ = Shared<Distribution::Table>(std::move(table));
  }

  void outside(const std::string& how) { fail("outside-bounds", how + " outside the bounds " + show(bounds_)); }

  void fail(const std::string& code, const std::string& what) {
    errors_.push_back({code, path_, print_distribution(made_.spec_) + ": " + what + ".", ""});
  }

  Bounds bounds_;
  std::string path_;
  Distribution made_;
  Errors errors_;
};

Distribution::Distribution() = default;
Distribution::Distribution(const Distribution&) = default;
Distribution::Distribution(Distribution&&) noexcept = default;
Distribution& Distribution::operator=(const Distribution&) = default;
Distribution& Distribution::operator=(Distribution&&) noexcept = default;
Distribution::~Distribution() = default;

Result<Distribution> Distribution::make(const DistributionSpec& spec, const Bounds& bounds, const std::string& path) {
  Errors errors = check_spec(spec, path);
  if (!errors.empty()) return errors;
  return DistributionMaker(spec, bounds, path).make();
}

}  // namespace footing
