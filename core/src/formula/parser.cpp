#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "footing/base/nearest.hpp"
#include "footing/base/number.hpp"
#include "footing/formula/formula.hpp"
#include "functions.hpp"
#include "lexer.hpp"

namespace footing {
namespace {

using internal::Function;
using internal::Lexer;
using internal::Token;

constexpr std::size_t kLongestFormula = 4000;
constexpr int kDeepest = 64;   ///< nesting of parentheses, functions, signs and powers
constexpr int kTallest = 256;  ///< height of the tree, which a long chain of + or * raises too

/// A subtree and its height.
struct Node {
  Expression tree;
  int height = 1;
};

using Parsed = std::optional<Node>;

Node leaf(Op op, std::size_t at) {
  Node node;
  node.tree.op = op;
  node.tree.at = at;
  return node;
}

/// Recursive descent over the grammar of README.md; stops at the first error.
class Parser {
 public:
  Parser(std::string_view text, const std::string& path) : lexer_(text), path_(path) {}

  Result<Expression> run() {
    Parsed node = comparison();
    if (node && !at_end()) {
      expected(is_comparison() ? "one comparison at a time, so the end" : "an operator or the end");
      node.reset();
    }
    if (!node) return error_;
    return std::move(node->tree);
  }

 private:
  Parsed comparison() {
    Parsed left = sum();
    if (!left || !is_comparison()) return left;
    const Op op = comparison_op(lexer_.token().text);
    lexer_.advance();
    return join(op, std::move(left), sum());
  }

  Parsed sum() {
    Parsed left = product();
    while (left && (is("+") || is("-"))) {
      const Op op = is("+") ? Op::add : Op::subtract;
      lexer_.advance();
      left = join(op, std::move(left), product());
    }
    return left;
  }

  Parsed product() {
    Parsed left = negation();
    while (left && (is("*") || is("/"))) {
      const Op op = is("*") ? Op::multiply : Op::divide;
      lexer_.advance();
      left = join(op, std::move(left), negation());
    }
    return left;
  }

  Parsed negation() {
    if (!is("-")) return raised();
    Node node = leaf(Op::negate, lexer_.token().at);
    lexer_.advance();
    if (!enter(node.tree.at)) return std::nullopt;
    Parsed inner = negation();
    --depth_;
    if (!inner) return std::nullopt;
    return with_argument(std::move(node), std::move(*inner));
  }

  Parsed raised() {
    Parsed base = primary();
    if (!base || !is("^")) return base;
    const std::size_t at = lexer_.token().at;
    lexer_.advance();
    if (!enter(at)) return std::nullopt;
    Parsed exponent = negation();
    --depth_;
    return join(Op::power, std::move(base), std::move(exponent));
  }

  Parsed primary() {
    const Token token = lexer_.token();
    if (token.kind == Token::Kind::number) return number();
    if (token.kind == Token::Kind::name) {
      lexer_.advance();
      if (is("(")) return call(token);
      if (internal::find_function(token.text) != nullptr) return expected("\"(\" after " + std::string(token.text));
      Node node = leaf(Op::name, token.at);
      node.tree.text = std::string(token.text);
      return node;
    }
    if (!is("(")) return expected("a number, a name, a function or \"(\"");
    lexer_.advance();
    if (!enter(token.at)) return std::nullopt;
    Parsed inner = comparison();
    --depth_;
    if (!inner) return std::nullopt;
    if (!is(")")) return expected("an operator or \")\"");
    lexer_.advance();
    return inner;
  }

  Parsed number() {
    const Token token = lexer_.token();
    const std::optional<double> value = parse_number(token.text);
    if (!value)
      return fail("formula-syntax", token.at, "\"" + std::string(token.text) + "\" is not a number that fits.");
    Node node = leaf(Op::constant, token.at);
    node.tree.value = *value;
    lexer_.advance();
    if (!is("[")) return node;
    const std::optional<std::string_view> unit = lexer_.raw_until(']');
    if (!unit) return fail("formula-syntax", lexer_.token().at, "The unit that begins here has no closing \"]\".");
    if (unit->empty()) return fail("formula-syntax", lexer_.token().at, "A unit is expected before \"]\".");
    node.tree.text = std::string(*unit);
    lexer_.advance();
    return node;
  }

  Parsed call(const Token& name) {
    const Function* function = internal::find_function(name.text);
    if (function == nullptr) {
      std::vector<std::string> known;
      for (const Function& each : internal::kFunctions) known.emplace_back(each.name);
      const std::string near = nearest(name.text, known);
      return fail(
          "formula-syntax", name.at, "There is no function \"" + std::string(name.text) + "\".",
          near.empty() ? "A name before \"(\" is a function; to multiply, write *." : "Did you mean " + near + "?");
    }
    if (!enter(name.at)) return std::nullopt;
    Parsed node = arguments(*function, leaf(function->op, name.at));
    --depth_;
    return node;
  }

  /// From the "(" of a call to behind its ")".
  Parsed arguments(const Function& function, Node node) {
    do {
      if (function.op == Op::widen && node.tree.args.size() == 1) {
        const std::optional<std::string_view> unit = lexer_.raw_until(')');
        if (!unit || unit->empty())
          return fail("formula-syntax", lexer_.token().at, "widen needs a unit here, then \")\".");
        node.tree.text = std::string(*unit);
        lexer_.advance();
        return node;
      }
      lexer_.advance();
      Parsed argument = comparison();
      if (!argument) return std::nullopt;
      Parsed grown = with_argument(std::move(node), std::move(*argument));
      if (!grown) return std::nullopt;
      node = std::move(*grown);
    } while (is(",") && node.tree.args.size() < function.most);
    const std::size_t count = node.tree.args.size();
    if (count < function.least || function.op == Op::widen) {
      return expected("\",\": " + std::string(function.name) + " takes " + std::to_string(function.least) +
                      " arguments");
    }
    if (!is(")")) return expected("\")\"");
    lexer_.advance();
    return node;
  }

  Parsed join(Op op, Parsed left, Parsed right) {
    if (!left || !right) return std::nullopt;
    Node node = leaf(op, left->tree.at);
    Parsed one = with_argument(std::move(node), std::move(*left));
    if (!one) return std::nullopt;
    return with_argument(std::move(*one), std::move(*right));
  }

  Parsed with_argument(Node node, Node argument) {
    node.height = std::max(node.height, argument.height + 1);
    if (node.height > kTallest) {
      return fail("formula-too-long", argument.tree.at,
                  "A formula chains at most " + std::to_string(kTallest) + " operators.", "Divide it into steps.");
    }
    node.tree.args.push_back(std::move(argument.tree));
    return node;
  }

  bool enter(std::size_t at) {
    if (++depth_ <= kDeepest) return true;
    fail("formula-too-long", at, "A formula nests at most " + std::to_string(kDeepest) + " deep.",
         "Divide it into steps.");
    return false;
  }

  bool is(std::string_view symbol) const {
    return lexer_.token().kind == Token::Kind::symbol && lexer_.token().text == symbol;
  }
  bool at_end() const { return lexer_.token().kind == Token::Kind::end; }
  bool is_comparison() const { return is("<") || is("<=") || is(">") || is(">=") || is("==") || is("!="); }

  static Op comparison_op(std::string_view text) {
    if (text == "<") return Op::less;
    if (text == "<=") return Op::less_equal;
    if (text == ">") return Op::greater;
    if (text == ">=") return Op::greater_equal;
    return text == "==" ? Op::equal : Op::not_equal;
  }

  Parsed expected(const std::string& what) {
    const Token& token = lexer_.token();
    const std::string found = at_end() ? "the end" : "\"" + std::string(token.text) + "\"";
    std::string hint;
    if (is("[")) hint = "A unit in brackets follows a number, as in 80 [GB/accelerator].";
    if (token.kind == Token::Kind::name)
      hint = "Write * between factors; a unit stands in brackets behind a number, as in 2 [h].";
    if (token.kind == Token::Kind::bad)
      hint = "Names are lower-case letters, digits and _; a unit stands in brackets behind a number.";
    return fail("formula-syntax", token.at, "Expected " + what + ", found " + found + ".", hint);
  }

  Parsed fail(const std::string& code, std::size_t at, const std::string& message, const std::string& hint = {}) {
    error_ = {code, path_ + ":" + std::to_string(at), message, hint};
    return std::nullopt;
  }

  Lexer lexer_;
  const std::string& path_;
  int depth_ = 0;
  Error error_;
};

void collect_names(const Expression& node, std::vector<std::string>& names) {
  if (node.op == Op::name && std::find(names.begin(), names.end(), node.text) == names.end()) {
    names.push_back(node.text);
  }
  for (const Expression& argument : node.args) collect_names(argument, names);
}

}  // namespace

Result<Expression> parse_formula(std::string_view text, const std::string& path) {
  if (text.size() > kLongestFormula) {
    return Error{"formula-too-long", path + ":" + std::to_string(kLongestFormula),
                 "A formula has at most " + std::to_string(kLongestFormula) + " characters; this one has " +
                     std::to_string(text.size()) + ".",
                 "Divide it into steps."};
  }
  return Parser(text, path).run();
}

std::vector<std::string> names_in(const Expression& expression) {
  std::vector<std::string> names;
  collect_names(expression, names);
  return names;
}

}  // namespace footing
