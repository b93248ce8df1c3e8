#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "footing/exchange/engine.hpp"
#include "footing/exchange/prepared_engine.hpp"
#include "support/catch.hpp"

// Made once, in dataset.cpp: making them anew is most of what compiling a test would take.
extern template class nlohmann::basic_json<>;
extern template nlohmann::json nlohmann::json::parse(const std::string&, parser_callback_t, bool, bool);

namespace footing::test {

using Json = nlohmann::json;

std::string source_path(const std::string& below);

/// The whole text of a file of the repository.
std::string read_text(const std::string& below);

Json read_json(const std::string& below);

/// Names of what lies in a folder of the repository, sorted.
std::vector<std::string> names_in_folder(const std::string& below);

/// A file of a file map as text: a table is one already.
std::string file_text(const Json& file);

bool is_json(const std::string& path);

/// A file's text as it stands in a file map.
Json file_json(const std::string& path, const std::string& text);

/// The real dataset, as the command line reads it.
const std::vector<TextFile>& dataset_files();

/// The real dataset with the index of what was released, which its Sobol dimensions go on from; with `frozen` every
/// released file too, as check takes them.
std::vector<TextFile> dataset_with_releases(bool frozen);

/// "code at path: message" of every error (or notice) of an answer, one a line.
std::string lines_of(const Json& errors);

bool has_error(const Json& errors, const std::string& code, const std::string& path);

/// Sends a request and parses the answer.
template <class AnyEngine>
Json ask(AnyEngine& engine, const std::string& call, const Json& request, std::vector<double>* samples = nullptr) {
  Reply reply = engine.call(call, request.dump());
  if (samples != nullptr) *samples = std::move(reply.samples);
  return Json::parse(reply.json);
}

/// The same, for an answer that must be fine.
template <class AnyEngine>
Json ask_ok(AnyEngine& engine, const std::string& call, const Json& request, std::vector<double>* samples = nullptr) {
  const Json answer = ask(engine, call, request, samples);
  INFO(call << " " << request.dump().substr(0, 300) << "\n" << lines_of(answer["errors"]));
  REQUIRE(answer["ok"] == true);
  return answer;
}

/// Loads the real dataset, which must be without an error.
void load_real(Engine& engine);

/// What `list` says of the claims of the real dataset: a value, so that a loop may run over it.
Json claims_of(Engine& engine);

/// One claim in so many is looked at where every claim is more than it takes: all of them, but under the sanitizers,
/// which watch the memory (the numbers are those of the other builds, at a tenth of the time).
#if defined(__SANITIZE_ADDRESS__)
inline constexpr std::size_t kEveryClaim = 8;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr std::size_t kEveryClaim = 8;
#else
inline constexpr std::size_t kEveryClaim = 1;
#endif
#else
inline constexpr std::size_t kEveryClaim = 1;
#endif

/// One in kEveryClaim of what `list` says of the claims of the real dataset.
Json some_claims_of(Engine& engine);

/// The small dataset that tests bend: two models, two bundles, one claim.
Json small_map();

/// The place "models/fleet.json#/steps/0/formula" in a file map; made if it is not there.
Json& part(Json& map, const std::string& place);

/// A claim of a file map, prepared.
Json prepare(const Json& map, const std::string& claim);

/// The small dataset with some places changed.
Json small_with(const std::vector<std::pair<std::string, Json>>& changes);

/// A text in three languages.
Json words(const std::string& text);

/// Name of the exact bits of every sample of every step.
std::string hash_of(const std::vector<double>& samples);

Json step_ids(const Json& answer);

}  // namespace footing::test
