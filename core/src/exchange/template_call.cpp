#include <algorithm>

#include "exchange/answer.hpp"
#include "exchange/state.hpp"
#include "footing/base/nearest.hpp"
#include "model/active.hpp"

namespace footing {
namespace {

/// What a request for a template names.
struct Wish {
  std::string claim;
  const Model* model = nullptr;
  std::vector<std::string> routes;
  std::vector<std::string> outputs;
};

Wish read_wish(const LoadedDataset& loaded, const Json& request, Errors& errors) {
  const Reader node(&request, "", errors);
  node.only({"claim", "model", "routes", "outputs"});
  Wish wish;
  wish.claim = node.need("claim").kebab();
  const std::string id = node.need("model").text();
  for (const auto& route : node.at("routes").list(0)) wish.routes.push_back(route.text);
  const auto& models = loaded.dataset.models;
  const auto model = models.find(id);
  if (loaded.dataset.claims.count(wish.claim) != 0) {
    node.at("claim").error("duplicate-id", "There is a claim \"" + wish.claim + "\" already.", "Choose another id.");
  }
  if (model == models.end()) {
    std::vector<std::string> known;
    for (const auto& [name, one] : models) known.push_back(name);
    const std::string near = nearest(id, known);
    if (node.at("model").present()) {
      node.at("model").error("model-unknown", "There is no model \"" + id + "\".",
                             near.empty() ? "See datasets/models/." : "Did you mean \"" + near + "\"?");
    }
    return wish;
  }
  wish.model = &model->second;
  for (const auto& output : node.at("outputs").list(0)) {
    if (wish.model->step(output.text) == nullptr) {
      errors.push_back(
          {"output-unknown", output.path, "Model \"" + id + "\" has no step \"" + output.text + "\".", ""});
    }
    wish.outputs.push_back(output.text);
  }
  if (wish.outputs.empty()) wish.outputs.push_back(wish.model->outputs.front());
  return wish;
}

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : ", ") + item;
  return out;
}

/// A value text that cannot pass for one, with the unit to keep.
std::string open_value(const std::string& unit) { return unit == "1" ? "?" : "? " + unit; }

void write_words(JsonWriter& out, const char* key) {
  out.key(key).open_object().text("en", "").text("zh-Hans", "").text("zh-Hant", "").close_object();
}

/// "pue, in kWh_facility/kWh_it: readings in quantities/pue.json; or from bundle site (us, cn)"
std::string input_line(const LoadedDataset& loaded, const Input& input) {
  std::string line = "  " + input.id + ", in " + input.unit_text;
  if (!input.quantity.empty()) line += "; readings in quantities/" + input.quantity + ".json";
  for (const auto& [id, bundle] : loaded.dataset.bundles) {
    if (std::find(bundle.members.begin(), bundle.members.end(), input.id) == bundle.members.end()) continue;
    std::vector<std::string> options;
    for (const auto& option : bundle.options) {
      if (option.values.count(input.id) != 0) options.push_back(option.id);
    }
    line += "; or leave it out and choose \"bundles\": {\"" + id + "\": …} from " + joined(options);
  }
  return line;
}

void write_comment(JsonWriter& out, const LoadedDataset& loaded, const Wish& wish, const Active& active) {
  out.key("comment").open_list();
  out.text(
      "Fill in what is empty or \"?\", then run: footing check. It names every place that is left. Remove this comment "
      "at the end.");
  out.text(
      "kind: threshold (more than X), point (about X), interval (X to Y), equivalence (X is like Y), ordering (X is "
      "more than Y), rivals.");
  out.text(
      "modality: measured, estimate, upper_bound or forecast. topic: electricity, carbon, water, money or computing.");
  out.text(
      "title: the claim as a heading. statement: in your own words. scope: what it is about and what it leaves out, in "
      "one line.");
  out.text("appears_in: a short quotation, verbatim. Every source is a file of sources/.");
  out.text(
      "as_published: the author's numbers. state: stated, implied (by the arithmetic), omitted (the neutral value, "
      "shown as left out) or unknown.");
  out.text(
      "evidence: read, quoted, derived (with \"formula\"), unverified or assumed (with \"reason\"). A row of a table "
      "may stand for a value: {\"table\": …, \"row\": …, \"state\": …}.");
  out.text("Inputs of the model on this route:");
  for (const auto& id : active.inputs) out.text(input_line(loaded, wish.model->inputs.at(id)));
  out.text(
      "sourced_then: for the same system and time, what sources give: add ranges (\"0.7..0.82\") with source, "
      "evidence, made and reason. Without sources, remove it.");
  out.text(
      "published: the figure with its unit; the scenario must give it within half a unit of its last digit. relation: "
      "about, more_than, less_than, at_least, at_most.");
  out.text("chain: from where you read it back to its origin. driver: the input whose value the figure asks for.");
  out.close_list();
}

void write_scenarios(JsonWriter& out, const Wish& wish, const Active& active) {
  out.key("scenarios").open_object().key("as_published").open_object();
  if (wish.routes.size() == 1) out.text("route", wish.routes.front());
  if (wish.routes.size() > 1) out.texts("route", wish.routes);
  out.key("inputs").open_object();
  for (const auto& id : active.inputs) {
    out.key(id).open_object().text("value", open_value(wish.model->inputs.at(id).unit_text));
    out.text("state", "stated").text("source", "").text("evidence", "read").close_object();
  }
  out.close_object().close_object();
  out.key("sourced_then").open_object().text("extends", "as_published").key("inputs").open_object().close_object();
  out.close_object().close_object();
}

void write_template(JsonWriter& out, const LoadedDataset& loaded, const Wish& wish, const Active& active) {
  out.open_object().text("$schema", "../schema/claim.schema.json");
  write_comment(out, loaded, wish, active);
  out.text("id", wish.claim).text("status", "draft").text("kind", "point").text("modality", "estimate");
  out.text("topic", "electricity");
  for (const char* key : {"title", "statement", "system", "period", "boundary", "scope"}) write_words(out, key);
  out.key("appears_in").open_list().open_object().text("source", "").text("quote", "").close_object().close_list();
  out.text("model", wish.model->id).texts("outputs", wish.outputs);
  out.text("driver", active.inputs.empty() ? "" : active.inputs.front());
  write_scenarios(out, wish, active);
  const std::string& output = wish.outputs.front();
  out.key("published").open_list().open_object().text("id", "article").text("role", "article").text("output", output);
  out.text("scenario", "as_published").text("relation", "about");
  out.text("value", open_value(wish.model->step(output)->unit_text)).text("printed", "").text("source", "");
  out.close_object().close_list();
  out.key("chain").open_list().text("").close_list();
  out.key("rivals").open_list().close_list().key("findings").open_list().close_list();
  out.text("checked", "").text("review_by", "").close_object();
}

}  // namespace

std::string template_call(const LoadedDataset& loaded, const Json& request) {
  Errors errors;
  const Wish wish = read_wish(loaded, request, errors);
  if (!errors.empty()) return refusal(errors);
  const auto active = active_part(*wish.model, wish.outputs, wish.routes, "routes");
  if (!active) return refusal(active.errors());
  JsonWriter out = begin_answer({}, {});
  out.key("template");
  write_template(out, loaded, wish, active.value());
  return finish(out);
}

}  // namespace footing
