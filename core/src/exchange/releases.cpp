#include "exchange/releases.hpp"

#include <set>

#include "exchange/decode.hpp"
#include "footing/base/sha256.hpp"
#include "footing/uncertainty/sobol.hpp"

namespace footing {
namespace {

constexpr int kMostRevisions = 99999;
constexpr const char* kRestore =
    "Take the file back from the history; a correction makes a new revision (scripts/release).";

std::string decode_hash(const Reader& node) {
  const std::string text = node.text();
  const bool fine = text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (node.present() && !fine) node.error("word-unknown", "A hash is 64 hexadecimal digits.", "");
  return text;
}

Release decode_release(const Reader& node) {
  node.only({"release", "date", "method", "revisions", "chain", "replaces"});
  Release release;
  release.path = node.path();
  static_cast<void>(node.need("release"));
  release.number = node.at("release").whole(1, kMostRevisions, 1);
  release.date = decode_date(node.need("date"));
  static_cast<void>(node.need("method"));
  release.method = node.at("method").whole(1, 999, 1);
  release.chain = decode_hash(node.need("chain"));
  for (const auto& one : node.need("revisions").elements()) {
    one.only({"claim", "revision", "sha256"});
    static_cast<void>(one.need("revision"));
    release.revisions.push_back({one.need("claim").kebab(), one.path(), one.at("revision").whole(1, kMostRevisions, 1),
                                 decode_hash(one.need("sha256"))});
  }
  for (const auto& chain : node.at("replaces").elements()) static_cast<void>(decode_hash(chain));
  return release;
}

NewestRevision decode_newest(const Reader& node) {
  node.only({"revision", "digest", "dimensions"});
  NewestRevision newest;
  newest.path = node.path();
  static_cast<void>(node.need("revision"));
  newest.revision = node.at("revision").whole(1, kMostRevisions, 1);
  newest.digest = decode_hash(node.need("digest"));
  for (const auto& [id, dimension] : node.need("dimensions").members())
    newest.dimensions.emplace(id, dimension.whole(0, kSobolDimensions - 1, 0));
  return newest;
}

/// One released file against its entry.
void check_file(const ReleasedRevision& entry, const std::map<std::string, std::string>& files, Errors& errors) {
  const std::string path = entry.file();
  const auto file = files.find(path);
  if (file == files.end()) {
    errors.push_back({"release-missing", path, "This revision was released, and its file is not there.", kRestore});
  } else if (sha256(file->second) != entry.sha256) {
    errors.push_back({"release-changed", path, "The file is not the one that was released.", kRestore});
  }
}

}  // namespace

ReleaseIndex decode_release_index(const Reader& file) {
  file.only({"footing", "claims", "releases"});
  if (file.need("footing").number(1) != 1) {
    file.at("footing").error("schema-version", "This index is written for another version of Footing.",
                             "Version 1 is read here.");
  }
  ReleaseIndex index;
  for (const auto& [id, node] : file.need("claims").members()) index.newest.emplace(id, decode_newest(node));
  for (const auto& node : file.need("releases").elements()) index.releases.push_back(decode_release(node));
  return index;
}

std::string release_chain(const Release& release, const std::string& before) {
  std::string text =
      before + "\n" + std::to_string(release.number) + " " + release.date + " " + std::to_string(release.method) + "\n";
  for (const auto& one : release.revisions)
    text += one.claim + " r" + std::to_string(one.revision) + " " + one.sha256 + "\n";
  return sha256(text);
}

void check_release_files(const ReleaseIndex& index, const std::map<std::string, std::string>& files, Errors& errors) {
  std::map<std::string, int> last;
  std::set<std::string> listed;
  std::string chain;
  int number = 0;
  for (const auto& release : index.releases) {
    if (release.number != ++number) {
      errors.push_back({"release-missing", release.path + "/release",
                        "Release " + std::to_string(number) + " is due here.", kRestore});
    }
    chain = release_chain(release, chain);
    if (chain != release.chain) {
      errors.push_back({"release-changed", release.path + "/chain",
                        "This entry, or one before it, is not what was released.", kRestore});
      chain = release.chain;  // said once
    }
    for (const auto& entry : release.revisions) {
      int& before = last[entry.claim];
      if (entry.revision != before + 1) {
        errors.push_back({"release-missing", entry.path + "/revision",
                          "Revision r" + std::to_string(before + 1) + " of " + entry.claim + " is due here.",
                          kRestore});
      }
      before = entry.revision;
      listed.insert(entry.file());
      check_file(entry, files, errors);
    }
  }
  for (const auto& [path, text] : files) {
    if (listed.count(path) != 0) continue;
    errors.push_back({"release-unlisted", path, "No release lists this file.",
                      "Remove it; scripts/release writes revisions and lists them."});
  }
  for (const auto& [claim, newest] : index.newest) {
    const auto found = last.find(claim);
    if (found == last.end() || found->second != newest.revision) {
      errors.push_back({"release-changed", newest.path + "/revision",
                        "This is not the newest revision that a release lists.", kRestore});
    }
  }
  for (const auto& [claim, revision] : last) {
    if (index.newest.count(claim) != 0) continue;
    errors.push_back({"release-missing", "releases/index.json#/claims",
                      "The newest revision of " + claim + " is missing.", kRestore});
  }
}

}  // namespace footing
