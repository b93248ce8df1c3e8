#include "footing/explain/closest.hpp"

#include <algorithm>
#include <cmath>

#include "explain/groups.hpp"
#include "footing/base/math.hpp"
#include "footing/evaluate/evaluate.hpp"

namespace footing {
namespace {

using Point = std::vector<double>;

constexpr int kMostRounds = 200, kMostHalvings = 30;
const double kMoved = 1e-9;           // a shorter step ends the iteration
const double kMet = 1e-9;             // relative miss of the target that counts as met
const double kDifference = 1.0 / 64;  // of the gradient's differences, in deviations

bool is_finite(double x) { return x - x == 0.0; }

double dot(const Point& a, const Point& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

/// The step as a function of standard normal coordinates, one a group of inputs.
class Surface {
 public:
  Surface(const Plan& plan, std::size_t step, double target)
      : plan_(prune(plan, {plan.program.steps[step]})), centre_(medians(plan_)), target_(target) {
    for (internal::Together& group : internal::spread_groups(plan_)) {
      if (!plan_.inputs[group.inputs.front()].distribution.is_discrete()) groups_.push_back(std::move(group));
    }
    log_ = target > 0 && output(Point(groups_.size(), 0)) > 0;
  }

  std::size_t size() const { return groups_.size(); }
  const Plan& plan() const { return plan_; }
  const std::vector<internal::Together>& groups() const { return groups_; }

  std::vector<double> values(const Point& z) const {
    std::vector<double> point = centre_;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      const double u = math::normal_cdf(z[g]);
      for (const std::size_t i : groups_[g].inputs) point[i] = plan_.inputs[i].distribution.quantile(u);
    }
    return point;
  }

  double output(const Point& z) const { return run_point(plan_, values(z)).front(); }

  /// Zero where the target is met.
  double miss(const Point& z) const {
    const double y = output(z);
    return log_ ? math::log(y / target_) : y - target_;
  }

  bool met(const Point& z) const {
    const double y = output(z);
    return std::fabs(y - target_) <= kMet * std::max(std::fabs(target_), std::fabs(output(Point(z.size(), 0))));
  }

  Point gradient(const Point& z) const {
    Point out(z.size());
    for (std::size_t g = 0; g < z.size(); ++g) {
      const auto slope = [&](double h) {
        Point up = z, down = z;
        up[g] += h;
        down[g] -= h;
        return (miss(up) - miss(down)) / (2 * h);
      };
      out[g] = (4 * slope(kDifference / 2) - slope(kDifference)) / 3;
    }
    return out;
  }

 private:
  Plan plan_;
  std::vector<double> centre_;
  double target_;
  std::vector<internal::Together> groups_;
  bool log_ = false;
};

/// Half the squared distance, and a penalty for missing the target.
double merit(const Point& z, double miss, double penalty) { return 0.5 * dot(z, z) + penalty * std::fabs(miss); }

/// The iteration from one start; empty when it does not settle on the target.
std::optional<Point> search(const Surface& surface, Point z) {
  double penalty = 0;
  double miss = surface.miss(z);
  for (int round = 0; round < kMostRounds && is_finite(miss); ++round) {
    const Point slope = surface.gradient(z);
    const double steepness = dot(slope, slope);
    if (!(steepness > 0) || !is_finite(steepness)) return std::nullopt;
    const double reach = (dot(slope, z) - miss) / steepness;
    Point step(z.size());
    for (std::size_t g = 0; g < z.size(); ++g) step[g] = std::clamp(reach * slope[g], -kFarthest, kFarthest) - z[g];
    if (math::sqrt(dot(step, step)) <= kMoved) break;
    penalty = std::max(penalty, 2 * math::sqrt(dot(z, z) / steepness) + 1e-3);
    const double before = merit(z, miss, penalty);
    double length = 1;
    for (int halving = 0; halving <= kMostHalvings; ++halving, length *= 0.5) {
      Point next = z;
      for (std::size_t g = 0; g < z.size(); ++g) next[g] += length * step[g];
      const double there = surface.miss(next);
      if (halving < kMostHalvings && (!is_finite(there) || merit(next, there, penalty) > before)) continue;
      z = std::move(next);
      miss = there;
      break;
    }
  }
  if (!is_finite(miss) || !surface.met(z)) return std::nullopt;
  return z;
}

ClosestCombination describe(const Plan& plan, const Surface& surface, const Point& z) {
  ClosestCombination out;
  out.distance = math::sqrt(dot(z, z));
  out.output = surface.output(z);
  out.values = medians(plan);
  out.deviations.resize(plan.inputs.size(), 0);
  out.shares.resize(plan.inputs.size(), 0);
  const std::vector<double> values = surface.values(z);
  for (std::size_t g = 0; g < z.size(); ++g) {
    for (const std::size_t i : surface.groups()[g].inputs) {
      const std::size_t own = input_index(plan.program, surface.plan().program.inputs[i]);
      out.values[own] = values[i];
      out.deviations[own] = z[g];
      if (out.distance > 0) out.shares[own] = z[g] * z[g] / dot(z, z);
    }
  }
  return out;
}

}  // namespace

Result<std::optional<ClosestCombination>> closest_combination(const Plan& plan, std::size_t step, double target) {
  if (!is_finite(target)) {
    return Error{"solve-target", plan.program.steps[step], "the target is not a finite number", ""};
  }
  const Surface surface(plan, step, target);
  std::optional<Point> best;
  const Point centre(surface.size(), 0);
  std::vector<Point> starts{centre};
  for (std::size_t g = 0; g < surface.size(); ++g) {
    for (const double off : {-2.0, 2.0}) {
      starts.push_back(centre);
      starts.back()[g] = off;
    }
  }
  for (const Point& start : starts) {
    const std::optional<Point> found = search(surface, start);
    if (found && (!best || dot(*found, *found) < dot(*best, *best))) best = found;
  }
  if (!best) return std::optional<ClosestCombination>();
  return std::optional<ClosestCombination>(describe(plan, surface, *best));
}

}  // namespace footing
