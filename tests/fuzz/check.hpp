#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "footing/base/result.hpp"
#include "footing/exchange/engine.hpp"
#include "footing/exchange/prepared_engine.hpp"

/// What every fuzz target holds the core to: an input of any kind gets an answer, of the right form and of bounded
/// length. What does not hold ends the process, so that the fuzzer keeps the input.
namespace footing::fuzz {

using Json = nlohmann::json;

/// Ends the process with `what` unless `holds`.
void expect(bool holds, const std::string& what);

/// Two texts that must be equal.
void expect_same(const std::string& a, const std::string& b, const std::string& what);

/// The text of a file of the repository.
std::string read_text(const std::string& below);

/// The small dataset that tests bend: two models, two bundles, one claim; as a file map and as files.
const Json& small_map();
std::vector<TextFile> small_files();
/// The id of its claim.
inline constexpr const char* kClaim = "fleet-claim";
/// That claim, prepared.
const Json& small_prepared();

/// An input of a fuzzer as text, cut at `longest`.
std::string_view text_of(const std::uint8_t* data, std::size_t size, std::size_t longest);

/// A line and what follows it.
std::pair<std::string_view, std::string_view> first_line(std::string_view text);

/// The text as JSON can carry it: what is not UTF-8 is replaced.
std::string as_json(const Json& value);

/// Every error has one of the known codes, a path, and a message that says something.
void check_errors(const Json& errors);
void check_errors(const Errors& errors);

/// Reads an answer and checks its form: `ok` exactly when there are no errors; errors and notices as they must be; no
/// longer than `given` bytes of input can justify.
Json check_reply(const Reply& reply, std::size_t given);

/// Asks for something and checks the answer's form.
template <class AnyEngine>
Json ask(AnyEngine& engine, const char* call, const Json& request) {
  const std::string text = as_json(request);
  return check_reply(engine.call(call, text), text.size());
}

/// Asks two engines, or one twice, which must answer alike to the letter, and no longer than the request or `given`
/// bytes can justify.
template <class OneEngine, class OtherEngine>
Json ask_both(OneEngine& one, OtherEngine& other, const char* call, const Json& request, const std::string& what,
              std::size_t given = 0) {
  const std::string text = as_json(request);
  const Reply reply = one.call(call, text);
  expect_same(reply.json, other.call(call, text).json, what);
  return check_reply(reply, text.size() + given);
}

/// Both engines with the small dataset in them.
struct Engines {
  Engine whole;
  PreparedEngine page;

  Engines() {
    expect(ask(whole, "load", small_map())["ok"] == true, "the small dataset loads");
    expect(ask(page, "load", {{"footing", 1}, {"prepared", small_prepared()}})["ok"] == true, "its claim loads");
  }
};

/// True if every error of an answer has this code.
bool only_errors(const Json& answer, std::string_view code);

}  // namespace footing::fuzz
