#pragma once

#include <optional>
#include <string>
#include <vector>

#include "footing/formula/formula.hpp"

namespace footing::internal {

/// What a subtree is: a quantity in coherent units, or the answer of a comparison.
struct Typed {
  Unit unit;
  bool boolean = false;
};

/// Walks a tree once, inferring units upwards. A subtree that fails gives its error and no type, and what stands
/// above it stays silent, so each mistake is reported once and all of them are.
class Checker {
 public:
  Checker(const UnitTable& units, const UnitLookup& lookup, const std::string& path,
          const std::vector<std::string>& known)
      : units_(units), lookup_(lookup), path_(path), known_(known) {}

  /// Fills `out` with the checked tree (constants coherent, widen removed).
  std::optional<Typed> check(const Expression& node, Expression& out);

  Errors errors;
  Errors warnings;

 private:
  using Units = std::vector<Unit>;

  std::optional<Typed> constant(const Expression& node, Expression& out);
  std::optional<Typed> name(const Expression& node);
  std::optional<Typed> widen(const Expression& node, Expression& out);
  std::optional<Typed> choose(const Expression& node, Expression& out);
  std::optional<Typed> numeric(const Expression& node, const Units& args);
  std::optional<Unit> sum(const Expression& node, const Units& args);
  std::optional<Unit> date_sum(const Expression& node, const Units& args);
  std::optional<Unit> power_of(const Expression& node, const Units& args);
  std::optional<Unit> stepped(const Expression& node, const Units& args);

  /// Units of all arguments, each checked; empty when one of them failed or is a comparison.
  std::optional<Units> numbers(const Expression& node, Expression& out);
  bool is_number(const Typed& typed, const Expression& node);
  bool is_dimensionless(const Unit& unit, const Expression& node, const std::string& what);
  bool all_same(const Expression& node, const Units& args, std::size_t first);
  std::optional<Unit> in_range(const Unit& unit, const Expression& node);
  void mismatch(const Expression& at, const Unit& left, const Unit& right, const std::string& what);
  void fail(const std::string& code, const Expression& at, const std::string& message, const std::string& hint = {});
  std::string place(const Expression& node) const { return path_ + ":" + std::to_string(node.at); }
  std::string named(const Unit& unit) const;

  const UnitTable& units_;
  const UnitLookup& lookup_;
  const std::string& path_;
  const std::vector<std::string>& known_;
};

}  // namespace footing::internal
