#include <emscripten/bind.h>

#include <optional>
#include <string>

#include "embind_types.hpp"
#include FOOTING_ENGINE_HEADER

/// What crosses the boundary, through Embind: a call's name and its request as UTF-8, the answer as UTF-8, and its
/// samples. The last two are views of the module's memory that the next call ends; web/src/engine/module.ts copies
/// them.
namespace {

using footing_wasm::Bytes;
using footing_wasm::Samples;

struct Boundary {
  footing::FOOTING_ENGINE engine;
  footing::Reply reply;
  std::optional<Bytes> json;
  std::optional<Samples> samples;
};

/// The one engine of this module: a page has one set of claims. Which engine it is, the build says.
Boundary& boundary() {
  static Boundary instance;
  return instance;
}

const Bytes* call(const std::string& name, const std::string& request) {
  Boundary& own = boundary();
  own.reply = own.engine.call(name, request);
  return &own.json.emplace(own.reply.json.size(), reinterpret_cast<const unsigned char*>(own.reply.json.data()));
}

/// The samples of the last answer, row after row; none when none were asked for.
const Samples* samples() {
  Boundary& own = boundary();
  return &own.samples.emplace(own.reply.samples.size(), own.reply.samples.data());
}

}  // namespace

EMSCRIPTEN_BINDINGS(footing) {
  footing_wasm::register_types();
  emscripten::function("call", &call, emscripten::allow_raw_pointers());
  emscripten::function("samples", &samples, emscripten::allow_raw_pointers());
}
