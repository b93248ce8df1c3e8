#include "exchange/running.hpp"

#include "exchange/answer.hpp"
#include "footing/uncertainty/sobol.hpp"

namespace footing {
namespace {

std::string about_answer() {
  JsonWriter out = begin_answer({}, {});
  out.key("limits")
      .open_object()
      .number("samples", static_cast<double>(kMaxSamples))
      .number("link_bytes", kMaxLinkBytes);
  out.number("dimensions", kSobolDimensions)
      .close_object()
      .number("default_samples", static_cast<double>(kDefaultSamples));
  return finish(out);
}

}  // namespace

bool run_call(std::string_view name, const Shelf& shelf, const Json& request, Reply& reply) {
  if (name == "evaluate") {
    reply.json = evaluate_call(shelf, request, reply);
  } else if (name == "solve") {
    reply.json = solve_call(shelf, request);
  } else if (name == "link") {
    reply.json = link_call(shelf, request);
  } else if (name == "about") {
    reply.json = about_answer();
  } else {
    return false;
  }
  return true;
}

std::string unknown_call(std::string_view name) {
  return refusal(
      {{"call-unknown", "", "There is no call \"" + std::string(name.substr(0, 60)) + "\".", "See wasm/README.md."}});
}

Result<Ready> make_ready(const Shelf& shelf, const Json& request, bool solving) {
  Errors errors;
  Request decoded = decode_request(Reader(&request, "", errors), solving);
  if (!errors.empty()) return errors;
  return make_ready(shelf, std::move(decoded));
}

Result<Ready> make_ready(const Shelf& shelf, Request request) {
  Ready ready;
  ready.request = std::move(request);
  auto claim = find_claim(shelf.claims, ready.request.claim);
  if (!claim) return claim.errors();
  ready.claim = claim.value();
  auto scenario = find_scenario(*ready.claim, ready.request.scenario);
  if (!scenario) return scenario.errors();
  ready.request.scenario = scenario.value();
  auto resolved = resolve(*ready.claim, scenario.value(), ready.request.set, shelf.units);
  if (!resolved) return resolved.errors();
  ready.resolved = std::move(resolved).value();
  ready.request.set = ready.resolved.set;
  return ready;
}

Error no_active_step(const char* path, const std::string& id) {
  return {"output-unknown", path, "There is no active step \"" + id + "\".", ""};
}

Result<std::size_t> output_step(const Ready& ready) {
  const std::string& id = ready.request.output.empty() ? ready.claim->outputs.front() : ready.request.output;
  const auto& steps = ready.resolved.steps;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].step->id == id) return i;
  }
  return no_active_step("output", id);
}

Result<std::size_t> active_input(const Ready& ready, const char* path, const std::string& id) {
  const auto& inputs = ready.resolved.inputs;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (inputs[i].input->id == id) return i;
  }
  return Error{"input-unknown", path, "There is no active input \"" + id + "\".", ""};
}

Link link_of(const Ready& ready) {
  Link link;
  link.claim = ready.claim->id;
  link.revision = ready.claim->revision;
  link.set = ready.resolved.set;
  if (ready.request.scenario != ready.claim->default_scenario) link.scenario = ready.request.scenario;
  link.seed = ready.request.options.seed;
  link.samples = ready.request.options.samples;
  return link;
}

}  // namespace footing
