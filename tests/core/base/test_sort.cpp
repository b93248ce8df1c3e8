#include "base/sort.hpp"

#include <algorithm>
#include <random>
#include <vector>

#include "support/catch.hpp"

using namespace footing;

TEST_CASE("a part of a sort holds what the whole sort would put there, and nothing is lost") {
  std::mt19937 random(5);
  for (const std::size_t count : {1u, 2u, 24u, 25u, 100u, 3000u}) {
    for (const unsigned different : {1u, 3u, 1000000u}) {
      std::vector<double> numbers;
      for (std::size_t i = 0; i < count; ++i) numbers.push_back(static_cast<double>(random() % different));
      std::vector<double> expected = numbers;
      std::sort(expected.begin(), expected.end());
      for (int round = 0; round < 20; ++round) {  // each on what the one before left
        const std::size_t from = random() % count, to = from + 1 + random() % (count - from);
        double* const first = numbers.data();
        sort_part(first, first + count, first + from, first + to);
        CHECK(std::equal(first + from, first + to, expected.begin() + static_cast<std::ptrdiff_t>(from)));
      }
      std::vector<double> rest = numbers;
      sort_numbers(rest.data(), rest.data() + rest.size());
      CHECK(rest == expected);
    }
  }
}
