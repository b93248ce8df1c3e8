#include <cstddef>
#include <string>
#include <string_view>

#include FOOTING_ENGINE_HEADER

/// Five functions on bytes in the module's memory: the page writes the name of a call and its request into one text,
/// asks, and copies the answer out. glue.mjs is the other side.
namespace {

struct Boundary {
  footing::FOOTING_ENGINE engine;
  std::string asked;
  footing::Reply reply;
};

/// The one engine of this module: a page has one set of claims. Which engine it is, the build says.
Boundary& boundary() {
  static Boundary instance;
  return instance;
}

}  // namespace

#define FOOTING_EXPORT(name) extern "C" __attribute__((export_name(#name)))

/// Room for a name and a request of so many bytes together; valid until the next call.
FOOTING_EXPORT(footing_room) char* footing_room(std::size_t bytes) {
  boundary().asked.resize(bytes);
  return boundary().asked.data();
}

/// Answers what was written into the room: the first `name_bytes` bytes are the name. Gives the size of the answer.
FOOTING_EXPORT(footing_call) std::size_t footing_call(std::size_t name_bytes) {
  Boundary& own = boundary();
  const std::string_view asked = own.asked;
  own.reply = own.engine.call(asked.substr(0, name_bytes), asked.substr(name_bytes));
  return own.reply.json.size();
}

/// Where the answer and its samples lie, until the next call.
FOOTING_EXPORT(footing_answer) const char* footing_answer() { return boundary().reply.json.data(); }
FOOTING_EXPORT(footing_samples) const double* footing_samples() { return boundary().reply.samples.data(); }
/// How many samples there are; -1 when none were asked for.
FOOTING_EXPORT(footing_sample_count) int footing_sample_count() {
  const footing::Reply& reply = boundary().reply;
  return reply.has_samples ? static_cast<int>(reply.samples.size()) : -1;
}
