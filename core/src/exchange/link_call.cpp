#include "exchange/answer.hpp"
#include "exchange/link.hpp"
#include "exchange/state.hpp"

namespace footing {
namespace {

Json decode_answer(const Dataset& dataset, const std::string& text) {
  Errors notices;
  auto decoded = decode_link(text, notices);
  if (!decoded) return answer_frame(decoded.errors(), notices);
  Link& link = decoded.value();
  Errors errors;
  if (link.claim.empty()) {
    errors.push_back({"link-claim-missing", "claim", "The link names no claim.", "A link has /claims/<id>/ in it."});
  } else if (auto claim = find_claim(dataset, link.claim)) {
    keep_known(dataset, *claim.value(), link, notices);
    if (!link.scenario.empty() && claim.value()->scenario(link.scenario) == nullptr) {
      append(notices, find_scenario(*claim.value(), link.scenario).errors());
      link.scenario.clear();
    }
    if (link.revision && *link.revision != claim.value()->revision) {
      notices.push_back({"revision-unknown", "revision",
                         "Revision r" + std::to_string(*link.revision) + " is not the one held here, r" +
                             std::to_string(claim.value()->revision) + ".",
                         "Open the link at its own address."});
    }
  } else {
    append(errors, claim.errors());
  }
  Json json = answer_frame(errors, notices);
  json["language"] = link.language.empty() ? Json() : Json(link.language);
  json["claim"] = link.claim.empty() ? Json() : Json(link.claim);
  json["revision"] = link.revision ? Json(*link.revision) : Json();
  json["view"] = link.view.empty() ? Json() : Json(link.view);
  json["request"] = Json();
  if (errors.empty()) {
    Json request = {{"claim", link.claim}, {"set", link.set}};
    if (!link.scenario.empty()) request["scenario"] = link.scenario;
    if (link.seed) request["seed"] = std::to_string(*link.seed);
    if (link.samples) request["samples"] = *link.samples;
    json["request"] = request;
  }
  return json;
}

Json encode_answer(const Dataset& dataset, const Json& request) {
  auto ready = prepare(dataset, request, false);
  if (!ready) return answer_frame(ready.errors(), {});
  const Prepared& prepared = ready.value();
  Link link;
  link.claim = prepared.claim->id;
  link.revision = prepared.claim->revision;
  link.set = prepared.resolved.set;
  if (prepared.request.scenario != default_scenario(*prepared.claim)) link.scenario = prepared.request.scenario;
  link.seed = prepared.request.options.seed;
  link.samples = prepared.request.options.samples;
  Json json = answer_frame({}, prepared.resolved.notices);
  json["link"] = encode_link(link);
  return json;
}

}  // namespace

Json link_call(const Dataset& dataset, const Json& request) {
  Errors errors;
  const Reader node(&request, "", errors);
  node.only({"text", "request"});
  const Reader text = node.at("text");
  const Reader inner = node.at("request");
  if (text.present() == inner.present()) {
    errors.push_back({"key-missing", "", "Either \"text\" or \"request\" is needed.", ""});
  }
  const std::string link = text.text();
  if (!errors.empty()) return answer_frame(errors, {});
  return text.present() ? decode_answer(dataset, link) : encode_answer(dataset, inner.json());
}

}  // namespace footing
