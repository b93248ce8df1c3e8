#include "footing/evaluate/density.hpp"

/// Single files draw no curves: this stands in for density.cpp.
std::optional<footing::Density> footing::density(const Column&, OrderStatistics&, Axis, std::size_t) {
  return std::nullopt;
}
