#include "footing/evaluate/hash.hpp"

#include "core/evaluate/plan_builder.hpp"

using namespace footing;

TEST_CASE("the hash is FNV-1a over the bytes of the doubles") {
  CHECK(hash(nullptr, 0) == 0xcbf29ce484222325ull);
  // 1.0 is 00 00 00 00 00 00 f0 3f: the published recurrence by hand.
  std::uint64_t expected = 0xcbf29ce484222325ull;
  for (const unsigned byte : {0u, 0u, 0u, 0u, 0u, 0u, 0xf0u, 0x3fu}) expected = (expected ^ byte) * 1099511628211ull;
  CHECK(hash(Column(1.0)) == expected);
  CHECK(hash(Column(1.0)) != hash(Column(-1.0)));
  CHECK(hash(Column(0.0)) != hash(Column(-0.0)));
  CHECK(hash(Column(std::vector<double>{1, 2})) != hash(Column(std::vector<double>{2, 1})));
}

TEST_CASE("hashes are written with sixteen digits") {
  CHECK(hash_text(0xcbf29ce484222325ull) == "cbf29ce484222325");
  CHECK(hash_text(0x1f) == "000000000000001f");
}

TEST_CASE("one program has these bits on every platform") {
  const Plan plan =
      test::plan_of({{"a", "1..3", test::kLog},
                     {"b", "uniform(0.2, 0.9)"},
                     {"c", "triangular(1, 1.2, 2)"},
                     {"d", "pert(1, 2, 5)"},
                     {"e", "5..8"}},
                    {{"s", "a * b * c"}, {"t", "log(s) + exp(b) - d ^ 0.3"}, {"u", "ceil(t * e, 0.1) / s"}});
  const Result<Evaluation> out = evaluate(plan, {16384, 1});
  REQUIRE(out);
  CHECK(hash_text(hash(*out)) == "86ae2936e1121a6d");
}
