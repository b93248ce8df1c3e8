#include "files.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

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

std::vector<TextFile> read_dataset(const std::string& folder, std::vector<std::string>& unreadable) {
  std::vector<std::string> paths;
  std::error_code failed;
  for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    const std::string name = at->path().filename().string();
    if (at->is_directory(failed) && (name == "schema" || name == "releases" || name.front() == '.')) {
      at.disable_recursion_pending();
      continue;
    }
    const std::string extension = at->path().extension().string();
    if (extension == ".json" || extension == ".csv")
      paths.push_back(fs::relative(at->path(), folder, failed).generic_string());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<TextFile> files;
  for (const auto& path : paths) {
    std::string content;
    if (read_file((fs::path(folder) / path).string(), content)) {
      files.emplace_back(path, std::move(content));
    } else {
      unreadable.push_back(path);
    }
  }
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
