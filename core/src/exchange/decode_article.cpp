#include <algorithm>

#include "exchange/article.hpp"

namespace footing {
namespace {

StatementPart decode_statement(const Reader& node) {
  StatementPart part;
  part.path = node.path();
  part.state = node.need("state").word({"computed", "record", "open"});
  if (part.state == "computed") {
    node.only({"id", "quote", "locator", "state", "claim", "published"});
    part.claim = node.need("claim").placed();
    part.published = node.at("published").placed();
  } else {
    node.only({"id", "quote", "locator", "state", "says", "record", "sources"});
    node.words("says", true);
    node.words("record", true);
    part.sources = node.at("sources").list(0);
  }
  part.id = node.need("id").snake();
  static_cast<void>(node.need("quote").some());
  static_cast<void>(node.at("locator").some());
  return part;
}

}  // namespace

ArticlePart decode_article(const Reader& file) {
  file.only({"id", "title", "about", "statements"});
  ArticlePart article;
  article.id = file.need("id").kebab();
  article.path = file.path();
  file.words("title", true);
  file.words("about", true);
  for (const auto& node : file.need("statements").some_elements()) {
    StatementPart statement = decode_statement(node);
    const bool seen = std::any_of(article.statements.begin(), article.statements.end(),
                                  [&](const StatementPart& other) { return other.id == statement.id; });
    if (seen && !statement.id.empty()) {
      node.at("id").error("duplicate-id", "Statement \"" + statement.id + "\" stands twice.", "Rename one of them.");
    }
    article.statements.push_back(std::move(statement));
  }
  return article;
}

}  // namespace footing
