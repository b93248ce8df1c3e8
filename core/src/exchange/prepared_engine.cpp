#include "footing/exchange/prepared_engine.hpp"

#include "exchange/answer.hpp"
#include "exchange/prepared_codec.hpp"
#include "exchange/running.hpp"

namespace footing {

struct PreparedEngine::State {
  std::vector<PreparedClaim> claims;
  DeclaredUnits units;
  ColumnCache cache;

  std::string load(const Json& request);
};

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

PreparedEngine::PreparedEngine() : state_(std::make_unique<State>()) {}
PreparedEngine::~PreparedEngine() = default;

Reply PreparedEngine::call(std::string_view name, std::string_view text) {
  Reply reply;
  auto request = parse_json(text, "request");
  if (!request) {
    reply.json = refusal(request.errors());
  } else if (name == "load") {
    reply.json = state_->load(request.value());
  } else if (!run_call(name, {state_->claims, state_->units, state_->cache}, request.value(), reply)) {
    reply.json = unknown_call(name);
  }
  return reply;
}

}  // namespace footing
