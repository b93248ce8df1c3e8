#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "footing/base/shared.hpp"

namespace footing {

/// So many doubles, with nothing in them until they are written: what fills a column need not clear it first.
class Values {
 public:
  explicit Values(std::size_t size) : held_(new double[size]), size_(size) {}
  Values(std::size_t size, double value) : Values(size) { std::fill_n(data(), size, value); }
  explicit Values(const std::vector<double>& values) : Values(values.size()) {
    std::copy(values.begin(), values.end(), data());
  }

  std::size_t size() const { return size_; }
  double* data() { return held_.get(); }
  const double* data() const { return held_.get(); }
  const double* begin() const { return data(); }
  const double* end() const { return data() + size_; }
  double operator[](std::size_t i) const { return held_[i]; }
  bool operator==(const Values& other) const { return std::equal(begin(), end(), other.begin(), other.end()); }

 private:
  std::unique_ptr<double[]> held_;
  std::size_t size_;
};

/// The sampled values of one input or step, in its declared unit. A value without spread is kept once, not
/// once a sample. Cheap to copy: the values are shared and never change.
class Column {
 public:
  Column() : Column(0.0) {}
  explicit Column(double point) : values_(Values(1, point)) {}
  /// One value a sample, in the order of the sample; one value alone is a point. Never empty.
  explicit Column(Values values) : values_(std::move(values)) {}
  explicit Column(const std::vector<double>& values) : values_(Values(values)) {}

  bool is_point() const { return size() == 1; }
  /// 1 for a point, else the number of samples.
  std::size_t size() const { return values_->size(); }
  const double* data() const { return values_->data(); }
  const Values& values() const { return *values_; }
  /// Value at sample i; a point has the same value at every sample.
  double at(std::size_t i) const { return is_point() ? (*values_)[0] : (*values_)[i]; }

 private:
  Shared<Values> values_;
};

/// One input of a run: `samples` values in the declared unit, or one when `point`; where `block`, those of one block,
/// drawn anew for every block.
struct ColumnView {
  const double* values = nullptr;
  bool point = true;
  double to_base = 1.0;
  bool block = false;
};

ColumnView view(const Column& column, double to_base);

}  // namespace footing
