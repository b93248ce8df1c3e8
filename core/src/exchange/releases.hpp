#pragma once

#include <map>
#include <string>
#include <vector>

#include "exchange/reader.hpp"

/// Frozen revisions of claims: datasets/releases/. Each is a file that evaluates alone; index.json lists them in the
/// order of their releases, with their hashes. Nothing that stands there is ever changed or removed.
namespace footing {

/// One file releases/<claim>/r<n>.json.
struct ReleasedRevision {
  std::string claim;
  std::string path;  ///< where the index lists it
  int revision = 0;
  std::string sha256;

  std::string file() const { return "releases/" + claim + "/r" + std::to_string(revision) + ".json"; }
};

struct Release {
  std::string path;
  int number = 0;
  std::string date;
  int method = 0;
  std::string chain;  ///< hash of this release and of the chain before it
  std::vector<ReleasedRevision> revisions;
};

/// What the next revision of a claim goes on from.
struct NewestRevision {
  std::string path;
  int revision = 0;
  std::string digest;                     ///< closure_digest of what was frozen
  std::map<std::string, int> dimensions;  ///< Sobol dimensions, kept by later revisions
};

struct ReleaseIndex {
  std::vector<Release> releases;
  std::map<std::string, NewestRevision> newest;  ///< by claim
};

/// Reads releases/index.json.
ReleaseIndex decode_release_index(const Reader& file);

/// The chain that a release's entry must carry: `before` is the chain of the release before it, "" for the first.
std::string release_chain(const Release& release, const std::string& before);

/// Compares the index with the files there are (path below datasets/ -> text). Errors: release-changed (a file or an
/// entry is not what was released), release-missing (a file, or a number in the row), release-unlisted.
void check_release_files(const ReleaseIndex& index, const std::map<std::string, std::string>& files, Errors& errors);

}  // namespace footing
