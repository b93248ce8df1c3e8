// A prepared claim of any content: refused, or run without harm and with the same bits twice.
#include <algorithm>
#include <cstring>

#include "fuzz/check.hpp"
#include "fuzz/json_mutator.hpp"

using namespace footing;
using namespace footing::fuzz;

namespace {

/// The small claim prepared, with one of its scenarios or with all: a small input is bent a few times as often.
std::string prepared_text(unsigned seed) {
  Json prepared = small_prepared();
  Json& scenarios = prepared["claims"][0]["scenarios"];
  const std::size_t kept = seed % (scenarios.size() + 1);
  if (kept < scenarios.size()) scenarios = Json::array({scenarios[kept]});
  return Json{{"footing", 1}, {"prepared", prepared}}.dump();
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  if (size < 2) {
    // The only seed is empty: the form of a prepared claim is the engine's own and changes with it.
    const std::string text = prepared_text(seed);
    if (text.size() > most) return size;
    std::memcpy(data, text.data(), text.size());
    return text.size();
  }
  return mutate_json(data, size, most, seed, 0);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of(data, size, 100'000);
  PreparedEngine page;
  const auto asked = [&](const char* call, const Json& request) {
    return check_reply(page.call(call, as_json(request)), 4 * size);
  };
  const Json loaded = check_reply(page.call("load", text), size);
  if (loaded["ok"] == false) {
    expect(loaded.value("claims", Json::array()).empty(), "what is not sound replaces nothing");
    return 0;
  }
  const Json root = Json::parse(text, nullptr, false);
  for (const Json& claim : root["prepared"]["claims"]) {
    for (const Json& scenario : claim.value("scenarios", Json::array())) {
      expect(scenario.is_object(), "a scenario is an object");
      const Json request = {{"claim", claim.value("id", "")}, {"scenario", scenario.value("id", "")}, {"samples", 16}};
      const Json drawn = ask_both(page, page, "evaluate", request, "asked twice, answered alike", 4 * size);
      if (drawn["ok"] == true) asked("link", {{"text", drawn["link"]}});
      Json solve = request;
      solve["input"] = claim.value("driver", "");
      asked("solve", solve);
    }
  }
  return 0;
}
