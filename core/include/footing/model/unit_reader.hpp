#pragma once

#include <string>

#include "footing/base/result.hpp"
#include "footing/model/value.hpp"

namespace footing {

/// What a unit text behind a number means. Running a prepared claim needs no unit table; whoever has one says so here.
class UnitReader {
 public:
  UnitReader() = default;
  UnitReader(const UnitReader&) = delete;
  UnitReader& operator=(const UnitReader&) = delete;
  virtual ~UnitReader() = default;

  /// Multiplier from the written unit to the declared one. Errors: unit-mismatch, and what a unit table finds amiss.
  virtual Result<double> factor(const std::string& written, const std::string& declared,
                                const std::string& path) const = 0;
};

/// Knows no unit but the declared one: every other text is a unit-mismatch.
class DeclaredUnits final : public UnitReader {
 public:
  Result<double> factor(const std::string& written, const std::string& declared,
                        const std::string& path) const override;
};

/// A value text in the declared unit, which may be left out. Errors: value-syntax, low-above-high, those of `units`.
Result<DistributionSpec> read_spec(const UnitReader& units, const std::string& declared, const std::string& text,
                                   const std::string& path);

/// One number in the declared unit, which may be left out; anything but a point is value-syntax.
Result<double> read_number(const UnitReader& units, const std::string& declared, const std::string& text,
                           const std::string& path);

}  // namespace footing
