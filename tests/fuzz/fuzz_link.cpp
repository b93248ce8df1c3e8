// What a stranger typed as a link: decoded by both engines alike, evaluated, and written again as a link that means the
// same for ever.
#include <algorithm>
#include <cstring>

#include "fuzz/check.hpp"
#include "fuzz/seen.hpp"

using namespace footing;
using namespace footing::fuzz;

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

/// A request that is quick: what is fuzzed is the reading, not the drawing.
Json quick(Json request) {
  request["samples"] = 16;
  request["density"] = false;
  request["shapes"] = false;
  return request;
}

/// Pairs that the small dataset understands, to be put between those of the input.
constexpr const char* kPairs[] = {"pue=1.2",     "servers=20..60",
                                  "load=0.5",    "home=cn",
                                  "site=us",     "_n=64",
                                  "_seed=7",     "_scenario=by_power",
                                  "_view=x",     "site=choice(us:1,cn:3)",
                                  "power=1 kW",  "servers=2e2",
                                  "home=us",     "load=%30.5",
                                  "utm_source=x"};

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  const char* pair = kPairs[(seed / 4) % (sizeof kPairs / sizeof kPairs[0])];
  const std::size_t length = std::strlen(pair) + 1;
  if (seed % 4 != 0 || size + length > most) return LLVMFuzzerMutate(data, size, most);
  // Behind one of the separators, or at the end.
  std::vector<std::size_t> places{size};
  for (std::size_t i = 0; i < size; ++i) {
    if (std::strchr("?&#", data[i]) != nullptr && data[i] != 0) places.push_back(i + 1);
  }
  const std::size_t at = places[(seed / 64) % places.size()];
  std::memmove(data + at + length, data + at, size - at);
  std::memcpy(data + at, pair, length - 1);
  data[at + length - 1] = '&';
  return size + length;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Engines engines;
  static Seen meanings;
  const std::string text(text_of(data, size, 20'000));
  const Json answer = ask_both(engines.whole, engines.page, "link", {{"text", text}}, "both engines read a link alike");
  if (answer["ok"] == false) return 0;

  const Json& request = answer["request"];
  const Json written = ask(engines.whole, "link", {{"request", request}});
  expect(written["ok"] == true, "a decoded link can be written: " + as_json(written["errors"]));
  const std::string link = written["link"];
  // Most of what is typed means what something before it meant: the rest follows from what it means.
  if (!meanings.is_new(link)) return 0;
  expect(std::all_of(link.begin(), link.end(), [](char c) { return c > 0x20 && c < 0x7f; }),
         "a link is ASCII: " + link);
  const Json again = ask(engines.page, "link", {{"text", link}});
  expect(again["ok"] == true && again["notices"].empty(), "a written link is read without a notice: " + link);
  const Json rewritten =
      ask_both(engines.whole, engines.page, "link", {{"request", again["request"]}}, "both engines write a link alike");
  expect_same(link, rewritten["link"], "a link writes itself");

  // Only a value that gives no finite number may end in an error; everything else is a notice.
  const Json drawn = ask(engines.whole, "evaluate", quick(request));
  expect(only_errors(drawn, "non-finite"), "a decoded link evaluates: " + as_json(drawn["errors"]));
  const Json paged = ask(engines.page, "evaluate", quick(request));
  expect(only_errors(paged, "non-finite"), "a decoded link evaluates on the page: " + as_json(paged["errors"]));
  if (drawn["ok"] == false) return 0;
  // The link means what was asked for, to the last bit.
  const Json redrawn = ask(engines.page, "evaluate", quick(again["request"]));
  expect_same(as_json(drawn["steps"]), as_json(redrawn["steps"]), "a link keeps its meaning");
  return 0;
}
