#include <random>
#include <set>

#include "footing/units/rational.hpp"
#include "support/units.hpp"

using namespace footing;

namespace {

/// mt19937 is fixed by the standard; the distributions are not, so numbers are cut from it by remainder.
class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t n) { return engine_() % n; }

 private:
  std::mt19937 engine_;
};

Dimension random_dimension(Random& random) {
  const UnitTableParts parts = test::unit_parts();
  Unit out;
  for (std::size_t i = random.below(6); i > 0; --i) {
    const BaseDef& base = parts.bases[random.below(parts.bases.size())];
    std::string kind;
    if (base.yearly && random.below(2) == 0) kind = std::to_string(1990 + random.below(60));
    if (!base.kinds.empty() && random.below(3) != 0) kind = base.kinds[random.below(base.kinds.size())].id;
    const auto exponent = make_rational(static_cast<int>(random.below(13)) - 6, static_cast<int>(random.below(4)) + 1);
    if (exponent->num != 0) out = multiply(out, Unit{1.0, {{base.id, kind, *exponent}}, false});
  }
  return out.dimension;
}

}  // namespace

TEST_CASE("a printed dimension reads back as itself, with factor 1") {
  const UnitTable table = test::units();
  Random random(20231101);
  std::set<std::string> seen;
  for (int i = 0; i < 5000; ++i) {
    const Dimension dimension = random_dimension(random);
    const std::string text = table.print(dimension);
    seen.insert(text);
    INFO(text);
    const Result<Unit> back = table.parse(text, "test");
    REQUIRE(back);
    REQUIRE(back->dimension == dimension);
    REQUIRE(back->factor == 1.0);
    const Result<Unit> named = table.parse(table.name(dimension), "test");
    REQUIRE(named);
    REQUIRE(named->dimension == dimension);
  }
  CHECK(seen.size() > 3000);
}

TEST_CASE("no text crashes the unit parser, and what it accepts is in range") {
  const UnitTable table = test::units();
  const std::string pieces[] = {"kWh",      "_it",      "*",    "/",      "^",     "(",        ")",     "1", "-",
                                "2",        "L_onsite", "date", " ",      "gCO2e", "USD_2023", "%",     "m", "99",
                                "\xC2\xB5", "\0",       "q",    "server", "((",    "^-3",      "^(1/2)"};
  Random random(7);
  int accepted = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    const bool bytes = i % 4 == 0;
    for (std::size_t n = random.below(12); n > 0; --n) {
      if (bytes) {
        text += static_cast<char>(random.below(256));
      } else {
        text += pieces[random.below(std::size(pieces))];
      }
    }
    const Result<Unit> unit = table.parse(text, "test");
    if (unit) {
      ++accepted;
      REQUIRE(exponents_in_range(*unit));
      REQUIRE(table.parse(table.print(unit->dimension), "test"));
    } else {
      REQUIRE(unit.errors().size() == 1);
      REQUIRE_FALSE(unit.errors()[0].message.empty());
    }
  }
  CHECK(accepted > 200);
}
