#include "exchange/closure.hpp"
#include "exchange/json_file.hpp"
#include "exchange/state.hpp"

namespace footing {
namespace {

/// The newest revision of a claim, loaded from its file alone: it is what the index says later revisions go on from.
void check_newest(const std::string& id, const NewestRevision& newest, const std::string& path, const std::string& text,
                  Errors& errors) {
  auto json = parse_json_file(text, path);
  if (!json) return append(errors, json.errors());
  const Json* method = json->find("method");
  if (method == nullptr || method->number != kMethodVersion) return;  // for the engine of its method
  Errors found;
  const LoadedDataset frozen = load_closure(json.value(), found);
  const auto claim = frozen.dataset.claims.find(id);
  if (!found.empty() || claim == frozen.dataset.claims.end()) {
    for (auto& error : found) error.path = path + " " + error.path;
    append(errors, found);
    return;
  }
  if (claim->second.dimensions != newest.dimensions || claim->second.revision != newest.revision ||
      closure_digest(frozen, claim->second) != newest.digest) {
    errors.push_back({"release-changed", newest.path, "This is not what " + path + " holds.",
                      "Take the index back from the history."});
  }
}

}  // namespace

void check_releases(const LoadedDataset& loaded, Errors& errors) {
  const std::size_t before = errors.size();
  check_release_files(loaded.releases, loaded.frozen, errors);
  const bool intact = errors.size() == before;
  for (const auto& [id, newest] : loaded.releases.newest) {
    if (loaded.dataset.claims.count(id) == 0) {
      errors.push_back(
          {"claim-unknown", newest.path, "Claim \"" + id + "\" was released and is not there.",
           "A claim is withdrawn (\"status\": \"withdrawn\"), never removed: its links must go on working."});
    }
    if (!intact) continue;
    const std::string path = "releases/" + id + "/r" + std::to_string(newest.revision) + ".json";
    check_newest(id, newest, path, loaded.frozen.at(path), errors);
  }
}

}  // namespace footing
