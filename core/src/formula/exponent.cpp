#include "exponent.hpp"

#include <cstdint>

namespace footing::internal {

std::optional<Rational> constant_exponent(const Expression& node) {
  if (node.op == Op::constant) return node.text.empty() ? rational_from(node.value) : std::nullopt;
  if (node.args.empty() || node.args.size() > 2) return std::nullopt;
  const std::optional<Rational> a = constant_exponent(node.args[0]);
  if (!a) return std::nullopt;
  const std::int64_t an = a->num;
  const std::int64_t ad = a->den;
  if (node.op == Op::negate) return make_rational(-an, ad);
  if (node.args.size() != 2) return std::nullopt;
  const std::optional<Rational> b = constant_exponent(node.args[1]);
  if (!b) return std::nullopt;
  const std::int64_t bn = b->num;
  const std::int64_t bd = b->den;
  switch (node.op) {
    case Op::add:
      return make_rational(an * bd + bn * ad, ad * bd);
    case Op::subtract:
      return make_rational(an * bd - bn * ad, ad * bd);
    case Op::multiply:
      return make_rational(an * bn, ad * bd);
    case Op::divide:
      return make_rational(an * bd, ad * bn);
    default:
      return std::nullopt;
  }
}

}  // namespace footing::internal
