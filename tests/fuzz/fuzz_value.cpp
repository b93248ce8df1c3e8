// A value text, as it stands in files, links and controls: what is read prints to a text that reads as the same, and a
// distribution keeps within its bounds. The first byte chooses bounds and scale.
#include <cmath>

#include "footing/uncertainty/distribution.hpp"
#include "fuzz/check.hpp"

using namespace footing;
using namespace footing::fuzz;

namespace {

constexpr double kInfinity = HUGE_VAL;

Bounds bounds_of(unsigned choice) {
  Bounds bounds;
  bounds.log = (choice & 1) != 0;
  if ((choice & 2) != 0) bounds.min = (choice & 8) != 0 ? 0.5 : 0.0;
  if ((choice & 4) != 0) bounds.max = (choice & 8) != 0 ? 1.0 : 1e6;
  return bounds;
}

void check_distribution(const DistributionSpec& spec, const Bounds& bounds) {
  const auto made = Distribution::make(spec, bounds, "value");
  if (!made) {
    check_errors(made.errors());
    return;
  }
  double last = -kInfinity;
  for (const double u : {1e-10, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1 - 1e-10}) {
    const double x = made->quantile(u);
    expect(std::isfinite(x), "a quantile is finite: " + print_distribution(spec));
    expect(x >= bounds.min.value_or(-kInfinity) && x <= bounds.max.value_or(kInfinity),
           "a quantile lies within the bounds: " + print_distribution(spec));
    expect(spec.in_order || x >= last, "quantiles ascend: " + print_distribution(spec));
    last = x;
  }
  const double both[] = {0.25, 0.75};
  double out[2];
  made->quantiles(both, 2, out);
  expect(out[0] == made->quantile(0.25) && out[1] == made->quantile(0.75), "alone or in a row, the same bits");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text = text_of(data + 1, size - 1, 20'000);
  std::string rest;
  const auto read = parse_distribution(text, &rest, "value");
  if (!read) {
    check_errors(read.errors());
    std::size_t length = 0;
    for (const Error& error : read.errors()) length += error.message.size();
    expect(length <= 1000 + 8 * size, "errors are in proportion to the text");
    return 0;
  }
  expect(rest.size() <= text.size(), "what is left over is no longer than the text");
  const std::string printed = print_distribution(*read);
  const auto again = parse_distribution(printed, nullptr, "value");
  expect(static_cast<bool>(again), "what is printed can be read: " + printed);
  expect(*again == *read, "what is printed is the same: " + printed);
  expect_same(printed, print_distribution(*again), "printing is stable");
  check_distribution(*read, bounds_of(data[0]));
  return 0;
}
