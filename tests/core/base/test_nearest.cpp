#include "footing/base/nearest.hpp"

#include "support/catch.hpp"

using footing::nearest;

TEST_CASE("the nearest word differs in case, or in one letter of three at most") {
  const std::vector<std::string> known = {"kWh", "MWh", "household", "server", "pue"};
  CHECK(nearest("kwh", known) == "kWh");
  CHECK(nearest("houshold", known) == "household");
  CHECK(nearest("hosuehold", known) == "household");  // two letters swapped are two substitutions
  CHECK(nearest("servers", known) == "server");
  CHECK(nearest("pux", known) == "pue");
  CHECK(nearest("servants", known) == "");
  CHECK(nearest("carbon", known) == "");
}

TEST_CASE("nothing is near an empty, a very short or a very long word") {
  CHECK(nearest("", {"a"}).empty());
  CHECK(nearest("x", {"a", "b"}).empty());
  CHECK(nearest("A", {"a", "b"}) == "a");
  CHECK(nearest(std::string(65, 'a'), {std::string(65, 'a')}).empty());
  CHECK(nearest("abc", {}).empty());
}

TEST_CASE("the first of equally near words is taken") {
  CHECK(nearest("abd", {"abc", "abe"}) == "abc");
  CHECK(nearest("abd", {"abe", "abc"}) == "abe");
}
