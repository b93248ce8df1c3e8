#include "evaluate/run_block.hpp"

#include "../base/kernels.hpp"
#include "../formula/apply.hpp"

#if defined(__clang__) || defined(__GNUC__)
#define FOOTING_RESTRICT __restrict__
#else
#define FOOTING_RESTRICT
#endif

namespace footing::internal {
namespace {

using math::kernel::kLanes;
using math::kernel::Lanes;
using math::kernel::load_lanes;
using math::kernel::store_lanes;
using Code = Instruction::Code;

/// The code is a template argument, so apply() shrinks to one operation and the loop vectorises; the number of lanes is
/// fixed, so nothing is left over at its end.
template <Code code>
void loop(const double* a, const double* b, const double* c, double* FOOTING_RESTRICT out) {
  for (std::size_t i = 0; i < kBlock; ++i) out[i] = apply(code, a[i], b[i], c[i]);
}

template <class F>
void loop_lanes(const double* a, double* FOOTING_RESTRICT out, const F& f) {
  for (std::size_t i = 0; i < kBlock; i += kLanes) store_lanes(out + i, f(load_lanes(a + i)));
}

}  // namespace

void run_block(Code code, const double* a, const double* b, const double* c, double* out) {
  switch (code) {
    case Code::input:
    case Code::constant:
      return;
    case Code::negate:
      return loop<Code::negate>(a, b, c, out);
    case Code::add:
      return loop<Code::add>(a, b, c, out);
    case Code::subtract:
      return loop<Code::subtract>(a, b, c, out);
    case Code::multiply:
      return loop<Code::multiply>(a, b, c, out);
    case Code::divide:
      return loop<Code::divide>(a, b, c, out);
    case Code::power:
      return loop<Code::power>(a, b, c, out);
    case Code::less:
      return loop<Code::less>(a, b, c, out);
    case Code::less_equal:
      return loop<Code::less_equal>(a, b, c, out);
    case Code::greater:
      return loop<Code::greater>(a, b, c, out);
    case Code::greater_equal:
      return loop<Code::greater_equal>(a, b, c, out);
    case Code::equal:
      return loop<Code::equal>(a, b, c, out);
    case Code::not_equal:
      return loop<Code::not_equal>(a, b, c, out);
    case Code::choose:
      return loop<Code::choose>(a, b, c, out);
    case Code::min:
      return loop<Code::min>(a, b, c, out);
    case Code::max:
      return loop<Code::max>(a, b, c, out);
    case Code::abs:
      return loop<Code::abs>(a, b, c, out);
    case Code::ceil:
      return loop<Code::ceil>(a, b, c, out);
    case Code::floor:
      return loop<Code::floor>(a, b, c, out);
    case Code::exp:
      return loop_lanes(a, out, [](const Lanes& x) { return math::kernel::exp<Lanes>(x); });
    case Code::log:
      return loop_lanes(a, out, [](const Lanes& x) { return math::kernel::log<Lanes>(x); });
    case Code::log2:
      return loop<Code::log2>(a, b, c, out);
    case Code::log10:
      return loop<Code::log10>(a, b, c, out);
    case Code::sqrt:
      return loop<Code::sqrt>(a, b, c, out);
  }
}

void multiply(const double* values, double factor, std::size_t count, double* FOOTING_RESTRICT out) {
  for (std::size_t i = 0; i < count; ++i) out[i] = values[i] * factor;
}

void divide(const double* values, double divisor, std::size_t count, double* FOOTING_RESTRICT out) {
  for (std::size_t i = 0; i < count; ++i) out[i] = values[i] / divisor;
}

bool all_finite(const double* values, std::size_t count) {
  Lanes sum = 0.0;  // x - x is 0, or NaN which stays
  std::size_t i = 0;
  for (; i + kLanes <= count; i += kLanes) {
    const Lanes x = load_lanes(values + i);
    sum = sum + (x - x);
  }
  double lanes[kLanes], rest = 0.0;
  store_lanes(lanes, sum);
  for (const double lane : lanes) rest += lane;
  for (; i < count; ++i) rest += values[i] - values[i];
  return rest == 0.0;
}

}  // namespace footing::internal
