#include <string>
#include <vector>

#include "footing/uncertainty/distribution.hpp"
#include "support/catch.hpp"

using footing::DistributionSpec;
using footing::parse_distribution;
using footing::print_distribution;
using footing::Shape;

namespace {

struct Reading {
  DistributionSpec spec;
  std::string rest;
};

Reading read(const std::string& text) {
  Reading reading;
  const auto result = parse_distribution(text, &reading.rest, "x");
  INFO(text);
  for (const footing::Error& error : result.errors()) UNSCOPED_INFO(error.message);
  REQUIRE(result);
  reading.spec = result.value();
  return reading;
}

std::string code_of(const std::string& text, std::string* rest) {
  const auto result = parse_distribution(text, rest, "claims/x.json#/a");
  if (result) return "";
  CHECK(result.errors()[0].path == "claims/x.json#/a");
  CHECK_FALSE(result.errors()[0].message.empty());
  return result.errors()[0].code;
}

}  // namespace

TEST_CASE("every shape is read, with spaces, signs and exponents, and what follows is left as the unit") {
  struct Case {
    const char* text;
    Shape shape;
    std::vector<double> numbers;
    std::vector<double> weights;
    const char* rest;
    const char* printed;
  };
  const Case cases[] = {
      {"1.2", Shape::point, {1.2}, {}, "", "1.2"},
      {"  -3e5  kWh/day ", Shape::point, {-3e5}, {}, "kWh/day", "-300000"},
      {"5 eV", Shape::point, {5}, {}, "eV", "5"},
      {"80%", Shape::point, {80}, {}, "%", "80"},
      {"2000..6000 server", Shape::interval, {2000, 6000}, {}, "server", "2000..6000"},
      {"-3 .. -1", Shape::interval, {-3, -1}, {}, "", "-3..-1"},
      {"1.5e-7..2.5e3", Shape::interval, {1.5e-7, 2500}, {}, "", "1.5e-7..2500"},
      {"uniform(0.7, 0.82)", Shape::uniform, {0.7, 0.82}, {}, "", "uniform(0.7,0.82)"},
      {"uniform ( 0.7 , 0.82 ) L/kWh", Shape::uniform, {0.7, 0.82}, {}, "L/kWh", "uniform(0.7,0.82)"},
      {"log_uniform(1e-3,1e3)", Shape::log_uniform, {0.001, 1000}, {}, "", "log_uniform(0.001,1000)"},
      {"triangular(1,2,3)W", Shape::triangular, {1, 2, 3}, {}, "W", "triangular(1,2,3)"},
      {"pert(1,2,3)", Shape::pert, {1, 2, 3}, {}, "", "pert(1,2,3)"},
      {"normal(-1,1)", Shape::normal, {-1, 1}, {}, "", "normal(-1,1)"},
      {"lognormal(1,4)", Shape::lognormal, {1, 4}, {}, "", "lognormal(1,4)"},
      {"beta(2,5)", Shape::beta, {2, 5, 0, 1}, {}, "", "beta(2,5)"},
      {"beta(2,5,-1,3)", Shape::beta, {2, 5, -1, 3}, {}, "", "beta(2,5,-1,3)"},
      {"choice(1: 0.5, 2: 0.25)", Shape::choice, {1, 2}, {0.5, 0.25}, "", "choice(1:0.5,2:0.25)"},
      {"empirical(3, 1, 2) min", Shape::empirical, {3, 1, 2}, {}, "min", "empirical(3,1,2)"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const Reading reading = read(c.text);
    CHECK(reading.spec == DistributionSpec{c.shape, c.numbers, c.weights});
    CHECK(reading.rest == c.rest);
    CHECK(print_distribution(reading.spec) == c.printed);
    CHECK(read(c.printed).spec == reading.spec);
  }
}

TEST_CASE("texts outside the grammar are value-syntax errors that quote the text") {
  for (const char* text : {"",
                           "  ",
                           "kWh",
                           "..5",
                           "1..",
                           "1..x",
                           "+5",
                           ".5",
                           "1,000",
                           "1.2.3",
                           "007",
                           "1...2",
                           "1..2..3",
                           "uniform",
                           "uniform(1",
                           "uniform(1,",
                           "uniform(1,)",
                           "uniform(1 2)",
                           "uniform()",
                           "gauss(1,2)",
                           "choice(1,2)",
                           "choice(1:)",
                           "choice(1:2",
                           "1e999",
                           "uniform(1,1e999)",
                           "Uniform(1,2)",
                           "(1)"}) {
    INFO(text);
    std::string rest;
    CHECK(code_of(text, &rest) == "value-syntax");
  }
  const auto result = parse_distribution("12,000 kWh", nullptr, "p");
  CHECK(result.errors()[0].message.find("12,000 kWh") != std::string::npos);
  CHECK_FALSE(result.errors()[0].hint.empty());
}

TEST_CASE("a unit is refused where none may stand") {
  CHECK(code_of("1.2 kWh", nullptr) == "value-syntax");
  CHECK(code_of("1.2 ", nullptr).empty());
}

TEST_CASE("numbers in the wrong order or number are told apart") {
  CHECK(code_of("5..2", nullptr) == "low-above-high");
  CHECK(code_of("uniform(3,1)", nullptr) == "low-above-high");
  CHECK(code_of("triangular(1,4,3)", nullptr) == "low-above-high");
  CHECK(code_of("beta(2,2,3,1)", nullptr) == "low-above-high");
  CHECK(code_of("uniform(1)", nullptr) == "distribution-parameter");
  CHECK(code_of("pert(1,2,3,4)", nullptr) == "distribution-parameter");
  CHECK(code_of("beta(1,2,3)", nullptr) == "distribution-parameter");
  CHECK(code_of("beta(0,2)", nullptr) == "distribution-parameter");
  CHECK(code_of("beta(2,1e6)", nullptr) == "distribution-parameter");
  CHECK(code_of("choice(1:0,2:1)", nullptr) == "distribution-parameter");
  CHECK(code_of("choice(1:-1)", nullptr) == "distribution-parameter");
  CHECK(code_of("choice(1:1e308,2:1e308)", nullptr) == "distribution-parameter");
  CHECK(code_of("uniform(-1e308,1e308)", nullptr) == "distribution-parameter");
}

TEST_CASE("both ends of a triangular distribution in the wrong order are two errors") {
  const auto result = parse_distribution("triangular(3,2,1)", nullptr, "p");
  REQUIRE_FALSE(result);
  CHECK(result.errors().size() == 2);
}

TEST_CASE("a distribution has at most 1,000 members") {
  std::string text = "empirical(0";
  for (int i = 1; i < 1000; ++i) text += ",1";
  CHECK(code_of(text + ")", nullptr).empty());
  CHECK(code_of(text + ",1)", nullptr) == "value-syntax");
}

TEST_CASE("a change of unit scales locations and nothing else") {
  CHECK(print_distribution(scaled(read("2000..6000").spec, 0.001)) == "2..6");
  CHECK(print_distribution(scaled(read("beta(2,5)").spec, 100)) == "beta(2,5,0,100)");
  CHECK(print_distribution(scaled(read("choice(1:3,2:4)").spec, 10)) == "choice(10:3,20:4)");
  CHECK(print_distribution(scaled(read("triangular(1,2,3)").spec, 2)) == "triangular(2,4,6)");
}
