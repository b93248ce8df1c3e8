#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Eight doubles that are computed with as one: four vectors of 128 bits, which WebAssembly, x86-64 and AArch64 all
/// have. Every operation is the scalar one in each lane, so a lane has the bits of the same code run on a double. Four
/// vectors at a time hide the latency of an operation and let one constant serve four of them.
/// Where size counts for more than speed (FOOTING_ONE_LANE), lanes are one double, and what is written for them is the
/// scalar code that is there anyway.
namespace footing::math::kernel {

inline double root(double x) { return std::sqrt(x); }

/// `yes` in the lanes of the condition, `no` in the others.
inline double select(bool condition, double yes, double no) { return condition ? yes : no; }

/// x < least ? least : x, in one operation where the processor has it; a NaN stays.
inline double at_least(double x, double least) { return x < least ? least : x; }

/// x > most ? most : x, in the same way.
inline double at_most(double x, double most) { return x > most ? most : x; }

/// x * factor for 0 <= x * factor < 2^15, rounded twice: to 24 bits, then to the nearest integer.
inline std::int32_t scaled(std::int32_t x, float factor) {
  const float sum = static_cast<float>(x) * factor + 0x1p23f;
  std::int32_t bits;
  std::memcpy(&bits, &sum, sizeof bits);
  return bits & 0x7fff;
}

#if defined(FOOTING_ONE_LANE)

using Lanes = double;
using LaneBits = std::uint64_t;

inline constexpr std::size_t kLanes = 1;

inline Lanes load_lanes(const double* from) { return *from; }
inline void store_lanes(double* to, Lanes x) { *to = x; }
inline void store_lanes(std::uint64_t* to, LaneBits x) { *to = x; }

#else

/// `F` is a vector of two: doubles, or the 64-bit integers of their bits.
template <class F>
struct Four {
  F a, b, c, d;
};

using TwoDoubles = double __attribute__((vector_size(16)));
using TwoBits = std::uint64_t __attribute__((vector_size(16)));

template <class Result, class Function, class... F>
inline Four<Result> each(const Function& f, const Four<F>&... x) {
  return {f(x.a...), f(x.b...), f(x.c...), f(x.d...)};
}

/// Bits of eight doubles, and the answer to a comparison of them: all ones or all zeros.
struct LaneBits : Four<TwoBits> {
  LaneBits(const Four<TwoBits>& four) : Four<TwoBits>(four) {}
  explicit LaneBits(std::uint64_t x) : Four<TwoBits>{{x, x}, {x, x}, {x, x}, {x, x}} {}
};

struct Lanes : Four<TwoDoubles> {
  Lanes(const Four<TwoDoubles>& four) : Four<TwoDoubles>(four) {}
  Lanes(double x) : Four<TwoDoubles>{{x, x}, {x, x}, {x, x}, {x, x}} {}
};

inline constexpr std::size_t kLanes = 8;

inline Lanes load_lanes(const double* from) {
  Four<TwoDoubles> out;
  std::memcpy(&out.a, from, sizeof out.a);
  std::memcpy(&out.b, from + 2, sizeof out.b);
  std::memcpy(&out.c, from + 4, sizeof out.c);
  std::memcpy(&out.d, from + 6, sizeof out.d);
  return out;
}

/// from[places[0]], …, from[places[7]].
inline Lanes gather_lanes(const double* from, const std::uint8_t* places) {
  const auto two = [&](std::size_t i) { return TwoDoubles{from[places[i]], from[places[i + 1]]}; };
  return Four<TwoDoubles>{two(0), two(2), two(4), two(6)};
}

inline void store_lanes(double* to, const Lanes& x) {
  std::memcpy(to, &x.a, sizeof x.a);
  std::memcpy(to + 2, &x.b, sizeof x.b);
  std::memcpy(to + 4, &x.c, sizeof x.c);
  std::memcpy(to + 6, &x.d, sizeof x.d);
}

inline void store_lanes(std::uint64_t* to, const LaneBits& x) {
  std::memcpy(to, &x.a, sizeof x.a);
  std::memcpy(to + 2, &x.b, sizeof x.b);
  std::memcpy(to + 4, &x.c, sizeof x.c);
  std::memcpy(to + 6, &x.d, sizeof x.d);
}

inline Lanes operator+(const Lanes& x, const Lanes& y) {
  return each<TwoDoubles>([](TwoDoubles p, TwoDoubles q) { return p + q; }, x, y);
}
inline Lanes operator-(const Lanes& x, const Lanes& y) {
  return each<TwoDoubles>([](TwoDoubles p, TwoDoubles q) { return p - q; }, x, y);
}
inline Lanes operator*(const Lanes& x, const Lanes& y) {
  return each<TwoDoubles>([](TwoDoubles p, TwoDoubles q) { return p * q; }, x, y);
}
inline Lanes operator/(const Lanes& x, const Lanes& y) {
  return each<TwoDoubles>([](TwoDoubles p, TwoDoubles q) { return p / q; }, x, y);
}
inline Lanes operator-(const Lanes& x) {
  return each<TwoDoubles>([](TwoDoubles p) { return -p; }, x);
}

inline LaneBits operator<(const Lanes& x, const Lanes& y) {
  return each<TwoBits>([](TwoDoubles p, TwoDoubles q) { return (TwoBits)(p < q); }, x, y);
}
inline LaneBits operator>(const Lanes& x, const Lanes& y) { return y < x; }
inline LaneBits operator<=(const Lanes& x, const Lanes& y) {
  return each<TwoBits>([](TwoDoubles p, TwoDoubles q) { return (TwoBits)(p <= q); }, x, y);
}
inline LaneBits operator>=(const Lanes& x, const Lanes& y) { return y <= x; }
inline LaneBits operator==(const Lanes& x, const Lanes& y) {
  return each<TwoBits>([](TwoDoubles p, TwoDoubles q) { return (TwoBits)(p == q); }, x, y);
}

inline LaneBits bits_of(const Lanes& x) {
  return each<TwoBits>([](TwoDoubles p) { return (TwoBits)p; }, x);
}
inline Lanes from_bits(const LaneBits& x) {
  return each<TwoDoubles>([](TwoBits p) { return (TwoDoubles)p; }, x);
}

inline LaneBits operator+(const LaneBits& x, std::uint64_t y) {
  return each<TwoBits>([y](TwoBits p) { return p + y; }, x);
}
inline LaneBits operator+(const LaneBits& x, const LaneBits& y) {
  return each<TwoBits>([](TwoBits p, TwoBits q) { return p + q; }, x, y);
}
inline LaneBits operator-(const LaneBits& x, const LaneBits& y) {
  return each<TwoBits>([](TwoBits p, TwoBits q) { return p - q; }, x, y);
}
inline LaneBits operator&(const LaneBits& x, std::uint64_t y) {
  return each<TwoBits>([y](TwoBits p) { return p & y; }, x);
}
inline LaneBits operator|(const LaneBits& x, std::uint64_t y) {
  return each<TwoBits>([y](TwoBits p) { return p | y; }, x);
}
inline LaneBits operator|(const LaneBits& x, const LaneBits& y) {
  return each<TwoBits>([](TwoBits p, TwoBits q) { return p | q; }, x, y);
}
inline LaneBits operator<<(const LaneBits& x, int count) {
  return each<TwoBits>([count](TwoBits p) { return p << count; }, x);
}
inline LaneBits operator>>(const LaneBits& x, int count) {
  return each<TwoBits>([count](TwoBits p) { return p >> count; }, x);
}

using FourInts = std::int32_t __attribute__((vector_size(16)));

/// Eight numbers of 32 bits.
struct LaneInts {
  FourInts a, b;
};

/// The upper and the lower halves of the bits. Upper halves of positive numbers grow with the numbers.
inline LaneInts upper_halves(const LaneBits& x) {
  const auto two = [](TwoBits p, TwoBits q) { return __builtin_shufflevector((FourInts)p, (FourInts)q, 1, 3, 5, 7); };
  return {two(x.a, x.b), two(x.c, x.d)};
}
inline LaneInts lower_halves(const LaneBits& x) {
  const auto two = [](TwoBits p, TwoBits q) { return __builtin_shufflevector((FourInts)p, (FourInts)q, 0, 2, 4, 6); };
  return {two(x.a, x.b), two(x.c, x.d)};
}

/// The nearest number from `least` to `most`.
inline LaneInts held(const LaneInts& x, std::int32_t least, std::int32_t most) {
  const FourInts low = {least, least, least, least}, high = {most, most, most, most};
  const auto four = [&](FourInts p) {
#if defined(__wasm_simd128__)
    return (FourInts)wasm_i32x4_min(wasm_i32x4_max((v128_t)p, (v128_t)low), (v128_t)high);
#else
    const FourInts above = (p & (p > low)) | (low & ~(p > low));
    return (above & (above < high)) | (high & ~(above < high));
#endif
  };
  return {four(x.a), four(x.b)};
}
inline LaneInts operator-(const LaneInts& x, std::int32_t y) { return {x.a - y, x.b - y}; }

inline LaneInts scaled(const LaneInts& x, float factor) {
  using FourFloats = float __attribute__((vector_size(16)));
  const auto four = [&](FourInts p) {
    return (FourInts)(__builtin_convertvector(p, FourFloats) * factor + 0x1p23f) & 0x7fff;
  };
  return {four(x.a), four(x.b)};
}

/// Numbers that 15 bits can hold.
inline void store_16(std::uint16_t* to, const LaneInts& x) {
#if defined(__wasm_simd128__)
  wasm_v128_store(to, wasm_u16x8_narrow_i32x4((v128_t)x.a, (v128_t)x.b));
#elif defined(__SSE2__)
  const __m128i eight = _mm_packs_epi32((__m128i)x.a, (__m128i)x.b);
  std::memcpy(to, &eight, sizeof eight);
#else
  for (int k = 0; k < 4; ++k) {
    to[k] = static_cast<std::uint16_t>(x.a[k]);
    to[k + 4] = static_cast<std::uint16_t>(x.b[k]);
  }
#endif
}

inline Lanes select(const LaneBits& condition, const Lanes& yes, const Lanes& no) {
  const auto one = [](TwoBits mask, TwoDoubles y, TwoDoubles n) {
#if defined(__wasm_simd128__)
    return (TwoDoubles)wasm_v128_bitselect((v128_t)y, (v128_t)n, (v128_t)mask);
#else
    return (TwoDoubles)((mask & (TwoBits)y) | (~mask & (TwoBits)n));
#endif
  };
  return each<TwoDoubles>(one, condition, yes, no);
}

inline Lanes at_least(const Lanes& x, const Lanes& least) {
  const auto one = [](TwoDoubles p, TwoDoubles q) {
#if defined(__wasm_simd128__)
    return (TwoDoubles)wasm_f64x2_pmax((v128_t)p, (v128_t)q);
#elif defined(__SSE2__)
    return (TwoDoubles)_mm_max_pd((__m128d)q, (__m128d)p);
#else
    return TwoDoubles{at_least(p[0], q[0]), at_least(p[1], q[1])};
#endif
  };
  return each<TwoDoubles>(one, x, least);
}

inline Lanes at_most(const Lanes& x, const Lanes& most) {
  const auto one = [](TwoDoubles p, TwoDoubles q) {
#if defined(__wasm_simd128__)
    return (TwoDoubles)wasm_f64x2_pmin((v128_t)p, (v128_t)q);
#elif defined(__SSE2__)
    return (TwoDoubles)_mm_min_pd((__m128d)q, (__m128d)p);
#else
    return TwoDoubles{at_most(p[0], q[0]), at_most(p[1], q[1])};
#endif
  };
  return each<TwoDoubles>(one, x, most);
}

/// The highest bit of every lane, the first lane's lowest: which lanes of a condition are true, which numbers carry a
/// minus.
inline unsigned top_bits(const LaneBits& condition) {
  const auto two = [](TwoBits mask) -> unsigned {
#if defined(__wasm_simd128__)
    return wasm_i64x2_bitmask((v128_t)mask);
#elif defined(__SSE2__)
    return static_cast<unsigned>(_mm_movemask_pd((__m128d)mask));
#else
    return static_cast<unsigned>(mask[0] >> 63) | static_cast<unsigned>(mask[1] >> 63) << 1;
#endif
  };
  return two(condition.a) | two(condition.b) << 2 | two(condition.c) << 4 | two(condition.d) << 6;
}

/// x > 0 with the sign of y.
inline Lanes with_sign(const Lanes& x, const Lanes& y) {
  return from_bits(bits_of(x) | (bits_of(y) & 0x8000000000000000u));
}

inline Lanes root(const Lanes& x) {
  const auto one = [](TwoDoubles p) {
#if defined(__wasm_simd128__)
    return (TwoDoubles)wasm_f64x2_sqrt((v128_t)p);
#elif defined(__SSE2__)
    return (TwoDoubles)_mm_sqrt_pd((__m128d)p);
#else
    return TwoDoubles{std::sqrt(p[0]), std::sqrt(p[1])};
#endif
  };
  return each<TwoDoubles>(one, x);
}

#endif

}  // namespace footing::math::kernel
