#include "model/compose.hpp"

namespace footing {
namespace {

/// Reads one of an input's own numbers (bounds, slider ends), which may leave the unit out.
void read_end(const UnitTable& units, const Input& input, const Placed& placed, std::optional<double>& out,
              Errors& errors) {
  if (placed.text.empty()) return;
  auto number = read_figure(units, input.unit, input.unit_text, placed.text, placed.path, true);
  if (number) {
    out = number.value();
  } else {
    append(errors, number.errors());
  }
}

bool within(const Bounds& bounds, double x) {
  return (!bounds.min || x >= *bounds.min) && (!bounds.max || x <= *bounds.max);
}

}  // namespace

Result<Input> read_input(const UnitTable& units, const InputPart& part, const std::map<std::string, Input>& quantities,
                         const std::string& model) {
  if (!part.quantity.empty()) {
    const auto found = quantities.find(part.quantity);
    if (found == quantities.end()) {
      return Error{"quantity-unknown", part.path + "/quantity", "There is no quantity \"" + part.quantity + "\".",
                   "Name a file of datasets/quantities/, or declare unit, scale and slider here."};
    }
    Input input = found->second;
    input.id = part.id;
    input.model = model;
    return input;
  }
  Errors errors;
  Input input;
  input.id = part.id;
  input.unit_text = part.unit;
  input.model = model;
  auto unit = units.parse(part.unit, part.path + "/unit");
  if (!unit) return unit.errors();
  input.unit = unit.value();
  input.bounds.log = part.scale == "log";
  read_end(units, input, part.min, input.bounds.min, errors);
  read_end(units, input, part.max, input.bounds.max, errors);
  std::optional<double> low, high;
  read_end(units, input, part.slider_low, low, errors);
  read_end(units, input, part.slider_high, high, errors);
  if (!errors.empty()) return errors;
  if (input.bounds.min && input.bounds.max && *input.bounds.min > *input.bounds.max) {
    errors.push_back({"low-above-high", part.min.path, "The lower bound lies above the upper bound.", "Swap them."});
  }
  input.slider_low = low.value_or(0);
  input.slider_high = high.value_or(1);
  if (input.slider_low >= input.slider_high) {
    errors.push_back({"low-above-high", part.path + "/slider", "The slider's low end is not below its high end.",
                      "Give the slider a span."});
  }
  if (!within(input.bounds, input.slider_low) || !within(input.bounds, input.slider_high)) {
    errors.push_back({"outside-bounds", part.path + "/slider", "The slider reaches beyond the input's own bounds.",
                      "Keep the slider within min and max."});
  }
  if (input.bounds.log && (input.slider_low <= 0 || (input.bounds.min && *input.bounds.min < 0))) {
    errors.push_back({"log-needs-positive", part.path + "/scale",
                      "A logarithmic scale needs a slider above zero and a bound that is not negative.",
                      "Use scale \"linear\", or raise the low end."});
  }
  if (!errors.empty()) return errors;
  return input;
}

}  // namespace footing
