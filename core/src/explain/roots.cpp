#include "roots.hpp"

#include <algorithm>
#include <cmath>

#include "footing/base/number.hpp"

namespace footing::internal {
namespace {

const double kLeap = 1e-9;     // a change within one ulp of the input that counts as a jump, against the scale of f
const double kStretch = 1e-9;  // a longer stretch of zeros, against its place, is reported by its two ends

const double kFloor = 1e-18;  // against the bracket: how near the neighbours of a root at 0 are looked for

struct Point {
  double x = 0, g = 0;
};

class Finder {
 public:
  Finder(FunctionRef<double(double)> f, double target, const std::vector<double>& grid)
      : f_(f), target_(target), grid_(grid) {}

  std::vector<Crossing> run() {
    std::vector<Point> points;
    for (const double x : grid_) points.push_back(at(x));
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (points[i].g == 0) {
        std::size_t last = i;
        while (last + 1 < points.size() && points[last + 1].g == 0) ++last;
        const bool open_left = i > 0 && !std::isnan(points[i - 1].g);
        const bool open_right = last + 1 < points.size() && !std::isnan(points[last + 1].g);
        add_stretch(open_left ? points[i - 1] : points[i], points[i], points[last],
                    open_right ? points[last + 1] : points[last]);
        i = last;
      } else if (i + 1 < points.size() && changes_sign(points[i], points[i + 1])) {
        narrow(points[i], points[i + 1]);
      }
    }
    return std::move(crossings_);
  }

 private:
  Point at(double x) const { return {x, f_(x) - target_}; }

  static bool changes_sign(const Point& a, const Point& b) { return (a.g < 0 && b.g > 0) || (a.g > 0 && b.g < 0); }

  /// Middle of a bracket; one of its ends when no double lies between.
  static double middle(double a, double b) { return a + 0.5 * (b - a); }

  /// No double worth looking at lies between a and b. `floor` ends the search around 0, where doubles never end.
  static bool is_closed(double a, double b, double floor) {
    const double m = middle(a, b);
    return !(m > a && m < b) || b - a <= floor;
  }

  double scale(const Point& a, const Point& b) const {
    const double size = std::max(std::fabs(a.g), std::fabs(b.g));
    return std::max(std::fabs(target_), std::isfinite(size) ? size : 0.0);
  }

  /// Boundary of the stretch of zeros between `off` (g != 0) and `on` (g == 0): the last zero, and what lies beyond.
  std::pair<Point, Point> boundary(Point off, Point on) const {
    const double floor = kFloor * std::fabs(off.x - on.x);
    while (!is_closed(std::min(off.x, on.x), std::max(off.x, on.x), floor)) {
      const Point m = at(middle(off.x, on.x));
      (m.g == 0 ? on : off) = m;
    }
    return {on, off};
  }

  void add_stretch(const Point& before, const Point& first, const Point& last, const Point& after) {
    const double size = scale(before, after);
    const auto [left, left_off] = before.g == 0 ? std::pair{first, first} : boundary(before, first);
    const auto [right, right_off] = after.g == 0 ? std::pair{last, last} : boundary(after, last);
    // Around 0 the bracket says how far apart two values of this input are.
    const double place = std::max({std::fabs(left.x), std::fabs(right.x), after.x - before.x});
    if (right.x - left.x <= kStretch * place) {
      crossings_.push_back({first.x, false});
      return;
    }
    crossings_.push_back({left.x, leaps(left_off.g, size)});
    crossings_.push_back({right.x, leaps(right_off.g, size)});
  }

  static bool leaps(double change, double size) { return !(std::fabs(change) <= kLeap * size); }

  /// ITP (Oliveira & Takahashi 2020, kappa1 = 0.2 / length, kappa2 = 2, n0 = 1): bisection's worst case, faster on
  /// smooth functions; then bisection down to neighbouring doubles.
  void narrow(Point a, Point b) {
    const Point first = a, last = b;
    const double half_tolerance = 0x1p-51 * std::max(std::fabs(a.x), std::fabs(b.x));
    const double floor = kFloor * (b.x - a.x);
    const double kappa = 0.2 / (b.x - a.x);
    double reach = half_tolerance;
    int steps = 0;
    while (reach < b.x - a.x && steps < 200) {
      reach *= 2;
      ++steps;
    }
    // reach = half_tolerance * 2^steps is how far from the middle the bracket may still end up, n0 included.
    while (b.x - a.x > 2 * half_tolerance && !is_closed(a.x, b.x, floor)) {
      const double m = middle(a.x, b.x);
      const double slack = std::max(reach - 0.5 * (b.x - a.x), 0.0);
      const double secant = (b.g * a.x - a.g * b.x) / (b.g - a.g);
      double x = m;
      if (std::isfinite(secant)) {
        const double side = m > secant ? 1.0 : -1.0;
        const double nudge = kappa * (b.x - a.x) * (b.x - a.x);
        const double truncated = nudge <= std::fabs(m - secant) ? secant + side * nudge : m;
        x = std::fabs(truncated - m) <= slack ? truncated : m - side * slack;
      }
      if (!(x > a.x && x < b.x)) x = m;
      if (!split(a, b, x, first, last)) return;
      reach *= 0.5;
    }
    while (!is_closed(a.x, b.x, floor)) {
      if (!split(a, b, middle(a.x, b.x), first, last)) return;
    }
    const bool jump = leaps(b.g - a.g, scale(first, last));
    const bool left = jump ? shortest(a.x).size() <= shortest(b.x).size() : std::fabs(a.g) <= std::fabs(b.g);
    crossings_.push_back({left ? a.x : b.x, jump});
  }

  /// Puts x into the bracket. False when that ended the search: a zero (with its stretch), or no value there.
  bool split(Point& a, Point& b, double x, const Point& first, const Point& last) {
    const Point m = at(x);
    if (std::isnan(m.g)) return false;
    if (m.g == 0) {
      add_stretch(first, m, m, last);
      return false;
    }
    (changes_sign(a, m) ? b : a) = m;
    return true;
  }

  FunctionRef<double(double)> f_;
  double target_;
  const std::vector<double>& grid_;
  std::vector<Crossing> crossings_;
};

}  // namespace

std::vector<Crossing> find_crossings(FunctionRef<double(double)> f, double target, const std::vector<double>& grid) {
  return Finder(f, target, grid).run();
}

}  // namespace footing::internal
