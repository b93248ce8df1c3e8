#pragma once

#include <string>
#include <vector>

namespace footing {

/// Versions that every answer names. `method` covers math, points, quantile definition and evaluation order: golden
/// hashes change only together with it.
inline constexpr const char* kEngineVersion = "0.1.0";
inline constexpr int kApiVersion = 1;
inline constexpr int kSchemaVersion = 1;
inline constexpr int kLinkVersion = 1;
inline constexpr int kMethodVersion = 1;

/// One answer of the facade: JSON text and, where samples were asked for, the samples, row-major
/// [rows][count], each row in the unit of its step or input.
struct Reply {
  std::string json;
  std::vector<double> samples;
  bool has_samples = false;
};

}  // namespace footing
