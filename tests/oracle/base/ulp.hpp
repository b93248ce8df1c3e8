#pragma once

#include <mpfr.h>

#include <cmath>
#include <cstdint>

// Distance of a double from a value known to 200 bits, in units in the last place of that value.
namespace footing::oracle {

/// One MPFR number of 200 bits, released when it goes.
class Big {
 public:
  Big() { mpfr_init2(value_, 200); }
  explicit Big(double x) : Big() { mpfr_set_d(value_, x, MPFR_RNDN); }
  Big(const Big&) = delete;
  Big& operator=(const Big&) = delete;
  ~Big() { mpfr_clear(value_); }
  mpfr_ptr get() { return value_; }

 private:
  mpfr_t value_;
};

/// |computed - exact| / ulp(exact), ulp being 2^(e - 52) with 2^e <= |exact| < 2^(e+1), at least 2^-1074.
inline double ulps(double computed, Big& exact) {
  Big difference(computed);
  mpfr_sub(difference.get(), difference.get(), exact.get(), MPFR_RNDN);
  if (mpfr_zero_p(exact.get())) return mpfr_zero_p(difference.get()) ? 0.0 : INFINITY;
  const long exponent = mpfr_get_exp(exact.get()) - 53;
  const long unit = exponent < -1074 ? -1074 : exponent;
  mpfr_div_2si(difference.get(), difference.get(), unit, MPFR_RNDN);
  return std::fabs(mpfr_get_d(difference.get(), MPFR_RNDN));
}

/// |computed - exact| / |exact|.
inline double relative_error(double computed, Big& exact) {
  Big difference(computed);
  mpfr_sub(difference.get(), difference.get(), exact.get(), MPFR_RNDN);
  mpfr_div(difference.get(), difference.get(), exact.get(), MPFR_RNDN);
  return std::fabs(mpfr_get_d(difference.get(), MPFR_RNDN));
}

/// Reproducible arguments: splitmix64, uniform in [0, 1).
class Arguments {
 public:
  explicit Arguments(std::uint64_t seed) : state_(seed) {}
  double uniform() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
  }
  double between(double low, double high) { return low + (high - low) * uniform(); }

 private:
  std::uint64_t state_;
};

}  // namespace footing::oracle
