#include <cmath>
#include <random>
#include <vector>

#include "base/kernels.hpp"
#include "support/catch.hpp"

using footing::math::kernel::kLanes;
using footing::math::kernel::Lanes;
namespace kernel = footing::math::kernel;

namespace {

/// The function on eight numbers at once and on each alone: the same bits, or NaN both times.
template <class Together, class Alone>
void compare(std::vector<double> x, const Together& together, const Alone& alone) {
  while (x.size() % kLanes != 0) x.push_back(1.0);
  for (std::size_t i = 0; i < x.size(); i += kLanes) {
    double out[kLanes];
    store_lanes(out, together(kernel::load_lanes(x.data() + i)));
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const double expected = alone(x[i + lane]);
      INFO(x[i + lane]);
      if (expected != expected) {
        CHECK(out[lane] != out[lane]);
      } else {
        CHECK(kernel::bits_of(out[lane]) == kernel::bits_of(expected));
      }
    }
  }
}

std::vector<double> numbers(double low, double high, int count) {
  std::mt19937 random(7);
  std::vector<double> out;
  for (int i = 0; i < count; ++i) out.push_back(low + (high - low) * static_cast<double>(random()) / 4294967296.0);
  return out;
}

std::vector<double> with_edges(std::vector<double> x) {
  for (const double edge : {0.0, -0.0, 1.0, 0.5, 1e-310, 5e-324, 1e308, 760.0, -745.2, -800.0, kernel::kInfinity,
                            -kernel::kInfinity, kernel::kNaN}) {
    x.push_back(edge);
  }
  return x;
}

}  // namespace

TEST_CASE("a lane has the bits of the same function on one number") {
  const auto wide = with_edges(numbers(-760, 730, 2000));
  compare(
      wide, [](const Lanes& x) { return kernel::exp<Lanes>(x); }, [](double x) { return kernel::exp(x); });
  compare(
      with_edges(numbers(0, 1e4, 2000)), [](const Lanes& x) { return kernel::log<Lanes>(x); },
      [](double x) { return kernel::log(x); });
  compare(
      numbers(0.075, 0.925, 2000),
      [](const Lanes& x) { return kernel::inverse_normal_central<Lanes>(x, kernel::central_variable<Lanes>(x)); },
      [](double x) { return kernel::inverse_normal(x); });
  compare(
      numbers(1e-10, 0.075, 2000),
      [](const Lanes& x) {
        return with_sign(kernel::inverse_normal_near_tail<Lanes>(kernel::tail_variable<Lanes>(x)), x - 0.5);
      },
      [](double x) { return kernel::inverse_normal(x); });
}

TEST_CASE("the exponential of moderate numbers has the bits of the other") {
  auto x = numbers(-690, 690, 5000);
  x.insert(x.end(), {-690.0, 690.0, 0.0, -0.0});
  compare(
      x, [](const Lanes& one) { return kernel::exp_moderate(one); }, [](double one) { return kernel::exp(one); });
}

TEST_CASE("the bits of an answer are those of its lanes, the first lowest") {
  const double x[kLanes] = {1, 5, 2, 6, 3, 7, 4, kernel::kNaN};
  CHECK(top_bits(kernel::load_lanes(x) < Lanes(4.5)) == 0b01010101u);
  CHECK(top_bits(kernel::load_lanes(x) >= Lanes(4.5)) == 0b00101010u);
}
