#include <algorithm>

#include "exchange/article.hpp"

namespace footing {
namespace {

class ArticleChecker {
 public:
  ArticleChecker(const DatasetParts& parts, const std::set<std::string>& article_sources, Errors& errors)
      : parts_(parts), article_sources_(article_sources), errors_(errors) {}

  void check(const ArticlePart& article) {
    if (article_sources_.count(article.id) == 0) {
      errors_.push_back({"not-an-article", article.path + "/id",
                         "The source \"" + article.id + "\" does not say that it is an article.",
                         "Set \"article\": true under \"custom\" in datasets/sources/" + article.id + ".json."});
    }
    for (const auto& statement : article.statements) {
      check_sources(statement);
      if (statement.claim.text.empty()) continue;
      const ClaimPart* claim = claim_of(statement.claim.text);
      if (claim == nullptr) {
        errors_.push_back({"claim-unknown", statement.claim.path, "There is no claim \"" + statement.claim.text + "\".",
                           "Name a file of datasets/claims/."});
        continue;
      }
      check_figure(statement, *claim);
      if (!appears_in(*claim, article.id)) {
        errors_.push_back({"article-not-named", statement.claim.path,
                           "The claim \"" + claim->id + "\" does not say that it appears in \"" + article.id + "\".",
                           "Add the article to the claim's appears_in, with the quotation."});
      }
    }
    for (const auto& claim : parts_.claims) check_listed(claim, article);
  }

 private:
  const ClaimPart* claim_of(const std::string& id) const {
    for (const auto& claim : parts_.claims) {
      if (claim.id == id) return &claim;
    }
    return nullptr;
  }

  static bool appears_in(const ClaimPart& claim, const std::string& article) {
    return std::any_of(claim.appears_in.begin(), claim.appears_in.end(),
                       [&](const Placed& source) { return source.text == article; });
  }

  void check_sources(const StatementPart& statement) {
    for (const auto& source : statement.sources) {
      if (std::find(parts_.sources.begin(), parts_.sources.end(), source.text) != parts_.sources.end()) continue;
      errors_.push_back({"source-unknown", source.path, "There is no source \"" + source.text + "\".",
                         "Add datasets/sources/" + source.text + ".json."});
    }
  }

  void check_figure(const StatementPart& statement, const ClaimPart& claim) {
    if (statement.published.text.empty()) return;
    std::string list;
    for (const auto& figure : claim.published) {
      if (figure.id == statement.published.text) return;
      list += (list.empty() ? "" : ", ") + figure.id;
    }
    errors_.push_back({"figure-unknown", statement.published.path,
                       "Claim \"" + claim.id + "\" has no published figure \"" + statement.published.text + "\".",
                       "Its figures: " + list + "."});
  }

  void check_listed(const ClaimPart& claim, const ArticlePart& article) {
    const bool named = std::any_of(article.statements.begin(), article.statements.end(),
                                   [&](const StatementPart& s) { return s.claim.text == claim.id; });
    for (const auto& source : claim.appears_in) {
      if (source.text != article.id || named) continue;
      errors_.push_back({"claim-not-listed", source.path,
                         "The article \"" + article.id + "\" has no statement that names this claim.",
                         "Add the statement to datasets/articles/" + article.id + ".json."});
    }
  }

  const DatasetParts& parts_;
  const std::set<std::string>& article_sources_;
  Errors& errors_;
};

}  // namespace

void check_articles(const std::vector<ArticlePart>& articles, const DatasetParts& parts,
                    const std::set<std::string>& article_sources, Errors& errors) {
  if (articles.empty()) return;  // a dataset without articles is whole in itself, as a closure is
  for (const auto& article : articles) ArticleChecker(parts, article_sources, errors).check(article);
  for (const auto& source : article_sources) {
    const bool there =
        std::any_of(articles.begin(), articles.end(), [&](const ArticlePart& a) { return a.id == source; });
    if (there) continue;
    errors.push_back({"article-missing", "sources/" + source + ".json#/custom/article",
                      "The article \"" + source + "\" has no list of its statements.",
                      "Add datasets/articles/" + source + ".json."});
  }
}

}  // namespace footing
