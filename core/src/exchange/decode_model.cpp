#include "exchange/decode.hpp"

namespace footing {

ValuePart decode_value(const Reader& node, bool words) {
  node.only({"value", "state", "source", "locator", "year", "evidence", "range", "made", "reason", "formula",
             "taken_as", "why", "note"});
  ValuePart part;
  part.path = node.path() + "/value";
  part.text = node.need("value").some();
  part.state = node.at("state").some();
  part.evidence = node.need("evidence").text();
  part.range = node.at("range").word({"unknown"});
  part.made = node.at("made").some();
  part.taken_as = node.at("taken_as").some();
  part.sources = node.at("source").texts();
  static_cast<void>(node.at("locator").some());
  static_cast<void>(node.at("year").whole(0, 9999, 0));
  // A frozen closure has no words; that they were there was checked when it was made.
  part.reason = !words || node.at("reason").present();
  part.why = !words || node.at("why").present();
  part.formula = !words || node.at("formula").present();
  for (const char* key : {"reason", "formula", "why", "note"}) node.words(key, false);
  return part;
}

InputPart decode_input(const std::string& id, const Reader& node, bool words) {
  InputPart part;
  part.id = id;
  part.path = node.path();
  part.quantity = node.at("quantity").some();
  if (!part.quantity.empty()) {
    node.only({"quantity"});
    return part;
  }
  part.unit = node.need("unit").some();
  part.scale = node.need("scale").word({"linear", "log"});
  part.min = node.at("min").placed();
  part.max = node.at("max").placed();
  const Reader slider = node.need("slider");
  slider.only({"low", "high"});
  part.slider_low = slider.need("low").placed();
  part.slider_high = slider.need("high").placed();
  node.words("label", words);
  node.words("term", false);
  node.words("help", false);
  for (const auto& reading : node.at("readings").elements()) part.readings.push_back(decode_value(reading, words));
  return part;
}

InputPart decode_quantity(const Reader& file, bool words) {
  file.only({"id", "unit", "scale", "min", "max", "slider", "label", "term", "help", "readings"});
  return decode_input(file.need("id").snake(), file, words);
}

BundlePart decode_bundle(const Reader& file, bool words) {
  file.only({"id", "label", "help", "members", "options"});
  BundlePart part;
  part.id = file.need("id").snake();
  part.path = file.path();
  file.words("label", words);
  file.words("help", false);
  part.members = file.need("members").list(1);
  for (const auto& node : file.need("options").some_elements()) {
    // An option without a sourced figure says so, and has no values.
    const bool none = node.at("none").present();
    if (none) {
      node.only({"id", "label", "note", "none"});
    } else {
      node.only({"id", "label", "note", "values"});
    }
    node.words("none", false);
    node.words("label", words);
    node.words("note", false);
    BundleOptionPart option{node.need("id").snake(), node.path(), {}};
    for (const auto& other : part.options) {
      if (other.id == option.id && !other.id.empty()) {
        node.at("id").error("duplicate-id", "Option \"" + other.id + "\" stands twice.", "Rename one of them.");
      }
    }
    for (const auto& [id, value] : (none || !words ? node.at("values") : node.need("values")).snake_members())
      option.values.emplace(id, decode_value(value, words));
    part.options.push_back(std::move(option));
  }
  return part;
}

ModelPart decode_model(const Reader& file, bool words) {
  file.only({"id", "title", "summary", "inputs", "steps", "use", "outputs"});
  ModelPart part;
  part.id = file.need("id").kebab();
  part.path = file.path();
  file.words("title", words);
  file.words("summary", words);
  for (const auto& [id, node] : file.need("inputs").snake_members()) {
    if (!node.at("quantity").present()) {
      node.only({"unit", "scale", "min", "max", "slider", "label", "term", "help", "readings"});
    }
    part.inputs.push_back(decode_input(id, node, words));
  }
  for (const auto& node : file.need("steps").some_elements()) {
    node.only({"id", "unit", "label", "help", "formula", "routes"});
    StepPart step{node.need("id").snake(), node.path(), node.need("unit").placed(), {}};
    node.words("label", words);
    node.words("help", false);
    const Reader routes = node.at("routes");
    if (routes.present() == node.at("formula").present()) {
      node.error("route-missing", "A step has either a formula or routes.", "Give one of the two.");
    }
    if (routes.present()) {
      for (const auto& [id, route] : routes.snake_members()) {
        route.only({"label", "formula"});
        route.words("label", words);
        step.routes.push_back({id, route.need("formula").placed()});
      }
    } else {
      step.routes.push_back({"", node.at("formula").placed()});
    }
    if (step.routes.empty()) step.routes.push_back({"", {"", node.path()}});
    part.steps.push_back(std::move(step));
  }
  for (const auto& node : file.at("use").elements()) {
    node.only({"model", "with"});
    UsePart use{node.need("model").placed(), {}};
    for (const auto& [id, formula] : node.need("with").snake_members()) use.with.emplace(id, formula.placed());
    part.uses.push_back(std::move(use));
  }
  part.outputs = file.need("outputs").list(1);
  return part;
}

}  // namespace footing
