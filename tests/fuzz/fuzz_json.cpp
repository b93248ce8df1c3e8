// One file of a dataset, of any content: the first line is its path, the rest takes that file's place in the small
// dataset. What is accepted must work to the end: evaluated, prepared, frozen, and with the same numbers everywhere.
#include <algorithm>

#include "fuzz/check.hpp"
#include "fuzz/json_mutator.hpp"

using namespace footing;
using namespace footing::fuzz;

namespace {

void use_claim(Engine& whole, const std::string& claim, std::size_t given) {
  const auto asked = [&](auto& engine, const char* call, const Json& request) {
    return check_reply(engine.call(call, as_json(request)), 4 * given);
  };
  const Json described = asked(whole, "describe", {{"claim", claim}});
  expect(described["ok"] == true, "a loaded claim is described: " + as_json(described["errors"]));
  const Json prepared = asked(whole, "prepare", {{"claim", claim}});
  expect(prepared["ok"] == true, "a loaded claim is prepared: " + as_json(prepared["errors"]));
  PreparedEngine page;
  const Json paged = asked(page, "load", {{"footing", 1}, {"prepared", prepared["prepared"]}});
  expect(paged["ok"] == true, "a prepared claim is read: " + as_json(paged["errors"]));
  const Json request = {{"claim", claim}, {"samples", 16}};
  const Json drawn = asked(whole, "evaluate", request);
  expect(only_errors(drawn, "non-finite"), "a loaded claim is evaluated: " + as_json(drawn["errors"]));
  expect_same(as_json(drawn), as_json(asked(page, "evaluate", request)), "a prepared claim answers alike");
  const Json closure = asked(whole, "closure", {{"claim", claim}, {"words", true}});
  expect(closure["ok"] == true, "a loaded claim has a closure: " + as_json(closure["errors"]));
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  const std::size_t line = first_line({reinterpret_cast<const char*>(data), size}).first.size() + 1;
  return mutate_json(data, size, most, seed, line);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [path, content] = first_line(text_of(data, size, 40'000));
  static const std::vector<TextFile> files = small_files();
  std::vector<TextFile> bent = files;
  const auto at =
      std::find_if(bent.begin(), bent.end(), [path = path](const TextFile& file) { return file.first == path; });
  if (at == bent.end()) {
    bent.emplace_back(path, content);
  } else {
    at->second = content;
  }
  // The other files are quoted in errors too.
  std::size_t given = 0;
  for (const auto& [name, text] : bent) given += text.size();
  Engine engine;
  const Json loaded = check_reply(engine.load_files(bent), given);
  if (loaded["ok"] == false) {
    // Nothing that is left may be asked for in vain either.
    for (const Json& claim : loaded["claims"])
      check_reply(engine.call("describe", as_json({{"claim", claim}})), 4 * given);
    return 0;
  }
  for (const Json& claim : loaded["claims"]) use_claim(engine, claim, given);
  return 0;
}
