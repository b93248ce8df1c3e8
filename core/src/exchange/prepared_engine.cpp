#include "footing/exchange/prepared_engine.hpp"

#include "exchange/answer.hpp"
#include "exchange/prepared_codec.hpp"
#include "exchange/prepared_state.hpp"

namespace footing {

std::string PreparedEngine::State::load(const Json& request) {
  Errors errors;
  const Reader node(&request, "", errors);
  node.only({"footing", "prepared"});
  if (node.at("footing").number(kSchemaVersion) != kSchemaVersion) {
    node.at("footing").error("schema-version", "This is written for another version of Footing.",
                             "Version 1 is read here.");
  }
  auto read = read_prepared(node.need("prepared"));
  // What is not sound as a whole replaces nothing.
  if (errors.empty()) claims = std::move(read);
  JsonWriter out = begin_answer(errors, {});
  out.key("claims").open_list();
  for (const auto& claim : claims) out.text(claim.id);
  out.close_list();
  return finish(out);
}

Reply PreparedEngine::State::answer(std::string_view name, std::string_view text, Calls calls) {
  Reply reply;
  auto request = parse_json(text, "request");
  if (!request) {
    reply.json = refusal(request.errors());
  } else if (name == "load") {
    reply.json = load(request.value());
  } else if (!calls(name, {claims, units, cache}, request.value(), reply)) {
    reply.json = unknown_call(name);
  }
  return reply;
}

PreparedEngine::PreparedEngine() : state_(std::make_unique<State>()) {}
PreparedEngine::~PreparedEngine() = default;

Reply PreparedEngine::call(std::string_view name, std::string_view text) {
  return state_->answer(name, text, run_call);
}

}  // namespace footing
