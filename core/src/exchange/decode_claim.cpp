#include <algorithm>

#include "exchange/decode.hpp"
#include "footing/uncertainty/sobol.hpp"

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
  for (const auto& [bundle, option] : node.at("bundles").snake_members()) part.bundles.emplace(bundle, option.placed());
  for (const auto& [input, value] : node.at("inputs").snake_members())
    part.inputs.emplace(input, decode_value(value, words));
  node.words("label", false);
  node.words("note", false);
  return part;
}

PublishedPart decode_published(const Reader& node, bool words) {
  node.only({"id", "role", "output", "scenario", "over", "relation", "value", "printed", "source", "locator", "end",
             "rounded_to", "tolerance", "finding", "reading"});
  PublishedPart part;
  part.id = node.need("id").snake();
  part.path = node.path();
  part.role = node.need("role").word({"article", "original"});
  part.output = node.need("output").placed();
  part.scenario = node.need("scenario").placed();
  part.over = node.at("over").placed();
  part.relation = node.need("relation").word({"about", "more_than", "less_than", "at_least", "at_most"});
  part.value = node.need("value").placed();
  static_cast<void>((words ? node.need("printed") : node.at("printed")).some());
  part.source = node.need("source").placed();
  static_cast<void>(node.at("locator").some());
  part.end = node.at("end").word({"low", "high"});
  part.rounded_to = node.at("rounded_to").placed();
  part.finding = node.at("finding").placed();
  node.words("reading", false);
  const Reader tolerance = node.at("tolerance");
  if (tolerance.present()) {
    tolerance.only({"percent", "reason"});
    part.tolerance_percent = tolerance.need("percent").number(0);
    if (part.tolerance_percent <= 0 || part.tolerance_percent > 2) {
      tolerance.error("tolerance-range", "A tolerance is above 0 and at most 2 percent.",
                      "What is wider is a finding.");
    }
    part.tolerance_reason = !words || tolerance.at("reason").present();
    tolerance.words("reason", words);
  }
  return part;
}

void decode_findings(const Reader& list, bool words, ClaimPart& part) {
  for (const auto& node : list.elements()) {
    node.only({"id", "about", "article", "source_says", "changes", "sources", "scenario"});
    const std::string id = node.need("id").snake();
    if (!id.empty() && std::find(part.findings.begin(), part.findings.end(), id) != part.findings.end()) {
      node.at("id").error("duplicate-id", "Finding \"" + id + "\" stands twice.", "Rename one of them.");
    }
    part.findings.push_back(id);
    static_cast<void>(
        node.need("about").word({"attribution", "number", "unit", "boundary", "wording", "stale", "method"}));
    for (const char* key : {"article", "source_says", "changes"}) node.words(key, words);
    for (auto& source : node.need("sources").list(1)) part.sources.push_back(std::move(source));
    const Reader scenario = node.at("scenario");
    const bool known = std::any_of(part.scenarios.begin(), part.scenarios.end(),
                                   [&](const ScenarioPart& s) { return s.id == scenario.text(); });
    if (scenario.present() && scenario.json().type == Json::Type::text && !known) {
      scenario.error("scenario-unknown", "There is no scenario \"" + scenario.text() + "\".");
    }
  }
}

void decode_groups(const Reader& list, bool words, ClaimPart& part) {
  for (const auto& node : list.elements()) {
    node.only({"id", "nature", "label", "of"});
    FactorGroupPart group;
    group.id = node.need("id").snake();
    group.path = node.path();
    group.nature = node.need("nature").word({"error", "scenario", "boundary"});
    group.of = node.need("of").list(1);
    node.words("label", words);
    for (const auto& other : part.groups) {
      if (other.id == group.id && !other.id.empty()) {
        node.at("id").error("duplicate-id", "Group \"" + other.id + "\" stands twice.", "Rename one of them.");
      }
    }
    part.groups.push_back(std::move(group));
  }
}

/// What was put right in a claim and when, and why it was withdrawn: for people.
void decode_history(const Reader& file, const std::string& status) {
  for (const auto& node : file.at("corrections").elements()) {
    node.only({"date", "kind", "text", "revision"});
    static_cast<void>(decode_date(node.need("date")));
    static_cast<void>(node.need("kind").word({"error", "update", "clarification"}));
    node.need("text").localized();
    static_cast<void>(node.at("revision").whole(1, 99999, 1));
  }
  const Reader withdrawn = status == "withdrawn" ? file.need("withdrawn") : file.at("withdrawn");
  if (!withdrawn.present()) return;
  if (status != "withdrawn")
    withdrawn.error("unknown-key", "Only a withdrawn claim has \"withdrawn\".", "Set \"status\" to \"withdrawn\".");
  withdrawn.only({"date", "reason"});
  static_cast<void>(decode_date(withdrawn.need("date")));
  withdrawn.need("reason").localized();
}

/// A link of the chain: a source, or one that the link before it does not name, with how it came to stand there.
Placed decode_link(const Reader& node) {
  if (node.json().type != Json::Type::object) return node.placed();
  node.only({"source", "link"});
  static_cast<void>(node.need("link").word({"inferred", "example"}));
  return node.need("source").placed();
}

}  // namespace

std::string decode_date(const Reader& node) {
  const std::string date = node.text();
  if (!node.present() || node.json().type != Json::Type::text) return date;
  bool fine = date.size() == 10;
  for (std::size_t i = 0; fine && i < date.size(); ++i) {
    fine = i == 4 || i == 7 ? date[i] == '-' : date[i] >= '0' && date[i] <= '9';
  }
  if (!fine) node.error("date-syntax", "\"" + date + "\" is no date.", "Write year-month-day: 2026-11-21.");
  return date;
}

ClaimPart decode_claim(const Reader& file, bool words) {
  file.only({"id",        "status",    "kind",        "modality",  "topic",      "title",   "statement", "system",
             "period",    "boundary",  "scope",       "gap",       "appears_in", "model",   "outputs",   "driver",
             "scenarios", "published", "chain",       "rivals",    "findings",   "checked", "review_by", "dimensions",
             "revision",  "groups",    "corrections", "withdrawn", "converts"});
  ClaimPart part;
  part.id = file.need("id").kebab();
  part.path = file.path();
  // What a frozen closure leaves out is needed in a claim's own file.
  const auto worded = [&](const char* key) { return words ? file.need(key) : file.at(key); };
  part.status = worded("status").present() ? file.at("status").word({"draft", "published", "withdrawn"}) : "published";
  part.kind = file.need("kind").word({"threshold", "point", "interval", "equivalence", "ordering", "rivals", "record"});
  part.modality = file.need("modality").word({"measured", "estimate", "upper_bound", "forecast"});
  decode_history(file, part.status);
  static_cast<void>(worded("topic").word({"electricity", "carbon", "water", "money", "computing"}));
  for (const char* key : {"title", "statement", "system", "period", "boundary", "scope"}) file.words(key, words);
  file.words("gap", false);
  for (const auto& node : worded("appears_in").some_elements()) {
    node.only({"source", "quote", "locator"});
    part.appears_in.push_back(node.need("source").placed());
    part.sources.push_back(part.appears_in.back());
    static_cast<void>(node.need("quote").some());
    static_cast<void>(node.at("locator").some());
  }
  part.model = file.need("model").placed();
  part.driver = file.need("driver").placed();
  part.outputs = file.need("outputs").list(1);
  for (const auto& [id, node] : file.need("scenarios").snake_members())
    part.scenarios.push_back(decode_scenario(id, node, words));
  if (file.at("scenarios").json().type == Json::Type::object && !file.at("scenarios").at("as_published").present()) {
    file.at("scenarios")
        .error("key-missing", "The scenario \"as_published\" is missing.", "It holds the author's inputs.");
  }
  for (const auto& node : file.need("published").some_elements()) {
    PublishedPart published = decode_published(node, words);
    for (const auto& other : part.published) {
      if (other.id == published.id && !other.id.empty()) {
        node.at("id").error("duplicate-id", "Figure \"" + other.id + "\" stands twice.", "Rename one of them.");
      }
    }
    part.published.push_back(std::move(published));
  }
  for (const auto& node : worded("chain").some_elements()) part.sources.push_back(decode_link(node));
  part.converts = file.at("converts").placed();
  part.rivals = file.at("rivals").list(0);
  decode_findings(file.at("findings"), words, part);
  decode_groups(file.at("groups"), words, part);
  for (const char* key : {"checked", "review_by"}) static_cast<void>(decode_date(worded(key)));
  for (const auto& [id, node] : file.at("dimensions").members())
    part.dimensions.emplace(id, node.whole(0, kSobolDimensions - 1, 0));
  part.revision = file.at("revision").whole(0, 99999, 0);
  return part;
}

}  // namespace footing
