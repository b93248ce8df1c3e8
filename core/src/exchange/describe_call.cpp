#include "exchange/answer.hpp"
#include "exchange/state.hpp"

namespace footing {
namespace {

void write_model(JsonWriter& out, const Model& model) {
  out.text("model", model.id).texts("uses", model.uses).key("inputs").open_list();
  for (const auto& [id, input] : model.inputs) {
    out.open_object().text("id", id).text("unit", input.unit_text).text("scale", input.bounds.log ? "log" : "linear");
    out.maybe("min", input.bounds.min).maybe("max", input.bounds.max).text("model", input.model);
    out.maybe("quantity", input.quantity).close_object();
  }
  out.close_list().key("steps").open_list();
  for (const auto& step : model.steps) {
    out.open_object()
        .text("id", step.id)
        .text("unit", step.unit_text)
        .text("model", step.model)
        .key("routes")
        .open_list();
    for (const auto& route : step.routes) {
      out.open_object().maybe("id", route.id).text("formula", route.text).texts("names", route.names).close_object();
    }
    out.close_list().close_object();
  }
  out.close_list().texts("outputs", model.outputs);
}

void write_claim(JsonWriter& out, const Claim& claim) {
  out.text("claim", claim.id)
      .text("kind", claim.kind)
      .text("driver", claim.driver)
      .texts("claim_outputs", claim.outputs);
  out.key("scenarios").open_list();
  for (const auto& scenario : claim.scenarios) {
    out.open_object().text("id", scenario.id).texts("routes", scenario.routes).close_object();
  }
  out.close_list().key("dimensions").open_object();
  for (const auto& [id, dimension] : claim.dimensions) out.number(id, dimension);
  out.close_object();
}

}  // namespace

Result<const Claim*> find_claim(const Dataset& dataset, const std::string& id) {
  const auto found = dataset.claims.find(id);
  if (found != dataset.claims.end()) return &found->second;
  std::vector<std::string> known;
  for (const auto& [name, claim] : dataset.claims) known.push_back(name);
  return claim_unknown(id, known);
}

std::string describe_call(const Dataset& dataset, const Json& request) {
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
  if (!errors.empty()) return refusal(errors);
  JsonWriter out = begin_answer({}, {});
  write_model(out, model->second);
  if (claim != nullptr) write_claim(out, *claim);
  return finish(out);
}

}  // namespace footing
