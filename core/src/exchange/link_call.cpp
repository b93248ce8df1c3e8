#include "exchange/answer.hpp"
#include "exchange/link.hpp"
#include "exchange/running.hpp"

namespace footing {
namespace {

/// The request that a link asks for; what it does not name stays at its default.
void write_link_request(JsonWriter& out, const Link& link) {
  out.open_object().text("claim", link.claim).key("set").open_object();
  for (const auto& [id, value] : link.set) out.text(id, value);
  out.close_object();
  if (!link.scenario.empty()) out.text("scenario", link.scenario);
  if (link.seed) out.text("seed", std::to_string(*link.seed));
  if (link.samples) out.number("samples", static_cast<double>(*link.samples));
  out.close_object();
}

std::string decode_answer(const Shelf& shelf, const std::string& text) {
  Errors notices;
  auto decoded = decode_link(text, notices);
  if (!decoded) return refusal(decoded.errors(), notices);
  Link& link = decoded.value();
  Errors errors;
  if (link.claim.empty()) {
    errors.push_back({"link-claim-missing", "claim", "The link names no claim.", "A link has /claims/<id>/ in it."});
  } else if (auto claim = find_claim(shelf.claims, link.claim)) {
    keep_known(*claim.value(), link, notices);
    if (!link.scenario.empty() && claim.value()->scenario(link.scenario) == nullptr) {
      append(notices, find_scenario(*claim.value(), link.scenario).errors());
      link.scenario.clear();
    }
    const int held = claim.value()->revision;
    if (link.revision && *link.revision == 0 && held > 0) {
      notices.push_back(
          {"link-preview", "revision",
           "The link is of a preview, r0, from before the first release; this is r" + std::to_string(held) + ".",
           "Its figures may differ from those of the preview."});
    } else if (link.revision && *link.revision != held) {
      notices.push_back(
          {"revision-unknown", "revision",
           "Revision r" + std::to_string(*link.revision) + " is not the one held here, r" + std::to_string(held) + ".",
           "Open the link at its own address."});
    }
  } else {
    append(errors, claim.errors());
  }
  JsonWriter out = begin_answer(errors, notices);
  out.maybe("language", link.language).maybe("claim", link.claim);
  out.maybe("revision", link.revision ? std::optional<double>(*link.revision) : std::nullopt).maybe("view", link.view);
  out.key("request");
  if (errors.empty()) {
    write_link_request(out, link);
  } else {
    out.null();
  }
  return finish(out);
}

std::string encode_answer(const Shelf& shelf, const Json& request) {
  auto ready = make_ready(shelf, request, false);
  if (!ready) return refusal(ready.errors());
  JsonWriter out = begin_answer({}, ready->resolved.notices);
  out.text("link", encode_link(link_of(ready.value())));
  return finish(out);
}

}  // namespace

std::string link_call(const Shelf& shelf, const Json& request) {
  Errors errors;
  const Reader node(&request, "", errors);
  node.only({"text", "request"});
  const Reader text = node.at("text");
  const Reader inner = node.at("request");
  if (text.present() == inner.present()) {
    errors.push_back({"key-missing", "", "Either \"text\" or \"request\" is needed.", ""});
  }
  const std::string link = text.text();
  if (!errors.empty()) return refusal(errors);
  return text.present() ? decode_answer(shelf, link) : encode_answer(shelf, inner.json());
}

}  // namespace footing
