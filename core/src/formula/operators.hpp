#pragma once

#include <string_view>

#include "footing/formula/formula.hpp"

namespace footing::internal {

/// How messages call an operator or function.
constexpr std::string_view name_of(Op op) {
  switch (op) {
    case Op::constant:
      return "a number";
    case Op::name:
      return "a name";
    case Op::negate:
      return "-";
    case Op::add:
      return "+";
    case Op::subtract:
      return "-";
    case Op::multiply:
      return "*";
    case Op::divide:
      return "/";
    case Op::power:
      return "^";
    case Op::less:
      return "<";
    case Op::less_equal:
      return "<=";
    case Op::greater:
      return ">";
    case Op::greater_equal:
      return ">=";
    case Op::equal:
      return "==";
    case Op::not_equal:
      return "!=";
    case Op::choose:
      return "if";
    case Op::min:
      return "min";
    case Op::max:
      return "max";
    case Op::abs:
      return "abs";
    case Op::ceil:
      return "ceil";
    case Op::floor:
      return "floor";
    case Op::exp:
      return "exp";
    case Op::log:
      return "log";
    case Op::log2:
      return "log2";
    case Op::log10:
      return "log10";
    case Op::sqrt:
      return "sqrt";
    case Op::widen:
      return "widen";
  }
  return "";
}

constexpr bool is_comparison(Op op) { return op >= Op::less && op <= Op::not_equal; }

}  // namespace footing::internal
