#include "exchange/decode.hpp"

namespace footing {
namespace {

void decode_name(const Reader& node, std::initializer_list<std::string_view> known) {
  node.only(known);
  for (const char* key : {"family", "given", "literal"}) static_cast<void>(node.at(key).some());
  if (node.json().type == Json::Type::object && !node.at("family").present() && !node.at("literal").present()) {
    node.error("key-missing", "A name has a family name or is literal.", "");
  }
}

/// Names as printed; `english` is the form they have for readers of English.
void decode_authors(const Reader& list) {
  for (const auto& node : list.elements()) {
    decode_name(node, {"family", "given", "literal", "english"});
    const Reader english = node.at("english");
    if (english.present()) decode_name(english, {"family", "given", "literal"});
  }
}

/// One date, or the two ends of a span, each of one to three whole numbers.
void decode_issued(const Reader& issued) {
  if (!issued.present()) return;
  issued.only({"date-parts"});
  const auto dates = issued.need("date-parts").some_elements();
  if (dates.size() > 2)
    issued.at("date-parts").error("date-syntax", "A source has one date or the two ends of a span.");
  for (const auto& date : dates) {
    const auto parts = date.some_elements();
    if (parts.size() > 3) date.error("date-syntax", "A date has a year, a month and a day at most.");
    for (const auto& part : parts) static_cast<void>(part.whole(-9999, 9999, 0));
  }
}

bool decode_custom(const Reader& custom, bool words) {
  if (!custom.present()) return false;
  custom.only({"seen_as", "seen_note", "article", "container_english"});
  static_cast<void>(custom.at("container_english").some());
  static_cast<void>(custom.need("seen_as").word({"full_text", "page", "quotation", "report", "not_seen"}));
  if (words) custom.words("seen_note", false);
  return custom.at("article").boolean(false);
}

void begins_with(const Reader& node, std::initializer_list<std::string_view> starts, const char* hint) {
  const std::string found = node.text();
  if (!node.present() || node.json().type != Json::Type::text) return;
  for (const auto start : starts) {
    if (found.rfind(start, 0) == 0) return;
  }
  node.error("address-syntax", "\"" + found + "\" is no address of this sort.", hint);
}

}  // namespace

SourcePart decode_source(const Reader& file, bool words) {
  file.only({"id", "type", "title", "author", "issued", "container-title", "publisher", "volume", "issue", "page",
             "number", "genre", "language", "DOI", "URL", "custom"});
  const std::string id = file.need("id").kebab();
  static_cast<void>(file.need("type").some());
  for (const char* key :
       {"title", "container-title", "publisher", "volume", "issue", "page", "number", "genre", "language"}) {
    static_cast<void>(file.at(key).some());
  }
  if (!file.at("title").present() && !file.at("author").present()) {
    file.error("key-missing", "A source needs a title or an author.", "See CSL-JSON.");
  }
  decode_authors(file.at("author"));
  decode_issued(file.at("issued"));
  begins_with(file.at("DOI"), {"10."}, "Write the bare DOI: 10.1000/182.");
  begins_with(file.at("URL"), {"https://", "http://"}, "Write the whole address: https://…");
  return {id, decode_custom(file.need("custom"), words)};
}

}  // namespace footing
