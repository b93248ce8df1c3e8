#include "exchange/state.hpp"

namespace footing {

Result<Prepared> prepare(const Dataset& dataset, const Json& request, bool solving) {
  Errors errors;
  Prepared prepared;
  prepared.request = decode_request(Reader(&request, "", errors), solving);
  if (!errors.empty()) return errors;
  auto claim = find_claim(dataset, prepared.request.claim);
  if (!claim) return claim.errors();
  prepared.claim = claim.value();
  auto scenario = find_scenario(*prepared.claim, prepared.request.scenario);
  if (!scenario) return scenario.errors();
  prepared.request.scenario = scenario.value();
  auto resolved = resolve(dataset, *prepared.claim, scenario.value(), prepared.request.set);
  if (!resolved) return resolved.errors();
  prepared.resolved = std::move(resolved).value();
  prepared.request.set = prepared.resolved.set;
  return prepared;
}

Link link_of(const Prepared& prepared) {
  Link link;
  link.claim = prepared.claim->id;
  link.revision = prepared.claim->revision;
  link.set = prepared.resolved.set;
  if (prepared.request.scenario != default_scenario(*prepared.claim)) link.scenario = prepared.request.scenario;
  link.seed = prepared.request.options.seed;
  link.samples = prepared.request.options.samples;
  return link;
}

}  // namespace footing
