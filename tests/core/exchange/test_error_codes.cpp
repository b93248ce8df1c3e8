#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "footing/base/error_codes.hpp"
#include "support/dataset.hpp"

using footing::kErrorCodes;
using namespace footing::test;

namespace {

bool is_code(const std::string& text) {
  bool hyphen = false, letter = false;
  for (const char c : text) {
    if (c == '-') {
      if (!letter) return false;
      hyphen = true;
      letter = false;
    } else if (c >= 'a' && c <= 'z') {
      letter = true;
    } else {
      return false;
    }
  }
  return hyphen && letter;
}

/// The next quotation mark that opens or closes a text: neither escaped nor a character by itself.
std::size_t next_quote(const std::string& source, std::size_t from) {
  for (auto at = source.find('"', from); at != std::string::npos; at = source.find('"', at + 1)) {
    const bool alone = at > 0 && source[at - 1] == '\'' && source.substr(at + 1, 1) == "'";
    std::size_t backslashes = 0;
    while (backslashes < at && source[at - 1 - backslashes] == '\\') ++backslashes;
    if (!alone && backslashes % 2 == 0) return at;
  }
  return std::string::npos;
}

/// Texts that stand where an error's code stands: after "{", "fail(" or "error(", or in a choice of two.
void collect_codes(const std::string& source, std::set<std::string>& codes) {
  for (std::size_t at = next_quote(source, 0); at != std::string::npos; at = next_quote(source, at + 1)) {
    const auto end = next_quote(source, at + 1);
    if (end == std::string::npos) return;
    const std::string text = source.substr(at + 1, end - at - 1);
    std::size_t before = at;
    while (before > 0 && (source[before - 1] == ' ' || source[before - 1] == '\n')) --before;
    const std::string left = source.substr(before < 6 ? 0 : before - 6, std::min<std::size_t>(before, 6));
    // A list of known keys stands in only({…}); a code may be one of two, behind "?" and ":".
    const char last = left.empty() ? ' ' : left.back();
    const bool place = left != "only({" && (last == '{' || last == '?' || last == ':' ||
                                            left.find("fail(") != std::string::npos || left == "error(");
    if (place && is_code(text)) codes.insert(text);
    at = end;
  }
}

std::set<std::string> used_codes() {
  std::set<std::string> codes;
  for (const char* side : {"core/src", "core/cli"}) {
    std::error_code failed;
    for (std::filesystem::recursive_directory_iterator at(source_path(side), failed), end; !failed && at != end;
         at.increment(failed)) {
      const std::string path = at->path().generic_string();
      if (path.size() > 4 && path.substr(path.size() - 4) == ".cpp")
        collect_codes(read_text(path.substr(source_path("").size())), codes);
    }
  }
  return codes;
}

}  // namespace

TEST_CASE("the table of error codes is in alphabetical order, without repeats, and each code has a meaning") {
  for (std::size_t i = 0; i < std::size(kErrorCodes); ++i) {
    INFO(kErrorCodes[i].code);
    CHECK(is_code(std::string(kErrorCodes[i].code)));
    CHECK(kErrorCodes[i].meaning.size() > 15);
    CHECK(kErrorCodes[i].meaning.back() == '.');
    if (i > 0) CHECK(kErrorCodes[i - 1].code < kErrorCodes[i].code);
  }
}

TEST_CASE("the codes that the core gives and those in the table are the same") {
  const std::set<std::string> used = used_codes();
  std::set<std::string> listed;
  for (const auto& [code, meaning] : kErrorCodes) listed.emplace(code);
  REQUIRE(used.count("unit-mismatch") == 1);
  for (const auto& code : used) {
    INFO(code << " is given by core/ and missing in error_codes.hpp");
    CHECK(listed.count(code) == 1);
  }
  for (const auto& code : listed) {
    INFO(code << " is in error_codes.hpp and nothing gives it");
    CHECK(used.count(code) == 1);
  }
}

TEST_CASE("each code has a case in tests/invalid that provokes it") {
  const auto folders = names_in_folder("tests/invalid");
  std::set<std::string> listed;
  for (const auto& [code, meaning] : kErrorCodes) {
    INFO("tests/invalid/" << code << "/case.json is missing");
    CHECK(std::count(folders.begin(), folders.end(), code) == 1);
    listed.emplace(code);
  }
  for (const auto& folder : folders) {
    if (folder.find('.') != std::string::npos) continue;
    INFO(folder << " is no code");
    CHECK(listed.count(folder) == 1);
  }
}
