#include <boost/random/sobol.hpp>
#include <cstdint>
#include <vector>

#include "footing/uncertainty/sobol.hpp"
#include "support/catch.hpp"

TEST_CASE("the unscrambled sequence equals Boost.Random's in all 64 dimensions") {
  constexpr std::size_t kPoints = 1 << 14;
  std::vector<std::vector<std::uint32_t>> columns;
  for (int d = 0; d < footing::kSobolDimensions; ++d) {
    columns.emplace_back(kPoints);
    footing::SobolColumn::unscrambled(d).fill_bits(0, kPoints, columns.back().data());
  }
  boost::random::sobol_engine<std::uint32_t, 32> reference(footing::kSobolDimensions);
  std::size_t differences = 0;
  for (std::size_t i = 1; i < kPoints; ++i) {  // Boost leaves out point 0, the origin
    for (int d = 0; d < footing::kSobolDimensions; ++d)
      differences += columns[static_cast<std::size_t>(d)][i] != reference();
  }
  CHECK(differences == 0);
}

TEST_CASE("far points equal Boost.Random's") {
  constexpr std::uint32_t kFirst = 3000000007u;
  boost::random::sobol_engine<std::uint32_t, 32> reference(footing::kSobolDimensions);
  reference.seed(kFirst - 1);
  std::vector<std::uint32_t> bits(100);
  std::vector<std::vector<std::uint32_t>> columns;
  for (int d = 0; d < footing::kSobolDimensions; ++d) {
    footing::SobolColumn::unscrambled(d).fill_bits(kFirst, bits.size(), bits.data());
    columns.push_back(bits);
  }
  std::size_t differences = 0;
  for (std::size_t i = 0; i < bits.size(); ++i) {
    for (const std::vector<std::uint32_t>& column : columns) differences += column[i] != reference();
  }
  CHECK(differences == 0);
}
