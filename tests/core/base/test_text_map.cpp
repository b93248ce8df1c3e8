#include "footing/base/text_map.hpp"

#include <map>

#include "support/catch.hpp"

using footing::TextMap;

TEST_CASE("texts by id stand in the order of the ids, as in std::map, whatever came first") {
  TextMap texts;
  std::map<std::string, std::string> expected;
  CHECK(texts.empty());
  std::uint32_t state = 1;
  for (int i = 0; i < 200; ++i) {
    state = state * 1664525u + 1013904223u;
    const std::string id(1 + state / 7 % 3, static_cast<char>('a' + (state >> 16) % 9));
    const std::string text = std::to_string(i);
    if (i % 3 == 0) {
      texts[id] = text;
      expected[id] = text;
    } else {
      CHECK(texts.emplace(id, text) == expected.emplace(id, text).second);
    }
    CHECK(*texts.find(id) == expected[id]);
  }
  CHECK(std::vector<TextMap::Entry>(texts.begin(), texts.end()) ==
        std::vector<TextMap::Entry>(expected.begin(), expected.end()));
  CHECK(texts.find("nothing") == nullptr);
  CHECK_FALSE(texts.empty());
}
