#include "footing/uncertainty/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "../base/kernels.hpp"
#include "distribution_table.hpp"

namespace footing {
namespace {

constexpr std::size_t kBlock = 256;

using math::kernel::kLanes;
using math::kernel::Lanes;
using math::kernel::load_lanes;
using math::kernel::select;
using math::kernel::store_lanes;

/// to[i] = f(from[i]) in whole lanes: up to kLanes - 1 values more than `count`.
template <class F>
void over_lanes(const double* from, std::size_t count, double* to, const F& f) {
  for (std::size_t i = 0; i < count; i += kLanes) store_lanes(to + i, f(load_lanes(from + i)));
}

/// Places of the bits that are set in four, ascending.
constexpr std::uint8_t kPlaces[16][4] = {{},  {0},    {1},    {0, 1},    {2},    {0, 2},    {1, 2},    {0, 1, 2},
                                         {3}, {0, 3}, {1, 3}, {0, 1, 3}, {2, 3}, {0, 2, 3}, {1, 2, 3}, {0, 1, 2, 3}};
constexpr std::uint8_t kCounts[16] = {0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4};

/// The places of a block at which `tail` says so, in whole lanes.
class Places {
 public:
  /// Four lanes from `first`, of which those of the set bits are places.
  void add(unsigned bits, std::size_t first) {
    std::uint32_t four;
    std::memcpy(&four, kPlaces[bits], sizeof four);
    four += static_cast<std::uint32_t>(first) * 0x01010101u;
    std::memcpy(place_ + count_, &four, sizeof four);
    count_ += kCounts[bits];
  }
  std::size_t count() const { return count_; }
  std::size_t operator[](std::size_t i) const { return place_[i]; }

 private:
  static_assert(kBlock <= 256);
  std::uint8_t place_[kBlock + 4];
  std::size_t count_ = 0;
};

/// inverse_normal of own(u) over whole lanes, at most kBlock, element by element the same bits as math::inverse_normal:
/// the central formula for every element, then the near-tail formula for those that need it, gathered. What lies
/// further out is left to the scalar function; false then, else |z| < 6.8.
template <class Own>
bool standard_normals(const double* u, std::size_t count, const Own& own, double* z) {
  namespace kernel = math::kernel;
  Places places;
  for (std::size_t i = 0; i < count; i += kLanes) {
    const Lanes p = own(load_lanes(u + i));
    store_lanes(z + i, kernel::inverse_normal_central<Lanes>(p));
    const unsigned central = bits_of_answer(kernel::absolute(p - 0.5) <= kernel::kCentral);
    places.add(~central & 15u, i);
    places.add(~(central >> 4) & 15u, i + 4);
  }
  const std::size_t tails = places.count();
  double p[kBlock + kLanes], tail[kBlock + kLanes], size[kBlock + kLanes];
  for (std::size_t j = 0; j < tails; ++j) p[j] = u[places[j]];
  std::fill_n(p + tails, kLanes, 0.0625);
  for (std::size_t j = 0; j < tails; j += kLanes) {
    const Lanes v = own(load_lanes(p + j));
    const Lanes r = kernel::tail_variable<Lanes>(v);
    const Lanes z_size = kernel::inverse_normal_near_tail<Lanes>(r);
    store_lanes(p + j, v);
    store_lanes(tail + j, r);
    store_lanes(size + j, select(v < 0.5, -z_size, z_size));
  }
  bool near = true;
  for (std::size_t j = 0; j < tails; ++j) {
    const bool is_near = tail[j] <= kernel::kNearTail;
    z[places[j]] = is_near ? size[j] : kernel::inverse_normal(p[j]);
    near = near && is_near;
  }
  return near;
}

/// Beyond any normal number of standard_normals where it says that all are near.
const double kFarthestNear = 6.8;
/// Up to where exp_moderate is exp.
const double kModerate = 690.0;

}  // namespace

double Distribution::quantile(double u) const {
  double x;
  quantiles(&u, 1, &x);
  return x;
}

void Distribution::quantiles(const double* u, std::size_t count, double* out) const {
  const std::size_t whole = count - count % kLanes;
  for (std::size_t done = 0; done < whole; done += kBlock) {
    quantile_block(u + done, std::min(kBlock, whole - done), out + done);
  }
  if (whole == count) return;
  double rest[kLanes];
  std::fill_n(std::copy(u + whole, u + count, rest), kLanes - (count - whole), 0.5);
  quantile_block(rest, kLanes, rest);
  std::copy_n(rest, count - whole, out + whole);
}

void Distribution::quantile_block(const double* u, std::size_t n, double* x) const {
  namespace kernel = math::kernel;
  const auto own = [low = low_u_, width = width_u_](const Lanes& p) { return low + p * width; };
  const auto held = [low = low_, high = high_](const Lanes& value) { return at_most(at_least(value, low), high); };
  const auto placed = [location = location_, spread = spread_](const Lanes& one) { return location + spread * one; };
  double z[kBlock];
  switch (form_) {
    case Shape::normal:
      standard_normals(u, n, own, z);
      over_lanes(z, n, x, [&](const Lanes& one) { return held(placed(one)); });
      break;
    case Shape::lognormal: {
      const bool near = standard_normals(u, n, own, z);
      if (near && std::fabs(location_) + kFarthestNear * spread_ <= kModerate) {
        over_lanes(z, n, x, [&](const Lanes& one) { return held(kernel::exp_moderate<Lanes>(placed(one))); });
      } else {
        over_lanes(z, n, x, [&](const Lanes& one) { return held(kernel::exp<Lanes>(placed(one))); });
      }
      break;
    }
    case Shape::uniform:
      over_lanes(u, n, x, [&](const Lanes& p) { return held(placed(own(p))); });
      break;
    case Shape::log_uniform:
      over_lanes(u, n, x, [&](const Lanes& p) { return held(kernel::exp<Lanes>(placed(own(p)))); });
      break;
    case Shape::triangular:
      over_lanes(u, n, x, [&, mode = mode_u_](const Lanes& p) {
        const Lanes v = own(p);
        const auto rising = v < mode;
        const Lanes side = kernel::root(select(rising, v * mode, (1.0 - v) * (1.0 - mode)));
        return held(placed(select(rising, side, 1.0 - side)));
      });
      break;
    case Shape::beta: {
      double v[kBlock];
      standard_normals(u, n, own, z);
      over_lanes(u, n, v, own);
      for (std::size_t i = 0; i < n; ++i) z[i] = table_->beta->at(v[i], z[i]);
      over_lanes(z, n, x, [&](const Lanes& one) { return held(placed(one)); });
      break;
    }
    case Shape::choice:
    case Shape::empirical: {
      const std::vector<double>& steps = table_->cumulative;
      over_lanes(u, n, z, own);
      for (std::size_t i = 0; i < n; ++i) {
        const auto at =
            static_cast<std::size_t>(std::upper_bound(steps.begin(), steps.end() - 1, z[i]) - steps.begin());
        z[i] = table_->members[at];
      }
      over_lanes(z, n, x, held);
      break;
    }
    default:
      over_lanes(u, n, x, [&](const Lanes&) { return held(location_); });
      break;
  }
}

bool Distribution::is_point() const { return form_ == Shape::point || (is_discrete() && low_ == high_); }

bool Distribution::is_discrete() const { return form_ == Shape::choice || form_ == Shape::empirical; }

const DistributionSpec& Distribution::spec() const { return spec_; }

}  // namespace footing
