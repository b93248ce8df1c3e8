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

using math::kernel::at_least;
using math::kernel::at_most;
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

#if defined(FOOTING_ONE_LANE)

/// inverse_normal, one after the other. It does not say how far out they lie.
bool standard_normals(const double* p, std::size_t count, double* z) {
  for (std::size_t i = 0; i < count; ++i) z[i] = math::kernel::inverse_normal(p[i]);
  return false;
}

#else

/// Places of the bits that are set in four, ascending.
constexpr std::uint8_t kPlaces[16][4] = {{},  {0},    {1},    {0, 1},    {2},    {0, 2},    {1, 2},    {0, 1, 2},
                                         {3}, {0, 3}, {1, 3}, {0, 1, 3}, {2, 3}, {0, 2, 3}, {1, 2, 3}, {0, 1, 2, 3}};
constexpr std::uint8_t kCounts[16] = {0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4};

/// The places of a block that are named, to be read in whole lanes.
class Places {
 public:
  /// Four lanes from `first`, of which those of the set bits are named.
  void add(unsigned bits, std::size_t first) {
    std::uint32_t four;
    std::memcpy(&four, kPlaces[bits], sizeof four);
    four += static_cast<std::uint32_t>(first) * 0x01010101u;
    std::memcpy(place_ + count_, &four, sizeof four);
    count_ += kCounts[bits];
  }
  /// Fills the last lanes with the last place once more.
  void finish() {
    if (count_ > 0) std::memset(place_ + count_, place_[count_ - 1], kLanes);
  }
  std::size_t count() const { return count_; }
  const std::uint8_t* from(std::size_t i) const { return place_ + i; }

 private:
  static_assert(kBlock <= 256);
  std::uint8_t place_[kBlock + kLanes];
  std::size_t count_ = 0;
};

/// inverse_normal over whole lanes, at most kBlock, element by element the same bits as math::inverse_normal: the
/// central formula for every element, then the near-tail formula for those that need it, gathered. What lies further
/// out is left to the scalar function; false then, else |z| < kFarthestNear.
bool standard_normals(const double* p, std::size_t count, double* z) {
  namespace kernel = math::kernel;
  Places places;
  for (std::size_t i = 0; i < count; i += kLanes) {
    const Lanes one = load_lanes(p + i);
    const Lanes variable = kernel::central_variable<Lanes>(one);
    store_lanes(z + i, kernel::inverse_normal_central<Lanes>(one, variable));
    const unsigned tails = top_bits(bits_of(variable));
    places.add(tails & 15u, i);
    places.add(tails >> 4, i + 4);
  }
  places.finish();
  bool near = true;
  for (std::size_t j = 0; j < places.count(); j += kLanes) {
    const std::uint8_t* const place = places.from(j);
    const Lanes one = kernel::gather_lanes(p, place);
    const Lanes r = kernel::tail_variable<Lanes>(one);
    double found[kLanes];
    store_lanes(found, with_sign(kernel::inverse_normal_near_tail<Lanes>(r), one - 0.5));
    const bool all_near = top_bits(r <= Lanes(kernel::kNearTail)) == 255u;
    for (std::size_t k = 0; k < kLanes; ++k) {
      z[place[k]] = all_near ? found[k] : kernel::inverse_normal(p[place[k]]);
    }
    near = near && all_near;
  }
  return near;
}

#endif

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
  const auto placed = [location = location_, spread = spread_](const Lanes& one) { return location + spread * one; };
  double z[kBlock];
  const double* p = u;
  if (bounded_) {
    over_lanes(u, n, x, [low = low_u_, width = width_u_](const Lanes& one) { return low + one * width; });
    p = x;
  }
  bool near = true;
  switch (form_) {
    case Shape::normal:
      near = standard_normals(p, n, z);
      over_lanes(z, n, x, placed);
      break;
    case Shape::lognormal:
    case Shape::log_uniform: {
      if (form_ == Shape::lognormal) near = standard_normals(p, n, z);
      const double* const one = form_ == Shape::lognormal ? z : p;
      if (kLanes > 1 && near && std::fabs(location_) + kFarthestNear * spread_ <= kModerate) {
        over_lanes(one, n, x, [&](const Lanes& from) { return kernel::exp_moderate(placed(from)); });
      } else {
        over_lanes(one, n, x, [&](const Lanes& from) { return kernel::exp<Lanes>(placed(from)); });
      }
      break;
    }
    case Shape::uniform:
      over_lanes(p, n, x, placed);
      break;
    case Shape::triangular:
      over_lanes(p, n, x, [&, mode = mode_u_](const Lanes& v) {
        const auto rising = v < mode;
        const Lanes side = kernel::root(select(rising, v * mode, (1.0 - v) * (1.0 - mode)));
        return placed(select(rising, side, 1.0 - side));
      });
      break;
    case Shape::beta:
      standard_normals(p, n, z);
      for (std::size_t i = 0; i < n; ++i) z[i] = table_->beta->at(p[i], z[i]);
      over_lanes(z, n, x, placed);
      break;
    case Shape::choice:
    case Shape::empirical: {
      const std::vector<double>& steps = table_->cumulative;
      for (std::size_t i = 0; i < n; ++i) {
        const auto at =
            static_cast<std::size_t>(std::upper_bound(steps.begin(), steps.end() - 1, p[i]) - steps.begin());
        x[i] = table_->members[at];
      }
      break;
    }
    default:
      std::fill_n(x, n, location_);
      break;
  }
  if (bounded_ || !near) {
    over_lanes(x, n, x, [low = low_, high = high_](const Lanes& value) { return at_most(at_least(value, low), high); });
  }
}

bool Distribution::is_point() const { return form_ == Shape::point || (is_discrete() && low_ == high_); }

bool Distribution::is_discrete() const { return form_ == Shape::choice || form_ == Shape::empirical; }

const DistributionSpec& Distribution::spec() const { return spec_; }

}  // namespace footing
