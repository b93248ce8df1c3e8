#include "exchange/detail_calls.hpp"

namespace footing {

bool detail_call(std::string_view name, const Shelf& shelf, const Json& request, Reply& reply) {
  if (name == "explain") {
    reply.json = explain_call(shelf, request);
  } else if (name == "sweep") {
    reply.json = sweep_call(shelf, request);
  } else {
    return false;
  }
  return true;
}

Result<std::size_t> output_step(const Ready& ready) {
  const std::string& id = ready.request.output.empty() ? ready.claim->outputs.front() : ready.request.output;
  const auto& steps = ready.resolved.steps;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].step->id == id) return i;
  }
  return Error{"output-unknown", "output", "There is no active step \"" + id + "\".", ""};
}

}  // namespace footing
