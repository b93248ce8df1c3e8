#include "footing/model/table_units.hpp"

namespace footing {

Result<double> TableUnits::factor(const std::string& written, const std::string& declared,
                                  const std::string& path) const {
  auto from = table_.parse(written, path);
  if (!from) return from.errors();
  auto to = table_.parse(declared, path);
  if (!to) return to.errors();
  return conversion(table_, from.value(), to.value(), path);
}

}  // namespace footing
