#include "footing/base/shared.hpp"

#include "footing/base/function_ref.hpp"
#include "support/catch.hpp"

using footing::FunctionRef;
using footing::Shared;

namespace {

/// Counts how many of it there are.
struct Counted {
  explicit Counted(int& alive) : count(&alive) { ++*count; }
  Counted(const Counted& other) : count(other.count) { ++*count; }
  Counted& operator=(const Counted&) = delete;
  ~Counted() { --*count; }
  int* count;
};

double twice(FunctionRef<double(double)> f, double x) { return f(f(x)); }

}  // namespace

TEST_CASE("a shared value lives as long as its last owner, and is one and the same for all") {
  int alive = 0;
  {
    Shared<Counted> empty;
    Shared<Counted> first{Counted(alive)};
    CHECK(alive == 1);
    {
      Shared<Counted> second = first;
      Shared<Counted> third;
      third = second;
      CHECK(&*first == &*third);
      CHECK(alive == 1);
      const Shared<Counted>& itself = third;
      third = itself;
      CHECK(alive == 1);
      empty = std::move(second);
    }
    CHECK(alive == 1);
    first = Shared<Counted>(Counted(alive));
    CHECK(alive == 2);
    empty = first;
    CHECK(alive == 1);
  }
  CHECK(alive == 0);
}

TEST_CASE("a borrowed function is called with what it holds") {
  double added = 3;
  const auto add = [&added](double x) { return x + added; };
  CHECK(twice(add, 1) == 7);
  added = 10;
  CHECK(twice(add, 1) == 21);
  CHECK(twice([](double x) { return 2 * x; }, 5) == 20);
}
