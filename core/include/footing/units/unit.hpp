#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "footing/base/result.hpp"

namespace footing {

/// An exact small fraction in lowest terms, denominator > 0. Exponents of units are rational constants.
struct Rational {
  int num = 0;
  int den = 1;
  friend bool operator==(const Rational&, const Rational&) = default;
};

/// One base of a dimension with its kind and exponent: {"energy", "it", -1}. `kind` is "" for the
/// plain unit. Two factors of one base with different kinds never cancel.
struct DimensionFactor {
  std::string base;
  std::string kind;
  Rational exponent;
  friend bool operator==(const DimensionFactor&, const DimensionFactor&) = default;
};

/// Factors sorted by (base, kind), none with exponent zero; empty means dimensionless.
using Dimension = std::vector<DimensionFactor>;

/// A unit of measure: `factor` is its size in coherent base units (kWh: 3.6e6 for base J).
/// `date` marks a calendar year ("date"): a point in time, not a duration; its dimension is time.
struct Unit {
  double factor = 1.0;
  Dimension dimension;
  bool date = false;
};

/// Two units measure the same kind of thing: equal bases, kinds and exponents (factor may differ), and
/// both or neither are dates.
bool same_kind(const Unit& a, const Unit& b);

/// Products, quotients and powers: exponents add up, factors multiply; the result is never a date. A caller
/// that chains them on foreign input asks exponents_in_range after each (rational.hpp).
Unit multiply(const Unit& a, const Unit& b);
Unit divide(const Unit& a, const Unit& b);
Unit power(const Unit& a, Rational exponent);

}  // namespace footing
