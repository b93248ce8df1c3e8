#include "footing/evaluate/column_cache.hpp"

#include "core/evaluate/plan_builder.hpp"
#include "footing/evaluate/evaluate.hpp"
#include "footing/evaluate/hash.hpp"

using namespace footing;
using footing::test::kLog;
using footing::test::plan_of;

TEST_CASE("results are the same with and without a cache") {
  const Plan plan = plan_of({{"a", "1..3", kLog}, {"b", "uniform(1, 2)"}, {"c", "beta(2, 5)"}}, {{"s", "a * b + c"}});
  ColumnCache cache;
  const Result<Evaluation> plain = evaluate(plan, {5000, 8});
  const Result<Evaluation> first = evaluate(plan, {5000, 8}, &cache);
  const Result<Evaluation> second = evaluate(plan, {5000, 8}, &cache);
  REQUIRE(plain);
  CHECK(hash(*plain) == hash(*first));
  CHECK(hash(*plain) == hash(*second));
  CHECK(cache.draws() == 3);
  CHECK(cache.bytes() == 3 * 5000 * sizeof(double));
}

TEST_CASE("a moved slider draws one column") {
  ColumnCache cache;
  (void)evaluate(plan_of({{"a", "1..3"}, {"b", "1..2"}}, {{"s", "a * b"}}), {1024, 1}, &cache);
  (void)evaluate(plan_of({{"a", "1..3"}, {"b", "1..2.5"}}, {{"s", "a * b"}}), {1024, 1}, &cache);
  CHECK(cache.draws() == 3);
}

TEST_CASE("every part of what a column depends on is part of its key") {
  const auto input = [](const std::string& value, const Bounds& bounds, int dimension) {
    return InputColumn{test::distribution(value, bounds), dimension, 1.0};
  };
  ColumnCache cache;
  const std::vector<InputColumn> inputs = {input("1..3", {}, 0),
                                           input("1..3", {}, 1),
                                           input("1..3", kLog, 0),
                                           input("1..3", {0.5, {}, false}, 0),
                                           input("1..3", {{}, 3.5, false}, 0),
                                           input("1..3", {{}, 3.5, false, true}, 0),
                                           input("normal(1, 3)", {}, 0),
                                           input("choice(1: 1, 3: 2)", {}, 0),
                                           input("choice(1: 2, 3: 1)", {}, 0)};
  for (const InputColumn& each : inputs) {
    const Column column = cache.column(each, 1, 256);
    CHECK(hash(column) == hash(draw(each, 1, 256)));
  }
  CHECK(cache.draws() == inputs.size());
  (void)cache.column(inputs[0], 2, 256);
  (void)cache.column(inputs[0], 1, 128);
  CHECK(cache.draws() == inputs.size() + 2);
  (void)cache.column(inputs[0], 1, 256);
  CHECK(cache.draws() == inputs.size() + 2);
}

TEST_CASE("the least recently used columns go first") {
  ColumnCache cache(2 * 256 * sizeof(double));
  const auto input = [](int dimension) { return InputColumn{test::distribution("1..3"), dimension, 1.0}; };
  (void)cache.column(input(0), 1, 256);
  (void)cache.column(input(1), 1, 256);
  (void)cache.column(input(0), 1, 256);  // now 1 is the oldest
  (void)cache.column(input(2), 1, 256);
  CHECK(cache.draws() == 3);
  CHECK(cache.size() == 2);
  (void)cache.column(input(0), 1, 256);
  CHECK(cache.draws() == 3);
  (void)cache.column(input(1), 1, 256);
  CHECK(cache.draws() == 4);
  // A column larger than the whole cache is drawn, given back and not kept.
  CHECK(cache.column(input(3), 1, 1024).size() == 1024);
  CHECK(cache.bytes() <= 2 * 256 * sizeof(double));
}

TEST_CASE("points are never drawn nor kept") {
  ColumnCache cache;
  const Column column = cache.column({test::distribution("4.5"), -1, 1.0}, 1, 256);
  CHECK(column.is_point());
  CHECK(column.at(200) == 4.5);
  CHECK(cache.draws() == 0);
  CHECK(cache.bytes() == 0);
}
