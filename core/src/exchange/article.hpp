#pragma once

#include <set>
#include <string>
#include <vector>

#include "exchange/reader.hpp"
#include "footing/model/parts.hpp"

/// Articles: every numeric statement of one, in its order, and what became of it. Lists of rows for people; no number
/// is worked out from them.
namespace footing {

/// One numeric statement. `state`: computed (a claim says it), record (what was said and what the record shows) or open
/// (looked for and not found).
struct StatementPart {
  std::string id;
  std::string path;
  std::string state;
  Placed claim;      ///< of a computed one
  Placed published;  ///< the figure of that claim that it is, or ""
  std::vector<Placed> sources;
};

struct ArticlePart {
  std::string id;  ///< of its source
  std::string path;
  std::vector<StatementPart> statements;
};

/// Reads a file of articles/.
ArticlePart decode_article(const Reader& file);

/// Compares articles with the rest. `article_sources`: the sources that say they are articles. Errors: not-an-article,
/// article-missing (once there are any), claim-unknown, figure-unknown, source-unknown, article-not-named (a claim does
/// not say that it appears in the article that names it), claim-not-listed (the other way round).
void check_articles(const std::vector<ArticlePart>& articles, const DatasetParts& parts,
                    const std::set<std::string>& article_sources, Errors& errors);

}  // namespace footing
