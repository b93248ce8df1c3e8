#pragma once

#include <optional>
#include <string>

#include "footing/base/number.hpp"
#include "footing/formula/formula.hpp"
#include "formula/functions.hpp"
#include "formula/operators.hpp"

namespace footing::fuzz {

/// Writes a syntax tree as a formula with no more parentheses than its meaning needs, so never deeper than what it was
/// read from.
class FormulaPrinter {
 public:
  static std::string print(const Expression& tree) { return at(tree, 0); }

 private:
  /// How tightly an operator binds: comparison 0, sum 1, product 2, sign 3, power 4, everything else 5.
  static int strength(Op op) {
    switch (op) {
      case Op::less:
      case Op::less_equal:
      case Op::greater:
      case Op::greater_equal:
      case Op::equal:
      case Op::not_equal:
        return 0;
      case Op::add:
      case Op::subtract:
        return 1;
      case Op::multiply:
      case Op::divide:
        return 2;
      case Op::negate:
        return 3;
      case Op::power:
        return 4;
      default:
        return 5;
    }
  }

  static std::string call(const Expression& tree) {
    std::string out;
    for (const auto& function : internal::kFunctions) {
      if (function.op == tree.op) out = std::string(function.name) + "(";
    }
    for (std::size_t i = 0; i < tree.args.size(); ++i) out += (i == 0 ? "" : ",") + at(tree.args[i], 0);
    return out + (tree.op == Op::widen ? "," + tree.text : "") + ")";
  }

  static std::string inner(const Expression& tree) {
    switch (tree.op) {
      case Op::constant:
        return shortest(tree.value) + (tree.text.empty() ? "" : "[" + tree.text + "]");
      case Op::name:
        return tree.text;
      case Op::negate:
        return "-" + at(tree.args[0], 3);
      case Op::power:
        return at(tree.args[0], 5) + "^" + at(tree.args[1], 3);
      default:
        break;
    }
    const int own = strength(tree.op);
    if (own == 5) return call(tree);
    // Chains lean to the left; a comparison does not chain.
    return at(tree.args[0], own == 0 ? 1 : own) + std::string(internal::name_of(tree.op)) + at(tree.args[1], own + 1);
  }

  static std::string at(const Expression& tree, int least) {
    const std::string text = inner(tree);
    return strength(tree.op) < least ? "(" + text + ")" : text;
  }
};

}  // namespace footing::fuzz
