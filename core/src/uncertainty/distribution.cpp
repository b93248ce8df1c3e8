#include "footing/uncertainty/distribution.hpp"

#include <algorithm>
#include <cmath>

#include "../base/kernels.hpp"
#include "distribution_table.hpp"

namespace footing {
namespace {

constexpr std::size_t kBlock = 256;

/// inverse_normal over a block of at most kBlock, element by element the same bits as math::inverse_normal: the
/// central formula for every element, then the near-tail formula for those that need it, gathered; both loops
/// vectorise. What lies further out is left to the scalar function.
void standard_normals(const double* u, std::size_t count, double* z) {
  namespace kernel = math::kernel;
  std::size_t where[kBlock];
  double tail[kBlock];
  std::size_t tails = 0;
  for (std::size_t i = 0; i < count; ++i) z[i] = kernel::inverse_normal_central(u[i]);
  for (std::size_t i = 0; i < count; ++i) {
    where[tails] = i;
    tail[tails] = u[i];
    tails += kernel::is_central(u[i]) ? 0u : 1u;
  }
  for (std::size_t j = 0; j < tails; ++j) tail[j] = kernel::tail_variable(tail[j]);
  double size[kBlock];
  for (std::size_t j = 0; j < tails; ++j) size[j] = kernel::inverse_normal_near_tail(tail[j]);
  for (std::size_t j = 0; j < tails; ++j) {
    const std::size_t i = where[j];
    const double near = u[i] < 0.5 ? -size[j] : size[j];
    z[i] = tail[j] <= kernel::kNearTail ? near : kernel::inverse_normal(u[i]);
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
          const auto at =
              static_cast<std::size_t>(std::upper_bound(steps.begin(), steps.end() - 1, v[i]) - steps.begin());
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
