#pragma once

#include <vector>

#include "footing/base/function_ref.hpp"
#include "footing/explain/break_even.hpp"

namespace footing::internal {

/// Every place where `f` meets `target` that the ascending grid shows: see break_even. Ascending.
std::vector<Crossing> find_crossings(FunctionRef<double(double)> f, double target, const std::vector<double>& grid);

}  // namespace footing::internal
