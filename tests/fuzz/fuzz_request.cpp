// Any text as any call's request. The first line names the call. What a general JSON library takes is taken, and
// nothing else; both engines agree about that.
#include <algorithm>
#include <iterator>
#include <string_view>

#include "fuzz/check.hpp"
#include "fuzz/json_mutator.hpp"

using namespace footing;
using namespace footing::fuzz;

namespace {

constexpr std::string_view kCalls[] = {"about",    "check",    "closest", "closure", "compare",
                                       "describe", "evaluate", "explain", "link",    "list",
                                       "load",     "prepare",  "solve",   "sweep",   "template"};
/// Of these, the ones that draw: as many points as the request says.
constexpr std::string_view kDrawing[] = {"closest", "evaluate", "explain", "solve", "sweep"};

template <std::size_t N>
bool is_among(std::string_view name, const std::string_view (&names)[N]) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

/// As small as an evaluation can be: a request that draws many points is a slow one, not a wrong one.
std::string bounded(std::string_view name, std::string_view text, const Json& parsed) {
  if (!is_among(name, kDrawing) || !parsed.is_object()) return std::string(text);
  Json request = parsed;
  const Json samples = request.value("samples", Json(16'384));
  if (!samples.is_number() || samples <= 64 || samples > 1'048'576) return std::string(text);
  request["samples"] = 64;
  return as_json(request);
}

bool has_code(const Json& answer, const std::string& code) {
  for (const Json& error : answer["errors"]) {
    if (error["code"] == code) return true;
  }
  return false;
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  const std::size_t line = first_line({reinterpret_cast<const char*>(data), size}).first.size() + 1;
  return mutate_json(data, size, most, seed, line);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Engines asked;
  // What a call replaces is not what the others are asked about, so that each input means the same alone.
  static Engines replaced;
  const auto [name, rest] = first_line(text_of(data, size, 6'000));
  Engines& engines = name == "load" ? replaced : asked;
  const Json parsed = Json::parse(rest, nullptr, false);
  // The library takes a zero byte for the end of the text.
  const bool valid = !parsed.is_discarded() && rest.find('\0') == std::string_view::npos;
  const std::string text = valid ? bounded(name, rest, parsed) : std::string(rest);
  const Json answer = check_reply(engines.whole.call(name, text), text.size());
  const Json other = check_reply(engines.page.call(name, text), text.size());
  const bool read = !has_code(answer, "json-syntax");
  expect(read == !has_code(other, "json-syntax"), "both engines read JSON alike");
  // These are refused before or beside the grammar: depth, and keys that stand twice.
  if (!has_code(answer, "json-depth")) {
    expect(read == valid, std::string("JSON is ") + (read ? "taken" : "refused") + " wrongly");
  }
  expect(is_among(name, kCalls) || answer["ok"] == false, "an unknown call is refused");
  return 0;
}
