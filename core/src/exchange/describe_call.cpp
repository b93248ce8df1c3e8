#include "exchange/answer.hpp"
#include "exchange/state.hpp"

namespace footing {
namespace {

Json model_json(const Model& model) {
  Json inputs = Json::array();
  for (const auto& [id, input] : model.inputs) {
    inputs.push_back({{"id", id},
                      {"unit", input.unit_text},
                      {"scale", input.bounds.log ? "log" : "linear"},
                      {"min", input.bounds.min ? Json(*input.bounds.min) : Json()},
                      {"max", input.bounds.max ? Json(*input.bounds.max) : Json()},
                      {"model", input.model},
                      {"quantity", input.quantity.empty() ? Json() : Json(input.quantity)}});
  }
  Json steps = Json::array();
  for (const auto& step : model.steps) {
    Json routes = Json::array();
    for (const auto& route : step.routes) {
      routes.push_back({{"id", route.id.empty() ? Json() : Json(route.id)}, {"formula", route.text}, {"names", route.names}});
    }
    steps.push_back({{"id", step.id}, {"unit", step.unit_text}, {"model", step.model}, {"routes", routes}});
  }
  return {{"model", model.id}, {"uses", model.uses}, {"inputs", inputs}, {"steps", steps}, {"outputs", model.outputs}};
}

}  // namespace

Json describe_call(const Dataset& dataset, const Json& request) {
  Errors errors;
  const Reader node(&request, "", errors);
  node.only({"model", "claim"});
  const std::string claim_id = node.at("claim").text();
  std::string model_id = node.at("model").text();
  if (claim_id.empty() == model_id.empty()) {
    errors.push_back({"key-missing", "", "Either \"model\" or \"claim\" is needed.", ""});
  }
  const Claim* claim = nullptr;
  if (!claim_id.empty() && errors.empty()) {
    auto found = find_claim(dataset, claim_id);
    if (found) {
      claim = found.value();
      model_id = claim->model;
    } else {
      append(errors, found.errors());
    }
  }
  const auto model = dataset.models.find(model_id);
  if (errors.empty() && model == dataset.models.end()) {
    errors.push_back({"model-unknown", "model", "There is no model \"" + model_id + "\".", ""});
  }
  if (!errors.empty()) return answer_frame(errors, {});
  Json json = answer_frame({}, {});
  json.update(model_json(model->second));
  if (claim != nullptr) {
    Json scenarios = Json::array();
    for (const auto& scenario : claim->scenarios) scenarios.push_back({{"id", scenario.id}, {"routes", scenario.routes}});
    json["claim"] = claim->id;
    json["kind"] = claim->kind;
    json["scenarios"] = scenarios;
    json["dimensions"] = claim->dimensions;
    json["claim_outputs"] = claim->outputs;
    json["driver"] = claim->driver;
  }
  return json;
}

Json list_call(const LoadedDataset& loaded) {
  Json claims = Json::array();
  for (const auto& [id, claim] : loaded.dataset.claims) {
    Json scenarios = Json::array();
    for (const auto& scenario : claim.scenarios) scenarios.push_back(scenario.id);
    claims.push_back({{"id", id},
                      {"kind", claim.kind},
                      {"modality", claim.modality},
                      {"status", claim.status},
                      {"model", claim.model},
                      {"revision", claim.revision},
                      {"default_scenario", default_scenario(claim)},
                      {"scenarios", scenarios},
                      {"rivals", claim.rivals}});
  }
  Json models = Json::array();
  for (const auto& [id, model] : loaded.dataset.models) models.push_back(id);
  Json json = answer_frame({}, {});
  json["claims"] = claims;
  json["models"] = models;
  return json;
}

}  // namespace footing
