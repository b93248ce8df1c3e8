#include <algorithm>
#include <cmath>
#include <numeric>

#include "beta_quantile.hpp"
#include "footing/base/number.hpp"
#include "shapes.hpp"

namespace footing {
namespace {

Error parameter_error(const DistributionSpec& spec, const std::string& path, const std::string& what) {
  return {"distribution-parameter", path, print_distribution(spec) + ": " + what + ".", ""};
}

Error order_error(const DistributionSpec& spec, const std::string& path, double low, double high) {
  return {"low-above-high", path,
          print_distribution(spec) + ": " + shortest(low) + " stands before " + shortest(high) + ".",
          "Write the lower number first."};
}

void check_beta(const DistributionSpec& spec, const std::string& path, Errors& errors) {
  const std::vector<double>& numbers = spec.numbers;
  for (std::size_t i = 0; i < 2; ++i) {
    if (numbers[i] >= BetaQuantile::kLeast && numbers[i] <= BetaQuantile::kMost) continue;
    errors.push_back(parameter_error(spec, path,
                                     "a and b of a beta distribution must lie between " +
                                         shortest(BetaQuantile::kLeast) + " and " + shortest(BetaQuantile::kMost)));
    break;
  }
  if (numbers.size() == 4 && numbers[2] > numbers[3]) errors.push_back(order_error(spec, path, numbers[2], numbers[3]));
}

void check_weights(const DistributionSpec& spec, const std::string& path, Errors& errors) {
  const std::vector<double>& weights = spec.weights;
  if (weights.size() != spec.numbers.size()) {
    errors.push_back(parameter_error(spec, path, "a choice has one weight for each value"));
    return;
  }
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  const bool positive = std::all_of(weights.begin(), weights.end(), [](double w) { return w > 0.0; });
  if (!positive || !std::isfinite(total)) {
    errors.push_back(parameter_error(spec, path, "weights must be positive, finite numbers"));
  }
}

}  // namespace

Errors check_spec(const DistributionSpec& spec, const std::string& path) {
  Errors errors;
  const ShapeInfo& info = shape_info(spec.shape);
  const std::vector<double>& numbers = spec.numbers;
  const bool known_count = spec.shape == Shape::beta ? numbers.size() == 2 || numbers.size() == 4
                                                     : numbers.size() >= info.least && numbers.size() <= info.most;
  if (!known_count) {
    const std::string expected = spec.shape == Shape::beta ? "2 or 4"
                                 : info.least == info.most
                                     ? std::to_string(info.least)
                                     : std::to_string(info.least) + " to " + std::to_string(info.most);
    errors.push_back(
        {"distribution-parameter", path,
         std::string(info.name) + " takes " + expected + " numbers; there are " + std::to_string(numbers.size()) + ".",
         ""});
    return errors;
  }
  if (!std::all_of(numbers.begin(), numbers.end(), [](double x) { return std::isfinite(x); })) {
    errors.push_back(parameter_error(spec, path, "every number must be finite"));
    return errors;
  }
  if (info.ascending) {
    for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
      if (numbers[i] > numbers[i + 1]) errors.push_back(order_error(spec, path, numbers[i], numbers[i + 1]));
    }
    if (errors.empty() && !std::isfinite(numbers.back() - numbers.front())) {
      errors.push_back(parameter_error(spec, path, "the numbers lie too far apart"));
    }
  }
  if (spec.shape == Shape::beta) check_beta(spec, path, errors);
  if (spec.shape == Shape::choice) check_weights(spec, path, errors);
  return errors;
}

}  // namespace footing
