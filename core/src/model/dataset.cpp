#include "footing/model/dataset.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "model/check_claim.hpp"
#include "model/compose.hpp"

namespace footing {
namespace {

void take_quantities(const DatasetParts& parts, const std::set<std::string>& sources, Dataset& dataset,
                     Errors& errors) {
  for (const auto& part : parts.quantities) {
    auto input = read_input(dataset.units, part, {}, "");
    if (!input) {
      append(errors, input.errors());
      continue;
    }
    Input read = std::move(input).value();
    read.quantity = part.id;
    for (const auto& reading : part.readings) {
      if (!dataset.frozen) check_provenance(reading, sources, false, errors);
      auto value = read_value(dataset.units, read, reading.text, reading.path, false);
      if (!value) append(errors, value.errors());
    }
    dataset.quantities.emplace(part.id, std::move(read));
  }
}

void take_bundles(const DatasetParts& parts, const std::set<std::string>& sources, Dataset& dataset, Errors& errors) {
  for (const auto& part : parts.bundles) {
    Bundle bundle;
    bundle.id = part.id;
    if (part.options.empty() || part.members.empty()) continue;  // reported where it was read
    for (const auto& member : part.members) bundle.members.push_back(member.text);
    for (const auto& option : part.options) {
      for (const auto& [id, value] : option.values) {
        if (!dataset.frozen) check_provenance(value, sources, false, errors);
        if (std::find(bundle.members.begin(), bundle.members.end(), id) == bundle.members.end()) {
          errors.push_back(
              {"input-unknown", value.path, "\"" + id + "\" is no member of bundle \"" + part.id + "\".", ""});
        }
        const auto quantity = dataset.quantities.find(id);
        if (quantity == dataset.quantities.end()) continue;
        auto read = read_value(dataset.units, quantity->second, value.text, value.path, false);
        if (!read) append(errors, read.errors());
      }
      bundle.options.push_back({option.id, option.values});
    }
    dataset.bundles.emplace(part.id, std::move(bundle));
  }
}

void take_models(const DatasetParts& parts, const std::set<std::string>& sources, Dataset& dataset, Errors& errors) {
  std::map<std::string, const ModelPart*> by_id;
  for (const auto& part : parts.models) by_id.emplace(part.id, &part);
  for (const auto& part : parts.models) {
    for (const auto& input : part.inputs) {
      for (const auto& reading : input.readings) {
        if (!dataset.frozen) check_provenance(reading, sources, false, errors);
      }
    }
    auto model = compose(dataset.units, by_id, dataset.quantities, part, dataset.warnings);
    if (model) {
      dataset.models.emplace(part.id, std::move(model).value());
    } else {
      append(errors, model.errors());
    }
  }
}

/// A model's mistake is found again in each model that uses it: one report is enough.
void drop_repeats(Errors& errors) {
  Errors once;
  std::set<std::tuple<std::string, std::string, std::string>> seen;
  for (auto& error : errors) {
    if (seen.emplace(error.code, error.path, error.message).second) once.push_back(std::move(error));
  }
  errors = std::move(once);
}

}  // namespace

Dataset Dataset::make(const DatasetParts& parts, Errors& errors) {
  Dataset dataset;
  auto units = UnitTable::make(parts.units, parts.units_path);
  if (!units) {
    append(errors, units.errors());
    return dataset;
  }
  dataset.units = units.value();
  dataset.frozen = parts.frozen;
  const std::set<std::string> sources(parts.sources.begin(), parts.sources.end());
  take_quantities(parts, sources, dataset, errors);
  take_bundles(parts, sources, dataset, errors);
  take_models(parts, sources, dataset, errors);
  std::set<std::string> claims;
  for (const auto& part : parts.claims) claims.insert(part.id);
  for (const auto& part : parts.claims) {
    auto claim = check_claim(dataset, part, sources, claims);
    if (claim) {
      dataset.claims.emplace(part.id, std::move(claim).value());
    } else {
      append(errors, claim.errors());
    }
  }
  drop_repeats(errors);
  drop_repeats(dataset.warnings);
  return dataset;
}

}  // namespace footing
