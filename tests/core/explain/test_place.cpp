#include "footing/explain/place.hpp"

#include <algorithm>

#include "support/catch.hpp"

using namespace footing;

namespace {

/// 1, 2, …, 1001: p05 = 51, p25 = 251, median = 501, p75 = 751, p95 = 951.
Column ramp() {
  std::vector<double> values(1001);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<double>(i + 1);
  return Column(std::move(values));
}

Placement placed(Relation relation, double value, double half = 0, End end = End::none, const Column& column = ramp()) {
  return place({relation, end, value, half}, column, summarise(column));
}

std::vector<Position> visited(Relation relation, End end) {
  std::vector<Position> seen;
  for (double value = -20; value < 1300; value += 0.5) {
    const Position here = placed(relation, value, 0, end).position;
    if (seen.empty() || seen.back() != here) seen.push_back(here);
  }
  return seen;
}

}  // namespace

TEST_CASE("raising a figure visits every position once, in order") {
  CHECK(visited(Relation::about, End::none) ==
        std::vector{Position::below, Position::lower, Position::middle, Position::upper, Position::above});
  CHECK(visited(Relation::about, End::low) == std::vector{Position::lower, Position::same, Position::higher});
  CHECK(visited(Relation::about, End::high) == std::vector{Position::lower, Position::same, Position::higher});
  for (const Relation relation : {Relation::more_than, Relation::less_than, Relation::at_least, Relation::at_most}) {
    CHECK(visited(relation, End::none) == std::vector{Position::above, Position::inside, Position::below});
  }
}

TEST_CASE("a point figure lies by the quartiles and ends of the range") {
  CHECK(placed(Relation::about, 50.9).position == Position::below);
  CHECK(placed(Relation::about, 51).position == Position::lower);
  CHECK(placed(Relation::about, 251).position == Position::middle);
  CHECK(placed(Relation::about, 751).position == Position::middle);
  CHECK(placed(Relation::about, 751.1).position == Position::upper);
  CHECK(placed(Relation::about, 951).position == Position::upper);
  CHECK(placed(Relation::about, 951.1).position == Position::above);
}

TEST_CASE("at most mirrors more than") {
  const Column straight = ramp();
  std::vector<double> mirrored(straight.values().begin(), straight.values().end());
  for (double& value : mirrored) value = -value;
  for (double value = -1300; value < 1300; value += 12.5) {
    const Position more = placed(Relation::more_than, value).position;
    const Position most = placed(Relation::at_most, -value, 0, End::none, Column(mirrored)).position;
    CHECK((more == Position::above) == (most == Position::below));
    CHECK((more == Position::below) == (most == Position::above));
  }
}

TEST_CASE("a published end is compared with the same end of ours, within ten percent") {
  CHECK(placed(Relation::about, 56, 0, End::low).position == Position::same);  // 51 * 1.1 = 56.1
  CHECK(placed(Relation::about, 56.2, 0, End::low).position == Position::higher);
  CHECK(placed(Relation::about, 45.8, 0, End::low).position == Position::lower);
  CHECK(placed(Relation::about, 1046, 0, End::high).position == Position::same);  // 951 * 1.1 = 1046.1
  CHECK(placed(Relation::about, 1047, 0, End::high).position == Position::higher);
  CHECK(placed(Relation::more_than, 855, 0, End::high).position == Position::lower);
}

TEST_CASE("shares count what lies within the rounding") {
  const Placement p = placed(Relation::about, 101, 10);
  CHECK(p.share_below == Approx(90.0 / 1001));
  CHECK(p.share_inside == Approx(21.0 / 1001));
  CHECK(p.share_above == Approx(890.0 / 1001));
  CHECK(placed(Relation::about, 5000).share_below == 1);
}

TEST_CASE("times is said from a factor of three beyond the end") {
  CHECK_FALSE(placed(Relation::about, 2852).times);
  CHECK(*placed(Relation::about, 2853).times == Approx(3));
  CHECK_FALSE(placed(Relation::about, 17.1).times);
  CHECK(*placed(Relation::about, 17).times == Approx(3));
  CHECK(*placed(Relation::more_than, 9510).times == Approx(10));
  CHECK(*placed(Relation::about, 510, 0, End::low).times == Approx(10));
  CHECK_FALSE(placed(Relation::about, 510, 0, End::high).times);
  CHECK_FALSE(placed(Relation::about, 0).times);
  CHECK_FALSE(placed(Relation::about, -100).times);
}

TEST_CASE("a relation holds at the median within the rounding") {
  CHECK(placed(Relation::about, 505, 4).holds);
  CHECK_FALSE(placed(Relation::about, 505, 3).holds);
  CHECK(placed(Relation::more_than, 500).holds);
  CHECK_FALSE(placed(Relation::more_than, 501).holds);
  CHECK(placed(Relation::more_than, 505, 5).holds);
  CHECK(placed(Relation::at_least, 501).holds);
  CHECK_FALSE(placed(Relation::at_least, 502).holds);
  CHECK(placed(Relation::less_than, 502).holds);
  CHECK_FALSE(placed(Relation::less_than, 501).holds);
  CHECK(placed(Relation::at_most, 501).holds);
  CHECK_FALSE(placed(Relation::at_most, 500).holds);
}

TEST_CASE("against a point a figure is met anywhere within its rounding") {
  const Column point(564.252);
  CHECK(placed(Relation::about, 564, 0.5, End::none, point).position == Position::middle);
  CHECK(placed(Relation::about, 564, 0.1, End::none, point).position == Position::below);
  CHECK(placed(Relation::about, 566, 0.5, End::none, point).position == Position::above);
  CHECK(placed(Relation::more_than, 500, 50, End::none, point).position == Position::above);
  CHECK(placed(Relation::more_than, 564, 0.5, End::none, point).position == Position::inside);
  CHECK(placed(Relation::about, 700, 150, End::high, point).position == Position::same);
  CHECK(placed(Relation::about, 564, 0.5, End::none, point).share_inside == 1);
  CHECK_FALSE(placed(Relation::about, 2000, 1500, End::none, point).times);
}

TEST_CASE("words of relations and positions") {
  for (const Relation r :
       {Relation::about, Relation::more_than, Relation::less_than, Relation::at_least, Relation::at_most}) {
    CHECK(relation_from(text(r)) == r);
  }
  CHECK_FALSE(relation_from("roughly"));
  CHECK(text(Relation::at_most) == "at_most");
  CHECK(text(Position::below) == "below");
  CHECK(text(Position::same) == "same");
  CHECK(text(Position::higher) == "higher");
  CHECK(text(Position::inside) == "inside");
}
