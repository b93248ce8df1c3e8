#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "footing/base/shared.hpp"

namespace footing {

/// The sampled values of one input or step, in its declared unit. A value without spread is kept once, not
/// once a sample. Cheap to copy: the values are shared and never change.
class Column {
 public:
  Column() : Column(0.0) {}
  explicit Column(double point) : values_(std::vector<double>(1, point)) {}
  /// One value a sample, in the order of the sample; one value alone is a point. Never empty.
  explicit Column(std::vector<double> values) : values_(std::move(values)) {}

  bool is_point() const { return values_->size() == 1; }
  /// 1 for a point, else the number of samples.
  std::size_t size() const { return values_->size(); }
  const double* data() const { return values_->data(); }
  const std::vector<double>& values() const { return *values_; }
  /// Value at sample i; a point has the same value at every sample.
  double at(std::size_t i) const { return is_point() ? values_->front() : (*values_)[i]; }

 private:
  Shared<std::vector<double>> values_;
};

}  // namespace footing
