#include <algorithm>

#include "exchange/answer.hpp"
#include "exchange/state.hpp"
#include "footing/base/nearest.hpp"

namespace footing {
namespace {

const Json& nothing() {
  static const Json null;
  return null;
}

/// A member, or null: a file with mistakes is listed as far as it goes.
const Json& member(const Json& from, const char* key) {
  const Json* found = from.find(key);
  return found == nullptr ? nothing() : *found;
}

/// The file that a part was read from ("claims/x.json#").
const Json& file_of(const LoadedDataset& loaded, const std::string& place) {
  for (const auto& file : loaded.files) {
    if (file.path + "#" == place) return file.json;
  }
  return nothing();
}

void write_claims(JsonWriter& out, const LoadedDataset& loaded) {
  out.key("claims").open_list();
  for (const auto& [id, claim] : loaded.dataset.claims) {
    std::vector<std::string> scenarios;
    for (const auto& scenario : claim.scenarios) scenarios.push_back(scenario.id);
    out.open_object()
        .text("id", id)
        .text("kind", claim.kind)
        .text("modality", claim.modality)
        .text("status", claim.status);
    out.text("model", claim.model)
        .number("revision", claim.revision)
        .text("default_scenario", find_claim(loaded.prepared, id).value()->default_scenario);
    out.texts("scenarios", scenarios).texts("rivals", claim.rivals).close_object();
  }
  out.close_list().key("models").open_list();
  for (const auto& [id, model] : loaded.dataset.models) out.text(id);
  out.close_list();
}

std::size_t count(const ArticlePart& article, const char* state) {
  return static_cast<std::size_t>(std::count_if(article.statements.begin(), article.statements.end(),
                                                [&](const StatementPart& s) { return s.state == state; }));
}

void write_member(JsonWriter& out, const Json& from, const char* key) { out.key(key).json(member(from, key)); }

void write_articles(JsonWriter& out, const LoadedDataset& loaded) {
  out.key("articles").open_list();
  for (const auto& article : loaded.articles) {
    out.open_object().text("id", article.id);
    write_member(out, file_of(loaded, article.path), "title");
    out.number("statements", static_cast<double>(article.statements.size()));
    for (const char* state : {"computed", "record", "open"})
      out.number(state, static_cast<double>(count(article, state)));
    out.close_object();
  }
  out.close_list();
}

/// A figure of a claim and how the claim's file writes it.
struct ListedFigure {
  const Figure* figure = nullptr;
  const Json* written = nullptr;
};

/// The figure a statement means: the one it names, else the first that the claim has from this article.
ListedFigure figure_of(const PreparedClaim& claim, const Json& file, const StatementPart& statement,
                       const std::string& article) {
  for (const auto& entry : member(file, "published").list) {
    const std::string& id = member(entry, "id").text;
    const bool meant =
        statement.published.text.empty() ? member(entry, "source").text == article : id == statement.published.text;
    if (!meant) continue;
    for (const auto& figure : claim.published) {
      if (figure.id == id) return {&figure, &entry};
    }
  }
  return {};
}

/// What a statement's figure is and comes to; null where the claim has an error or no figure of this article.
void write_figure(JsonWriter& out, const LoadedDataset& loaded, const StatementPart& statement,
                  const std::string& article) {
  out.key("figure");
  const auto claim = find_claim(loaded.prepared, statement.claim.text);
  ListedFigure listed;
  if (claim) {
    const Json& file = file_of(loaded, loaded.dataset.claims.at(claim.value()->id).path);
    listed = figure_of(*claim.value(), file, statement, article);
  }
  if (listed.figure == nullptr) {
    out.null();
    return;
  }
  const Figure& figure = *listed.figure;
  double comes_to = centre_of(*claim.value(), figure.scenario, figure.output);
  if (!figure.over.empty()) comes_to /= centre_of(*claim.value(), figure.over, figure.output);
  out.open_object().text("id", figure.id).text("output", figure.output);
  out.text("unit", figure.over.empty() ? claim.value()->step(figure.output)->unit_text : "1");
  out.text("scenario", figure.scenario).maybe("over", figure.over).text("relation", figure.relation);
  out.number("value", figure.value);
  write_member(out, *listed.written, "printed");
  out.number("comes_to", comes_to).maybe("finding", figure.finding).close_object();
}

void write_article(JsonWriter& out, const LoadedDataset& loaded, const ArticlePart& article) {
  const Json& file = file_of(loaded, article.path);
  out.key("article").open_object().text("id", article.id);
  write_member(out, file, "title");
  write_member(out, file, "about");
  out.key("statements").open_list();
  const auto& written = member(file, "statements").list;
  for (std::size_t i = 0; i < article.statements.size(); ++i) {
    const StatementPart& statement = article.statements[i];
    out.open_object().text("id", statement.id).text("state", statement.state);
    for (const char* key : {"quote", "locator"}) write_member(out, written[i], key);
    if (statement.state == "computed") {
      out.text("claim", statement.claim.text);
      write_figure(out, loaded, statement, article.id);
    } else {
      for (const char* key : {"says", "record"}) write_member(out, written[i], key);
      out.key("sources").open_list();
      for (const auto& source : statement.sources) out.text(source.text);
      out.close_list();
    }
    out.close_object();
  }
  out.close_list().close_object();
}

}  // namespace

std::string list_call(const LoadedDataset& loaded, const Json& request) {
  Errors errors;
  const Reader node(&request, "", errors);
  node.only({"article", "articles"});
  const std::string id = node.at("article").text();
  const bool articles = node.at("articles").boolean(false);
  const auto article = std::find_if(loaded.articles.begin(), loaded.articles.end(),
                                    [&](const ArticlePart& one) { return one.id == id; });
  if (errors.empty() && !id.empty() && article == loaded.articles.end()) {
    std::vector<std::string> known;
    for (const auto& one : loaded.articles) known.push_back(one.id);
    const std::string near = nearest(id, known);
    errors.push_back({"article-unknown", "article", "There is no article \"" + id + "\".",
                      near.empty() ? "See the list of articles." : "Did you mean \"" + near + "\"?"});
  }
  if (!errors.empty()) return refusal(errors);
  JsonWriter out = begin_answer({}, {});
  if (!id.empty()) {
    write_article(out, loaded, *article);
  } else if (articles) {
    write_articles(out, loaded);
  } else {
    write_claims(out, loaded);
  }
  return finish(out);
}

}  // namespace footing
