#include <emscripten/em_macros.h>

#include <cstddef>
#include <cstdlib>
#include <string_view>

#include "footing/exchange/prepared_engine.hpp"

/// What crosses the boundary of the module in single files: text in, text out, without Embind's JavaScript, which every
/// one of them would carry. web/src/engine/module_file.ts is the other side.
namespace {

/// The one engine, and the answer of the last call.
struct Boundary {
  footing::PreparedEngine engine;
  footing::Reply reply;
};

Boundary& boundary() {
  static Boundary instance;
  return instance;
}

}  // namespace

extern "C" {

/// Room for a request; the call that is given it frees it.
EMSCRIPTEN_KEEPALIVE char* footing_room(std::size_t bytes) { return static_cast<char*>(std::malloc(bytes)); }

/// `text` is the call's name, of `name` bytes, and its request behind it, `size` bytes together. Gives the answer's
/// first byte; the next call ends it.
EMSCRIPTEN_KEEPALIVE const char* footing_call(char* text, std::size_t name, std::size_t size) {
  const std::string_view all(text, size);
  Boundary& own = boundary();
  own.reply = own.engine.call(all.substr(0, name), all.substr(name));
  std::free(text);
  return own.reply.json.data();
}

/// How many bytes the answer has.
EMSCRIPTEN_KEEPALIVE std::size_t footing_size() { return boundary().reply.json.size(); }
}
