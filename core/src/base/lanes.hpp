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
namespace footing::math::kernel {

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

/// The lowest 16 bits of every lane: of lanes 0, 2, 4, 6 and then of 1, 3, 5, 7.
inline void store_low_16(std::uint16_t* to, const LaneBits& x) {
  const TwoBits words = (x.a & 0xffffu) | (x.b & 0xffffu) << 16 | (x.c & 0xffffu) << 32 | x.d << 48;
  std::memcpy(to, &words, sizeof words);
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
inline LaneBits operator-(const LaneBits& x, const LaneBits& y) {
  return each<TwoBits>([](TwoBits p, TwoBits q) { return p - q; }, x, y);
}
inline LaneBits operator&(const LaneBits& x, std::uint64_t y) {
  return each<TwoBits>([y](TwoBits p) { return p & y; }, x);
}
inline LaneBits operator|(const LaneBits& x, std::uint64_t y) {
  return each<TwoBits>([y](TwoBits p) { return p | y; }, x);
}
inline LaneBits operator<<(const LaneBits& x, int count) {
  return each<TwoBits>([count](TwoBits p) { return p << count; }, x);
}
inline LaneBits operator>>(const LaneBits& x, int count) {
  return each<TwoBits>([count](TwoBits p) { return p >> count; }, x);
}

/// `yes` in the lanes of the condition, `no` in the others.
inline double select(bool condition, double yes, double no) { return condition ? yes : no; }
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

/// x < least ? least : x, in one operation where the processor has it; a NaN stays.
inline double at_least(double x, double least) { return x < least ? least : x; }
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

/// x > most ? most : x, in the same way.
inline double at_most(double x, double most) { return x > most ? most : x; }
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

/// One bit a lane, the first lane's lowest.
inline unsigned bits_of_answer(const LaneBits& condition) {
  const auto two = [](TwoBits mask) -> unsigned {
#if defined(__wasm_simd128__)
    return wasm_i64x2_bitmask((v128_t)mask);
#elif defined(__SSE2__)
    return static_cast<unsigned>(_mm_movemask_pd((__m128d)mask));
#else
    return static_cast<unsigned>(mask[0] & 1u) | static_cast<unsigned>(mask[1] & 2u);
#endif
  };
  return two(condition.a) | two(condition.b) << 2 | two(condition.c) << 4 | two(condition.d) << 6;
}

inline Lanes absolute(const Lanes& x) { return from_bits(bits_of(x) & 0x7fffffffffffffffu); }

inline double root(double x) { return std::sqrt(x); }
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

}  // namespace footing::math::kernel
