#pragma once

#include "footing/model/unit_reader.hpp"
#include "footing/units/unit_table.hpp"

namespace footing {

/// Converts by a unit table.
class TableUnits final : public UnitReader {
 public:
  explicit TableUnits(UnitTable table) : table_(std::move(table)) {}
  Result<double> factor(const std::string& written, const std::string& declared,
                        const std::string& path) const override;

 private:
  UnitTable table_;
};

}  // namespace footing
