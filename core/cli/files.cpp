#include "files.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <sstream>
#include <string_view>

namespace footing::cli {
namespace fs = std::filesystem;

bool read_file(const std::string& path, std::string& content) {
  std::error_code failed;
  if (fs::is_directory(path, failed)) return false;
  std::ifstream in(path, std::ios::binary);
  if (!in) return false;
  std::ostringstream out;
  out << in.rdbuf();
  content = out.str();
  return !in.bad();
}

namespace {

/// Paths below a folder of what `wanted` says yes to; `skipped` folders are not entered.
template <class Wanted>
std::vector<std::string> paths_below(const std::string& folder, std::initializer_list<std::string_view> skipped,
                                     const Wanted& wanted) {
  std::vector<std::string> paths;
  std::error_code failed;
  for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    const std::string name = at->path().filename().string();
    const bool skip = std::find(skipped.begin(), skipped.end(), name) != skipped.end() || name.front() == '.';
    if (at->is_directory(failed) && skip) {
      at.disable_recursion_pending();
    } else if (wanted(at->path())) {
      paths.push_back(fs::relative(at->path(), folder, failed).generic_string());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void add_files(const std::string& folder, const std::vector<std::string>& paths, const std::string& before,
               std::vector<TextFile>& files, std::vector<std::string>& unreadable) {
  for (const auto& path : paths) {
    std::string content;
    if (read_file((fs::path(folder) / path).string(), content)) {
      files.emplace_back(before + path, std::move(content));
    } else {
      unreadable.push_back(before + path);
    }
  }
}

}  // namespace

std::vector<TextFile> read_dataset(const Folders& folders, bool frozen, std::vector<std::string>& unreadable) {
  std::vector<TextFile> files;
  const auto data = paths_below(folders.dataset, {"schema", "releases"}, [](const fs::path& path) {
    return path.extension() == ".json" || path.extension() == ".csv";
  });
  add_files(folders.dataset, data, "", files, unreadable);
  const auto released = paths_below(folders.releases, {}, [&](const fs::path& path) {
    return path.extension() == ".json" && (frozen || path.filename() == "index.json");
  });
  add_files(folders.releases, released, "releases/", files, unreadable);
  return files;
}

std::string find_dataset(const std::string& given) {
  if (!given.empty()) return given;
  if (const char* set = std::getenv("FOOTING_DATASETS"); set != nullptr && *set != '\0') return set;
  std::error_code failed;
  for (fs::path at = fs::current_path(failed); !at.empty(); at = at.parent_path()) {
    const fs::path candidate = at / "datasets";
    if (fs::exists(candidate / "units.json", failed)) return candidate.string();
    if (at == at.parent_path()) break;
  }
  return "";
}

}  // namespace footing::cli
