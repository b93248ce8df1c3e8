#include "model/bundle_choice.hpp"

#include <algorithm>

#include "footing/base/number.hpp"

namespace footing {

std::string BundleChoice::text() const {
  if (options.size() == 1) return options.front();
  std::string out = "choice(";
  for (std::size_t i = 0; i < options.size(); ++i) {
    out += (i == 0 ? "" : ",") + options[i] + ":" + shortest(weights[i]);
  }
  return out + ")";
}

namespace {

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

std::string option_list(const PreparedBundle& bundle) {
  std::string list;
  for (const auto& option : bundle.options) list += (list.empty() ? "" : ", ") + option.id;
  return list;
}

}  // namespace

Result<BundleChoice> read_bundle_choice(const PreparedBundle& bundle, const std::string& text,
                                        const std::string& path) {
  const std::string whole = trimmed(text);
  BundleChoice choice;
  Errors errors;
  const auto take = [&](const std::string& id, double weight) {
    if (bundle.option(id) == nullptr) {
      errors.push_back({"option-unknown", path, "\"" + id + "\" is no option of " + bundle.id + ".",
                        "Options: " + option_list(bundle) + "."});
      return;
    }
    if (std::find(choice.options.begin(), choice.options.end(), id) != choice.options.end()) {
      errors.push_back({"value-syntax", path, "\"" + id + "\" is listed twice.", "List each option once."});
      return;
    }
    choice.options.push_back(id);
    choice.weights.push_back(weight);
  };
  if (whole.rfind("choice(", 0) == 0 && whole.back() == ')') {
    std::string_view rest = std::string_view(whole).substr(7, whole.size() - 8);
    while (true) {
      const auto comma = rest.find(',');
      const std::string_view item = rest.substr(0, comma);
      const auto colon = item.find(':');
      const auto weight =
          colon == std::string_view::npos ? std::optional<double>(1.0) : parse_number(trimmed(item.substr(colon + 1)));
      if (!weight || *weight <= 0) {
        errors.push_back({"value-syntax", path, "\"" + trimmed(item) + "\" is no option with a weight above zero.",
                          "Write choice(" + bundle.options.front().id + ": 1)."});
      } else {
        take(trimmed(item.substr(0, colon)), *weight);
      }
      // One mistake is enough to refuse the whole: a link may hold thousands.
      if (comma == std::string_view::npos || !errors.empty()) break;
      rest = rest.substr(comma + 1);
    }
  } else {
    take(whole, 1.0);
  }
  if (!errors.empty()) return errors;
  return choice;
}

Result<Value> bundle_value(const PreparedBundle& bundle, const BundleChoice& choice, const PreparedInput& input,
                           const std::string& path) {
  DistributionSpec mixed;
  mixed.shape = Shape::choice;
  mixed.in_order = true;  // members of one option stay together
  mixed.weights = choice.weights;
  std::string evidence;
  for (const auto& id : choice.options) {
    const Value* value = bundle.option(id)->value(input.id);
    if (value == nullptr) {
      return Error{"option-incomplete", path,
                   "No sourced figure yet for \"" + input.id + "\" in option \"" + id + "\" of " + bundle.id + ".",
                   "Choose another option, or set " + input.id + " itself."};
    }
    if (choice.options.size() == 1) return *value;
    if (!value->distribution.is_point()) {
      return Error{"value-syntax", path,
                   "Option \"" + id + "\" gives a range; options that are weighted must give single numbers.",
                   "Choose one option."};
    }
    mixed.numbers.push_back(value->spec.numbers.front());
    evidence = value->evidence;
  }
  auto distribution = Distribution::make(mixed, input.bounds, path);
  if (!distribution) return distribution.errors();
  return Value{mixed, std::move(distribution).value(), "", evidence, "", ""};
}

const PreparedChoice* choice_of(const PreparedClaim& claim, const PreparedScenario& scenario,
                                const std::string& input) {
  for (const auto& choice : scenario.bundles) {
    const auto& members = claim.bundle(choice.bundle)->members;
    if (std::find(members.begin(), members.end(), input) != members.end()) return &choice;
  }
  return nullptr;
}

}  // namespace footing
