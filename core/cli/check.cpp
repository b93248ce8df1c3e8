#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <iostream>

#include "commands.hpp"
#include "files.hpp"
#include "session.hpp"

namespace footing::cli {
namespace {

/// Reads the named files and folders. A folder is a dataset of its own; a file is checked within the dataset
/// that it lies in or, failing that, the one found here.
bool gather(const Arguments& arguments, std::vector<TextFile>& files) {
  namespace fs = std::filesystem;
  std::vector<std::string> unreadable;
  std::string folder = arguments.last("--datasets");
  std::vector<fs::path> single;
  for (const auto& word : arguments.words) {
    std::error_code failed;
    if (fs::is_directory(word, failed)) {
      folder = word;
    } else {
      single.emplace_back(word);
    }
  }
  if (folder.empty() && !single.empty()) {
    std::error_code failed;
    const fs::path around = fs::absolute(single.front(), failed).parent_path().parent_path();
    if (fs::exists(around / "units.json", failed)) folder = around.string();
  }
  const Folders folders = find_folders(arguments, folder);
  if (!folders.dataset.empty()) files = read_dataset(folders, true, unreadable);
  bool fine = true;
  for (const auto& path : unreadable) {
    std::cerr << "footing: cannot read " << path << "\n";
    fine = false;
  }
  for (const auto& path : single) {
    std::string content;
    if (!read_file(path.string(), content)) {
      std::cerr << "footing: cannot read " << path.string() << "\n";
      fine = false;
      continue;
    }
    // A file is known by its folder and name: claims/x.json.
    const std::string parent = path.parent_path().filename().string();
    const bool placed = parent == "claims" || parent == "models" || parent == "quantities" || parent == "bundles" ||
                        parent == "sources" || parent == "articles" || parent == "tables";
    const std::string name = path.filename().string() == "units.json"
                                 ? "units.json"
                                 : (placed ? parent : "claims") + "/" + path.filename().string();
    bool replaced = false;
    for (auto& [known, text] : files) {
      if (known == name) {
        text = content;
        replaced = true;
      }
    }
    if (!replaced) files.emplace_back(name, content);
  }
  return fine;
}

}  // namespace

int run_check(const Arguments& arguments) {
  std::vector<TextFile> files;
  const bool readable_files = gather(arguments, files);
  if (files.empty()) return usage_error("nothing to check");
  const auto start = std::chrono::steady_clock::now();
  const bool terminal = isatty(STDERR_FILENO) != 0;
  bool shown = false;
  Engine engine;
  const Json answer =
      Json::parse(engine
                      .check_files(files,
                                   [&](double share) {
                                     if (std::chrono::steady_clock::now() - start < std::chrono::seconds(1)) return;
                                     shown = terminal;
                                     if (terminal)
                                       std::cerr << "\rchecked " << static_cast<int>(share * 100) << " %" << std::flush;
                                   })
                      .json);
  if (shown) std::cerr << "\n";
  const bool ok = answer["ok"].get<bool>() && readable_files;
  if (print_json(arguments, answer)) return ok ? kOk : kAmiss;
  print_errors(answer["errors"], "error");
  print_errors(answer["notices"], "warning");
  std::cout << files.size() << " files, " << answer["claims"].size() << " valid claims, " << answer["errors"].size()
            << " errors, " << answer["notices"].size() << " warnings\n";
  return ok ? kOk : kAmiss;
}

}  // namespace footing::cli
