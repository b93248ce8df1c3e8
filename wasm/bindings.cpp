#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <string>

#include "footing/exchange/engine.hpp"

namespace {

/// The one engine of this module: a page has one dataset.
footing::Engine& engine() {
  static footing::Engine instance;
  return instance;
}

/// Text in; {json, samples} out. Samples are copied, because a view dangles when memory grows.
emscripten::val call(const std::string& name, const std::string& request) {
  const footing::Reply reply = engine().call(name, request);
  emscripten::val out = emscripten::val::object();
  out.set("json", reply.json);
  out.set("samples", reply.has_samples
                         ? emscripten::val(emscripten::typed_memory_view(reply.samples.size(), reply.samples.data()))
                               .call<emscripten::val>("slice")
                         : emscripten::val::null());
  return out;
}

}  // namespace

EMSCRIPTEN_BINDINGS(footing) { emscripten::function("call", &call); }
