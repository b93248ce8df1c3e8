#include "exchange/decode.hpp"

namespace footing {
namespace {

ScenarioPart decode_scenario(const std::string& id, const Reader& node, bool words) {
  node.only({"label", "note", "route", "bundles", "extends", "inputs"});
  ScenarioPart part;
  part.id = id;
  part.path = node.path();
  part.extends = node.at("extends").placed();
  part.routes_given = node.at("route").present();
  part.routes = node.at("route").texts();
  for (const auto& [bundle, option] : node.at("bundles").members()) part.bundles.emplace(bundle, option.placed());
  for (const auto& [input, value] : node.at("inputs").members()) part.inputs.emplace(input, decode_value(value, words));
  node.words("label", false);
  node.words("note", false);
  return part;
}

PublishedPart decode_published(const Reader& node, bool words) {
  node.only({"id", "role", "output", "scenario", "relation", "value", "printed", "source", "locator", "end", "rounded_to",
             "tolerance", "finding", "reading"});
  PublishedPart part;
  part.id = node.need("id").text();
  part.path = node.path();
  part.role = node.need("role").word({"article", "original"});
  part.output = node.need("output").placed();
  part.scenario = node.need("scenario").placed();
  part.relation = node.need("relation").word({"about", "more_than", "less_than", "at_least", "at_most"});
  part.value = node.need("value").placed();
  static_cast<void>(node.at("printed").text());
  part.source = node.need("source").placed();
  static_cast<void>(node.at("locator").text());
  part.end = node.at("end").word({"low", "high"});
  part.rounded_to = node.at("rounded_to").placed();
  part.finding = node.at("finding").placed();
  node.words("reading", false);
  const Reader tolerance = node.at("tolerance");
  if (tolerance.present()) {
    tolerance.only({"percent", "reason"});
    part.tolerance_percent = tolerance.need("percent").number(0);
    if (part.tolerance_percent <= 0 || part.tolerance_percent > 2) {
      tolerance.error("tolerance-range", "A tolerance is above 0 and at most 2 percent.", "What is wider is a finding.");
    }
    part.tolerance_reason = !words || tolerance.at("reason").present();
    tolerance.words("reason", false);
  }
  return part;
}

void decode_findings(const Reader& list, bool words, ClaimPart& part) {
  for (const auto& node : list.elements()) {
    node.only({"id", "about", "article", "source_says", "changes", "sources", "scenario"});
    part.findings.push_back(node.need("id").text());
    static_cast<void>(node.need("about").word({"attribution", "number", "unit", "boundary", "wording", "stale", "method"}));
    for (const char* key : {"article", "source_says", "changes"}) node.words(key, words);
    for (auto& source : node.at("sources").texts()) part.sources.push_back(std::move(source));
    static_cast<void>(node.at("scenario").text());
  }
}

}  // namespace

ClaimPart decode_claim(const Reader& file, bool words) {
  file.only({"id", "status", "kind", "modality", "topic", "title", "statement", "system", "period", "boundary", "scope", "gap",
             "appears_in", "model", "outputs", "driver", "scenarios", "published", "chain", "rivals", "findings", "checked",
             "review_by", "dimensions", "revision"});
  ClaimPart part;
  part.id = file.need("id").text();
  part.path = file.path();
  part.status = file.need("status").word({"draft", "published", "withdrawn"});
  part.kind = file.need("kind").word({"threshold", "point", "interval", "equivalence", "ordering", "rivals", "record"});
  part.modality = file.need("modality").word({"measured", "estimate", "upper_bound", "forecast"});
  static_cast<void>(file.at("topic").word({"electricity", "carbon", "water", "money"}));
  for (const char* key : {"title", "statement", "system", "period", "boundary", "scope"}) file.words(key, words);
  file.words("gap", false);
  for (const auto& node : file.at("appears_in").elements()) {
    node.only({"source", "quote", "locator"});
    part.sources.push_back(node.need("source").placed());
    static_cast<void>(node.need("quote").text());
  }
  part.model = file.need("model").placed();
  part.driver = file.need("driver").placed();
  part.outputs = file.need("outputs").texts();
  if (file.at("outputs").present() && part.outputs.empty()) {
    file.at("outputs").error("key-missing", "A claim needs at least one output.", "The first is drawn on the bar.");
  }
  for (const auto& [id, node] : file.need("scenarios").members()) part.scenarios.push_back(decode_scenario(id, node, words));
  if (file.at("scenarios").present() && !file.at("scenarios").at("as_published").present()) {
    file.at("scenarios").error("key-missing", "The scenario \"as_published\" is missing.", "It holds the author's inputs.");
  }
  for (const auto& node : file.need("published").elements()) part.published.push_back(decode_published(node, words));
  for (auto& source : file.at("chain").texts()) part.sources.push_back(std::move(source));
  part.rivals = file.at("rivals").texts();
  decode_findings(file.at("findings"), words, part);
  for (const char* key : {"checked", "review_by"}) static_cast<void>((words ? file.need(key) : file.at(key)).text());
  for (const auto& [id, node] : file.at("dimensions").members()) part.dimensions.emplace(id, static_cast<int>(node.number(-1)));
  part.revision = static_cast<int>(file.at("revision").number(0));
  return part;
}

std::string decode_source(const Reader& file) {
  const std::string id = file.need("id").text();
  static_cast<void>(file.need("type").text());
  if (!file.at("title").present() && !file.at("author").present()) {
    file.error("key-missing", "A source needs a title or an author.", "See CSL-JSON.");
  }
  return id;
}

}  // namespace footing
