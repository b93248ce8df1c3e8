#include "footing/uncertainty/sobol.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "support/catch.hpp"
#include "support/fnv.hpp"

using footing::SobolColumn;

namespace {

std::vector<std::uint32_t> bits(const SobolColumn& column, std::uint32_t first, std::size_t count) {
  std::vector<std::uint32_t> out(count);
  column.fill_bits(first, count, out.data());
  return out;
}

}  // namespace

TEST_CASE("the first ten unscrambled points in three dimensions are Joe and Kuo's published ones") {
  const double published[10][3] = {{0, 0, 0},
                                   {0.5, 0.5, 0.5},
                                   {0.75, 0.25, 0.25},
                                   {0.25, 0.75, 0.75},
                                   {0.375, 0.375, 0.625},
                                   {0.875, 0.875, 0.125},
                                   {0.625, 0.125, 0.875},
                                   {0.125, 0.625, 0.375},
                                   {0.1875, 0.3125, 0.9375},
                                   {0.6875, 0.8125, 0.4375}};
  for (int d = 0; d < 3; ++d) {
    const std::vector<std::uint32_t> column = bits(SobolColumn::unscrambled(d), 0, 10);
    for (std::size_t i = 0; i < 10; ++i) CHECK(column[i] * 0x1p-32 == published[i][d]);
  }
}

TEST_CASE("every column, scrambled or not, has one point in each of 2^k equal cells") {
  for (int d = 0; d < footing::kSobolDimensions; ++d) {
    for (const SobolColumn& column : {SobolColumn::unscrambled(d), SobolColumn(d, 1), SobolColumn(d, 99)}) {
      for (const std::uint32_t first : {0u, 1024u, 7u * 1024u}) {
        std::vector<bool> seen(1024);
        for (const std::uint32_t b : bits(column, first, 1024)) seen[b >> 22] = true;
        REQUIRE(std::count(seen.begin(), seen.end(), true) == 1024);
      }
    }
  }
}

TEST_CASE("the first two dimensions keep one point in each elementary box after scrambling") {
  const SobolColumn x(0, 5);
  const SobolColumn y(1, 5);
  const std::vector<std::uint32_t> xs = bits(x, 0, 256);
  const std::vector<std::uint32_t> ys = bits(y, 0, 256);
  for (std::uint32_t k = 0; k <= 8; ++k) {  // boxes of 2^-k by 2^-(8-k)
    std::set<std::uint64_t> boxes;
    for (std::size_t i = 0; i < 256; ++i) {
      boxes.insert((static_cast<std::uint64_t>(xs[i]) >> (32 - k)) << 8 |
                   static_cast<std::uint64_t>(ys[i]) >> (24 + k));
    }
    CHECK(boxes.size() == 256);
  }
}

TEST_CASE("any piece of a column equals the same piece of the whole") {
  const SobolColumn column(17, 42);
  const std::vector<std::uint32_t> whole = bits(column, 0, 3000);
  for (const std::uint32_t first : {0u, 1u, 15u, 16u, 17u, 511u, 512u, 1000u}) {
    for (const std::size_t count : {0u, 1u, 15u, 16u, 17u, 33u, 1999u}) {
      const auto from = whole.begin() + static_cast<std::ptrdiff_t>(first);
      REQUIRE(
          (bits(column, first, count) == std::vector<std::uint32_t>(from, from + static_cast<std::ptrdiff_t>(count))));
      std::vector<double> u(count);
      column.fill(first, count, u.data());
      std::vector<double> expected(count);
      for (std::size_t i = 0; i < count; ++i) expected[i] = (whole[first + i] + 0.5) * 0x1p-32;
      REQUIRE((u == expected));
    }
  }
}

TEST_CASE("the last points of a column are reached, and every point lies strictly inside (0, 1)") {
  const SobolColumn column(3, 8);
  std::vector<double> u(64);
  column.fill(0xffffffc0u, u.size(), u.data());
  for (const double v : u) CHECK((v > 0.0 && v < 1.0));
  const std::vector<std::uint32_t> end = bits(column, 0xffffffc0u, 64);
  CHECK(bits(column, 0xfffffff1u, 15) == std::vector<std::uint32_t>(end.begin() + 49, end.end()));
}

TEST_CASE("seeds and dimensions give different columns, and a column depends on nothing else") {
  std::set<std::vector<std::uint32_t>> columns;
  for (int d = 0; d < footing::kSobolDimensions; ++d) {
    for (const std::uint64_t seed : {0u, 1u, 2u, 0xffffffffu}) columns.insert(bits(SobolColumn(d, seed), 0, 16));
  }
  CHECK(columns.size() == 4 * footing::kSobolDimensions);
  CHECK(bits(SobolColumn(9, 77), 0, 16) == bits(SobolColumn(9, 77), 0, 16));
}

TEST_CASE("over 400 seeds each point of a column is uniform") {
  // Mean and variance of point 0, 1 and 1000 over seeds; the bounds are 4 standard errors of a uniform variable.
  for (const std::uint32_t index : {0u, 1u, 1000u}) {
    double sum = 0.0;
    double squares = 0.0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
      double u;
      SobolColumn(2, seed).fill(index, 1, &u);
      sum += u - 0.5;
      squares += (u - 0.5) * (u - 0.5);
    }
    CHECK(std::fabs(sum / 400) < 4 * std::sqrt(1.0 / 12 / 400));
    CHECK(std::fabs(squares / 400 - 1.0 / 12) < 4 * std::sqrt(1.0 / 180 / 400));
  }
}

TEST_CASE("the bits of all columns are pinned") {
  footing::test::Fnv plain;
  footing::test::Fnv scrambled;
  for (int d = 0; d < footing::kSobolDimensions; ++d) {
    for (const std::uint32_t b : bits(SobolColumn::unscrambled(d), 0, 1024)) plain.add(b);
    for (const std::uint32_t b : bits(SobolColumn(d, 20240521), 0, 1024)) scrambled.add(b);
  }
  CHECK(plain.hex() == "62130fc9ca308d25");
  CHECK(scrambled.hex() == "0899689b7b03b305");
}
