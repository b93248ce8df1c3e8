#include "footing/uncertainty/distribution.hpp"

#include <algorithm>
#include <cmath>

#include "../base/kernels.hpp"
#include "distribution_table.hpp"

namespace footing {
namespace {

constexpr std::size_t kBlock = 256;

/// inverse_normal over a block: the central formula for every element, which vectorises, then the tails of the
/// few that need them; element by element the same bits as math::inverse_normal.
void standard_normals(const double* u, std::size_t count, double* z) {
  for (std::size_t i = 0; i < count; ++i) z[i] = math::kernel::inverse_normal_central(u[i]);
  for (std::size_t i = 0; i < count; ++i) {
    if (!math::kernel::is_central(u[i])) z[i] = math::kernel::inverse_normal(u[i]);
  }
}

}  // namespace

double Distribution::quantile(double u) const {
  double x;
  quantiles(&u, 1, &x);
  return x;
}

void Distribution::quantiles(const double* u, std::size_t count, double* out) const {
  double v[kBlock];
  double z[kBlock];
  for (std::size_t done = 0; done < count; done += kBlock) {
    const std::size_t n = std::min(kBlock, count - done);
    double* x = out + done;
    for (std::size_t i = 0; i < n; ++i) v[i] = low_u_ + u[done + i] * width_u_;
    switch (form_) {
      case Shape::normal:
        standard_normals(v, n, z);
        for (std::size_t i = 0; i < n; ++i) x[i] = location_ + spread_ * z[i];
        break;
      case Shape::lognormal:
        standard_normals(v, n, z);
        for (std::size_t i = 0; i < n; ++i) x[i] = math::kernel::exp(location_ + spread_ * z[i]);
        break;
      case Shape::uniform:
        for (std::size_t i = 0; i < n; ++i) x[i] = location_ + spread_ * v[i];
        break;
      case Shape::log_uniform:
        for (std::size_t i = 0; i < n; ++i) x[i] = math::kernel::exp(location_ + spread_ * v[i]);
        break;
      case Shape::triangular:
        for (std::size_t i = 0; i < n; ++i) {
          const double rising = std::sqrt(v[i] * mode_u_);
          const double falling = 1.0 - std::sqrt((1.0 - v[i]) * (1.0 - mode_u_));
          x[i] = location_ + spread_ * (v[i] < mode_u_ ? rising : falling);
        }
        break;
      case Shape::beta:
        standard_normals(v, n, z);
        for (std::size_t i = 0; i < n; ++i) x[i] = location_ + spread_ * table_->beta->at(v[i], z[i]);
        break;
      case Shape::choice:
      case Shape::empirical: {
        const std::vector<double>& steps = table_->cumulative;
        for (std::size_t i = 0; i < n; ++i) {
          const auto at = static_cast<std::size_t>(std::upper_bound(steps.begin(), steps.end() - 1, v[i]) - steps.begin());
          x[i] = table_->members[at];
        }
        break;
      }
      default:
        for (std::size_t i = 0; i < n; ++i) x[i] = location_;
        break;
    }
    for (std::size_t i = 0; i < n; ++i) {
      const double raised = x[i] < low_ ? low_ : x[i];
      x[i] = raised > high_ ? high_ : raised;
    }
  }
}

bool Distribution::is_point() const { return form_ == Shape::point || (is_discrete() && low_ == high_); }

bool Distribution::is_discrete() const { return form_ == Shape::choice || form_ == Shape::empirical; }

const DistributionSpec& Distribution::spec() const { return spec_; }

}  // namespace footing
