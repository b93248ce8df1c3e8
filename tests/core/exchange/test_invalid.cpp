#include "support/dataset.hpp"

using footing::Engine;
using footing::TextFile;
using namespace footing::test;

namespace {

void number(Json& node, const std::string& digits) {
  if (node.is_string()) {
    std::string text = node;
    for (auto at = text.find('#'); at != std::string::npos; at = text.find('#', at + digits.size()))
      text.replace(at, 1, digits);
    node = text;
  } else if (node.is_structured()) {
    for (auto& child : node) number(child, digits);
  }
}

/// {"repeat": "x", "times": 3} anywhere in a case stands for "xxx", with "before" and "after" around it; {"copies": 2,
/// "of":
/// {"id": "s#"}} stands for a list of two, "#" replaced by 0 and 1.
void expand(Json& node) {
  if (node.is_object() && node.contains("copies")) {
    Json list = Json::array();
    for (int i = 0; i < node["copies"].get<int>(); ++i) {
      list.push_back(node["of"]);
      number(list.back(), std::to_string(i));
    }
    node = list;
    return;
  }
  if (node.is_object() && node.contains("repeat")) {
    std::string text = node.value("before", "");
    for (int i = 0; i < node["times"].get<int>(); ++i) text += node["repeat"].get<std::string>();
    node = text + node.value("after", "");
  } else if (node.is_structured()) {
    for (auto& child : node) expand(child);
  }
}

/// The small dataset with a case's changes: "set" {place: value}, "remove" [place].
Json files_of(const Json& one) {
  Json map = small_map();
  const Json set = one.value("set", Json::object());
  for (const auto& [place, value] : set.items()) part(map, place) = value;
  for (const auto& place : one.value("remove", Json::array())) {
    const std::string text = place;
    const auto hash = text.find('#');
    if (hash == std::string::npos) {
      map["files"].erase(text);
      continue;
    }
    const Json::json_pointer pointer(text.substr(hash + 1));
    Json& parent = map["files"][text.substr(0, hash)][pointer.parent_pointer()];
    if (parent.is_array()) {
      parent.erase(static_cast<std::size_t>(std::stoul(pointer.back())));
    } else {
      parent.erase(pointer.back());
    }
  }
  return map;
}

/// The answer that a case provokes: files as text, a raw request, a request on the small dataset, or its claim prepared
/// ("prepared": {place: value} changes it).
Json provoke(const Json& one) {
  if (one.contains("prepared")) {
    Json prepared = prepare(small_map(), "fleet-claim");
    for (const auto& [place, value] : one["prepared"].items()) prepared[Json::json_pointer(place)] = value;
    footing::PreparedEngine engine;
    return ask(engine, "load", {{"footing", 1}, {"prepared", prepared}});
  }
  Engine engine;
  const std::string call = one["call"];
  const Json map = files_of(one);
  if (one.contains("text")) {
    std::vector<TextFile> files;
    for (const auto& [path, file] : map["files"].items()) {
      if (!one["text"].contains(path)) files.emplace_back(path, file_text(file));
    }
    for (const auto& [path, text] : one["text"].items()) files.emplace_back(path, text.get<std::string>());
    return Json::parse(engine.check_files(files, {}).json);
  }
  if (call == "check" || call == "load") {
    Json request = map;
    request.update(one.value("request", Json::object()));
    return ask(engine, call, request);
  }
  ask_ok(engine, "load", map);
  if (one.contains("raw")) return Json::parse(engine.call(call, one["raw"].get<std::string>()).json);
  return ask(engine, call, one.value("request", Json::object()));
}

}  // namespace

TEST_CASE("each case of tests/invalid gives its code at its place, with a message") {
  for (const auto& code : names_in_folder("tests/invalid")) {
    if (code.find('.') != std::string::npos) continue;
    Json cases = read_json("tests/invalid/" + code + "/case.json");
    if (!cases.is_array()) cases = Json::array({cases});
    for (auto& one : cases) {
      INFO(code << ": " << one.value("about", ""));
      expand(one);
      const Json answer = provoke(one);
      const Json& expect = one["expect"];
      const bool notice = expect.value("notice", false);
      const Json& list = answer[notice ? "notices" : "errors"];
      INFO("ok " << answer["ok"] << "\nerrors\n"
                 << lines_of(answer["errors"]) << "notices\n"
                 << lines_of(answer["notices"]));
      CHECK(expect["code"] == code);
      CHECK(has_error(list, expect["code"], expect["path"]));
      CHECK(answer["ok"] == (notice && !expect.value("refused", false)));
      for (const auto& error : list) {
        CHECK_FALSE(error["message"].get<std::string>().empty());
        CHECK(error["hint"].is_string());
      }
    }
  }
}

TEST_CASE("a claim file that is cut off at any byte gives an error with its place and leaves the others valid") {
  const Json map = small_map();
  std::vector<TextFile> files;
  for (const auto& [path, file] : map["files"].items()) files.emplace_back(path, file_text(file));
  Json claim = map["files"]["claims/fleet-claim.json"];
  claim["id"] = "cut-claim";
  const std::string text = claim.dump(0);
  const std::vector<TextFile> alone{{"units.json", map["files"]["units.json"].dump()}};
  for (std::size_t length = 0; length < text.size(); ++length) {
    // The whole dataset around it is read again for some lengths only: that takes a hundred times as long.
    const bool whole = length % 101 == 0;
    std::vector<TextFile> cut = whole ? files : alone;
    cut.emplace_back("claims/cut-claim.json", text.substr(0, length));
    Engine engine;
    const Json answer = Json::parse(engine.check_files(cut, {}).json);
    REQUIRE(answer["ok"] == false);
    REQUIRE(answer["errors"].size() >= 1);
    const Json& error = answer["errors"][0];
    INFO("cut after " << length << " bytes: " << error.dump());
    REQUIRE(error["code"] == "json-syntax");
    REQUIRE(error["path"] == "claims/cut-claim.json");
    REQUIRE(error["message"].get<std::string>().find("line ") != std::string::npos);
    if (whole) REQUIRE(answer["claims"] == Json({"fleet-claim"}));
  }
}

TEST_CASE("a request that is cut off at any byte is refused as a value") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  const std::string text = Json{
      {"claim", "fleet-claim"},
      {"set", {{"servers", "20..60"}, {"site", "cn"}}},
      {"samples", 64},
      {"seed", "7"}}.dump();
  for (std::size_t length = 0; length < text.size(); ++length) {
    const Json answer = Json::parse(engine.call("evaluate", text.substr(0, length)).json);
    REQUIRE(answer["ok"] == false);
    REQUIRE(answer["errors"][0]["code"] == "json-syntax");
  }
}

TEST_CASE("a single byte that is changed in a model never stops the check") {
  const Json map = small_map();
  std::vector<TextFile> files;
  for (const auto& [path, file] : map["files"].items()) {
    if (path != "models/fleet.json") files.emplace_back(path, file_text(file));
  }
  const std::string text = map["files"]["models/fleet.json"].dump();
  files.emplace_back("models/fleet.json", text);
  std::uint32_t state = 1;
  for (int round = 0; round < 300; ++round) {
    state = state * 1664525u + 1013904223u;
    std::string bent = text;
    bent[(state >> 8) % bent.size()] = " \"{}[],:0x\\\xff"[(state >> 3) % 12];
    files.back().second = bent;
    Engine engine;
    const Json answer = Json::parse(engine.check_files(files, {}).json);
    for (const auto& error : answer["errors"]) REQUIRE_FALSE(error["path"].get<std::string>().empty());
  }
}
