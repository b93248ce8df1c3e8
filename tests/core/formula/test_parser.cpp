#include "support/formulas.hpp"

using namespace footing;

namespace {

/// The tree with every operator in brackets, names and numbers as they are.
std::string shape(const Expression& node) {
  if (node.op == Op::name) return node.text;
  if (node.op == Op::constant) {
    const std::string digits = std::to_string(static_cast<long long>(node.value));
    return node.text.empty() ? digits : digits + "[" + node.text + "]";
  }
  static const std::map<Op, std::string> names = {
      {Op::negate, "neg"},       {Op::add, "+"},         {Op::subtract, "-"},
      {Op::multiply, "*"},       {Op::divide, "/"},      {Op::power, "^"},
      {Op::less, "<"},           {Op::less_equal, "<="}, {Op::greater, ">"},
      {Op::greater_equal, ">="}, {Op::equal, "=="},      {Op::not_equal, "!="},
      {Op::choose, "if"},        {Op::min, "min"},       {Op::max, "max"},
      {Op::abs, "abs"},          {Op::ceil, "ceil"},     {Op::floor, "floor"},
      {Op::exp, "exp"},          {Op::log, "log"},       {Op::log2, "log2"},
      {Op::log10, "log10"},      {Op::sqrt, "sqrt"},     {Op::widen, "widen"}};
  std::string out = "(" + names.at(node.op);
  for (const Expression& argument : node.args) out += " " + shape(argument);
  if (node.op == Op::widen) out += " to " + node.text;
  return out + ")";
}

std::string parsed(const std::string& text) {
  const Result<Expression> tree = parse_formula(text, "f");
  return tree ? shape(*tree) : test::text_of(tree.errors());
}

}  // namespace

TEST_CASE("operators bind as in arithmetic") {
  CHECK(parsed("a + b * c") == "(+ a (* b c))");
  CHECK(parsed("a * b + c") == "(+ (* a b) c)");
  CHECK(parsed("a - b - c") == "(- (- a b) c)");
  CHECK(parsed("a / b * c") == "(* (/ a b) c)");
  CHECK(parsed("a / b / c") == "(/ (/ a b) c)");
  CHECK(parsed("a ^ b ^ c") == "(^ a (^ b c))");
  CHECK(parsed("-a ^ b") == "(neg (^ a b))");
  CHECK(parsed("a ^ -b ^ c") == "(^ a (neg (^ b c)))");
  CHECK(parsed("-a * b") == "(* (neg a) b)");
  CHECK(parsed("a * -b") == "(* a (neg b))");
  CHECK(parsed("--a") == "(neg (neg a))");
  CHECK(parsed("a + b < c * d") == "(< (+ a b) (* c d))");
  CHECK(parsed("(a + b) * c") == "(* (+ a b) c)");
}

TEST_CASE("each comparison is read") {
  for (const std::string op : {"<", "<=", ">", ">=", "==", "!="}) CHECK(parsed("a" + op + "b") == "(" + op + " a b)");
}

TEST_CASE("numbers may have a unit in brackets") {
  CHECK(parsed("80 [GB/accelerator]") == "80[GB/accelerator]");
  CHECK(parsed("80[ kWh/(household*year) ]*x") == "(* 80[kWh/(household*year)] x)");
  CHECK(parsed("1e3") == "1000");
  CHECK(parsed("1.5e+3") == "1500");
  CHECK(parsed("2E3") == "2000");
}

TEST_CASE("functions take their arguments") {
  CHECK(parsed("if(a < b, c, d + e)") == "(if (< a b) c (+ d e))");
  CHECK(parsed("min(a, b, c)") == "(min a b c)");
  CHECK(parsed("max(a, min(b, c))") == "(max a (min b c))");
  CHECK(parsed("ceil(x, 1 [server])") == "(ceil x 1[server])");
  CHECK(parsed("ceil(x)") == "(ceil x)");
  CHECK(parsed("sqrt(exp(log(log2(log10(abs(x))))))") == "(sqrt (exp (log (log2 (log10 (abs x))))))");
  CHECK(parsed("widen(a * b, L) + c") == "(+ (widen (* a b) to L) c)");
  CHECK(parsed("widen(a, gCO2e/(kWh*s))") == "(widen a to gCO2e/(kWh*s))");
  CHECK(parsed("min_value + exp_2") == "(+ min_value exp_2)");
}

TEST_CASE("a node knows where it begins") {
  const Result<Expression> tree = parse_formula("  aa + if(x < 1, -b, c)", "f");
  REQUIRE(tree);
  CHECK(tree->at == 2);
  const Expression& choose = tree->args[1];
  CHECK(choose.at == 7);
  CHECK(choose.args[0].args[1].at == 14);
  CHECK(choose.args[1].at == 17);
  CHECK(choose.args[1].args[0].at == 18);
  CHECK(choose.args[2].at == 21);
}

TEST_CASE("names are listed once, in order of first appearance") {
  const Result<Expression> tree = parse_formula("b * a + min(c, b) / widen(a, L)", "f");
  REQUIRE(tree);
  CHECK(names_in(*tree) == std::vector<std::string>{"b", "a", "c"});
}

TEST_CASE("a syntax error names its offset and what was expected") {
  const auto refused = [](const std::string& text, std::size_t at, const std::string& part) {
    INFO(text);
    const Errors errors = parse_formula(text, "f").errors();
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].code == "formula-syntax");
    CHECK(errors[0].path == "f:" + std::to_string(at));
    CHECK_THAT(errors[0].message, Catch::Contains(part));
  };
  refused("", 0, "a number, a name, a function or \"(\", found the end");
  refused("a +", 3, "found the end");
  refused("a b", 2, "an operator or the end, found \"b\"");
  refused("a * * b", 4, "found \"*\"");
  refused("(a + b", 6, "an operator or \")\", found the end");
  refused("a + b)", 5, "found \")\"");
  refused("a < b < c", 6, "one comparison");
  refused("+a", 0, "found \"+\"");
  refused("2 kWh", 2, "found \"kWh\"");
  refused("2 h", 2, "found \"h\"");
  refused("Servers * 2", 0, "found \"Servers\"");
  refused("_n", 0, "found \"_n\"");
  refused("x [kWh]", 2, "found \"[\"");
  refused("A", 0, "found \"A\"");
  refused("a = b", 2, "found \"=\"");
  refused("a ! b", 2, "found \"!\"");
  refused("2e", 1, "found \"e\"");
  refused("2.", 1, "found \".\"");
  refused(".5", 0, "found \".\"");
  refused("1e999", 0, "not a number that fits");
  refused("3 [kWh", 2, "no closing");
  refused("3 []", 3, "A unit is expected");
  refused("foo(a)", 0, "no function \"foo\"");
  refused("min(a)", 5, "min takes 2");
  refused("if(a < b, c)", 11, "if takes 3");
  refused("abs(a, b)", 5, "\")\"");
  refused("if(a < b, c, d, e)", 14, "\")\"");
  refused("min", 3, "\"(\" after min");
  refused("widen(a)", 7, "widen takes 2");
  refused("widen(a, )", 9, "widen needs a unit");
  refused("widen(a, L", 7, "widen needs a unit");
  refused("min(a,,b)", 6, "found \",\"");
  refused("a × b", 2, "found \"×\"");
  refused("a \xFF b", 2, "found");
}

TEST_CASE("messages say what to do") {
  CHECK(parse_formula("mim(a, b)", "f").errors()[0].hint == "Did you mean min?");
  CHECK_THAT(parse_formula("servers(a)", "f").errors()[0].hint, Catch::Contains("write *"));
  CHECK_THAT(parse_formula("x [kWh]", "f").errors()[0].hint, Catch::Contains("80 [GB/accelerator]"));
  CHECK_THAT(parse_formula("2 kWh", "f").errors()[0].hint, Catch::Contains("brackets"));
  CHECK_THAT(parse_formula("2 h", "f").errors()[0].hint, Catch::Contains("2 [h]"));
}

TEST_CASE("length, depth and chains are limited") {
  const auto code = [](const std::string& text) {
    const Errors errors = parse_formula(text, "f").errors();
    return errors.empty() ? std::string("accepted") : errors[0].code;
  };
  const auto repeated = [](const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
  };
  CHECK(code(std::string(3999, ' ') + "a") == "accepted");
  CHECK(code(std::string(4000, ' ') + "a") == "formula-too-long");
  CHECK(code(repeated("(", 64) + "a" + repeated(")", 64)) == "accepted");
  CHECK(code(repeated("(", 65) + "a" + repeated(")", 65)) == "formula-too-long");
  CHECK(code(repeated("-", 65) + "a") == "formula-too-long");
  CHECK(code(repeated("a^", 65) + "a") == "formula-too-long");
  CHECK(code(repeated("abs(", 65) + "a" + repeated(")", 65)) == "formula-too-long");
  CHECK(code(repeated("a+", 255) + "a") == "accepted");
  CHECK(code(repeated("a+", 256) + "a") == "formula-too-long");
  CHECK(code(repeated("a*", 1900) + "a") == "formula-too-long");
  CHECK(code("min(" + repeated("a,", 63) + "a)") == "accepted");
  CHECK(code("min(" + repeated("a,", 64) + "a)") == "formula-syntax");
}
