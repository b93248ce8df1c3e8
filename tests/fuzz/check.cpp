#include "fuzz/check.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "footing/base/error_codes.hpp"

namespace footing::fuzz {
namespace {

bool is_known(std::string_view code) {
  return std::any_of(std::begin(kErrorCodes), std::end(kErrorCodes),
                     [code](const ErrorCode& known) { return known.code == code; });
}

}  // namespace

void expect(bool holds, const std::string& what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what.c_str());
  std::abort();
}

void expect_same(const std::string& a, const std::string& b, const std::string& what) {
  if (a != b) expect(false, what + "\n  one:   " + a + "\n  other: " + b);
}

std::string read_text(const std::string& below) {
  std::ifstream in(std::string(FOOTING_SOURCE_DIR) + "/" + below, std::ios::binary);
  expect(static_cast<bool>(in), "the file " + below + " can be read");
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

const Json& small_map() {
  static const Json map = Json::parse(read_text("tests/invalid/base.json"));
  return map;
}

std::vector<TextFile> small_files() {
  std::vector<TextFile> files;
  // A table is its text.
  for (const auto& [path, file] : small_map()["files"].items()) {
    files.emplace_back(path, file.is_string() ? file.get<std::string>() : file.dump());
  }
  return files;
}

const Json& small_prepared() {
  static const Json prepared = [] {
    Engine engine;
    expect(ask(engine, "load", small_map())["ok"] == true, "the small dataset is without an error");
    return ask(engine, "prepare", {{"claim", kClaim}})["prepared"];
  }();
  return prepared;
}

std::string_view text_of(const std::uint8_t* data, std::size_t size, std::size_t longest) {
  return {reinterpret_cast<const char*>(data), std::min(size, longest)};
}

std::pair<std::string_view, std::string_view> first_line(std::string_view text) {
  const auto end = text.find('\n');
  return {text.substr(0, end), end == std::string_view::npos ? std::string_view() : text.substr(end + 1)};
}

std::string as_json(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

void check_errors(const Json& errors) {
  expect(errors.is_array() && errors.size() <= 201, "errors are a list, and no longer than anybody reads");
  for (const Json& error : errors) {
    bool sound = error.is_object() && error.size() == 4;
    for (const char* key : {"code", "path", "message", "hint"}) {
      sound = sound && error.contains(key) && error[key].is_string();
    }
    sound = sound && is_known(error["code"].get_ref<const std::string&>());
    if (sound && !error["message"].get_ref<const std::string&>().empty()) continue;
    expect(false, "an error has a known code, a path, a message that says something, and a hint: " + as_json(error));
  }
}

void check_errors(const Errors& errors) {
  expect(!errors.empty(), "a failure has an error");
  for (const Error& error : errors) {
    expect(is_known(error.code), "the code is known: " + error.code);
    expect(!error.message.empty(), "the message says something: " + error.code);
  }
}

Json check_reply(const Reply& reply, std::size_t given) {
  // Two hundred errors may each quote where they stand; a picture of a claim takes a constant.
  const std::size_t limit = 524'288 + 256 * given;
  if (reply.json.size() > limit) {
    expect(false, "an answer of " + std::to_string(reply.json.size()) + " bytes to a request of " +
                      std::to_string(given) + ": " + reply.json.substr(0, 400));
  }
  Json answer = Json::parse(reply.json, nullptr, false);
  if (!answer.is_object()) expect(false, "the answer is a JSON object: " + reply.json.substr(0, 400));
  check_errors(answer["errors"]);
  check_errors(answer["notices"]);
  expect(answer["ok"].is_boolean() && answer["ok"] == answer["errors"].empty(), "ok says whether there are errors");
  expect(answer["versions"].is_object(), "the answer names its versions");
  return answer;
}

bool only_errors(const Json& answer, std::string_view code) {
  const Json& errors = answer["errors"];
  return std::all_of(errors.begin(), errors.end(), [code](const Json& error) { return error["code"] == code; });
}

}  // namespace footing::fuzz
