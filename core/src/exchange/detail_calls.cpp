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

}  // namespace footing
