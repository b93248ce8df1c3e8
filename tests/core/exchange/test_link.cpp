#include "exchange/link.hpp"

#include <random>

#include "footing/evaluate/evaluate.hpp"
#include "support/dataset.hpp"

using footing::decode_link;
using footing::encode_link;
using footing::Engine;
using footing::Errors;
using footing::Link;
using namespace footing::test;

namespace {

/// Integers below a bound from a fixed generator; std's distributions differ between libraries, this does not.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::size_t below(std::size_t bound) { return engine_() % bound; }
  template <class T>
  const T& among(const std::vector<T>& list) {
    return list[below(list.size())];
  }

 private:
  std::mt19937 engine_;
};

bool equal(const Link& a, const Link& b) {
  return a.language == b.language && a.claim == b.claim && a.revision == b.revision && a.scenario == b.scenario &&
         a.seed == b.seed && a.samples == b.samples && a.view == b.view && a.set == b.set;
}

Json decoded(Engine& engine, const std::string& text) { return ask(engine, "link", {{"text", text}}); }

}  // namespace

TEST_CASE("a link that is written and read again is the same link, whatever bytes its values hold") {
  const std::vector<std::string> alphabet{"1", "2.5", "..", "e-7", "uniform(", ")", ",",  ":", " ",  "+", "%",
                                          "&", "=",   "#",  "?",   "/",        "~", "\"", "<", "电", "é", "__proto__"};
  Dice dice(20261121);
  for (int round = 0; round < 2000; ++round) {
    Link link;
    link.language = dice.among<std::string>({"", "en", "zh-Hans", "zh-Hant"});
    link.claim = dice.among<std::string>({"fleet-claim", "a", "x-1"});
    if (dice.below(2)) link.revision = static_cast<int>(dice.below(100000));
    if (dice.below(2)) link.scenario = dice.among<std::string>({"as_published", "low"});
    if (dice.below(2)) link.seed = std::uint64_t{2} + dice.below(1u << 30) * std::uint64_t{17179869183};
    if (dice.below(2)) link.samples = 2 + dice.below(1048575);
    if (dice.below(3) == 0) link.view = dice.among<std::string>({"table", "1,2"});
    for (std::size_t i = dice.below(5); i > 0; --i) {
      std::string value;
      for (std::size_t n = 1 + dice.below(6); n > 0; --n) value += dice.among(alphabet);
      link.set[dice.among<std::string>({"pue", "servers", "load", "home", "x_1"})] = value;
    }
    if (link.samples && *link.samples == footing::kDefaultSamples) link.samples.reset();
    const std::string text = encode_link(link);
    Errors notices;
    const auto back = decode_link(text, notices);
    INFO(text);
    REQUIRE(back);
    CHECK(notices.empty());
    CHECK(equal(link, *back));
    for (const char c : text) REQUIRE((c > 0x20 && c < 0x7f));
  }
}

TEST_CASE("evaluating the request that a link holds writes that link again") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  Dice dice(7);
  const std::vector<std::pair<std::string, std::vector<std::string>>> changes{
      {"servers", {"120", "20..600", "log_uniform(50,200)", "1e2", "0.0001e6"}},
      {"load", {"0.5", "50 %", "beta(2,3)", "triangular(0.2,0.5,0.9)", "empirical(0.1,0.2,0.2)"}},
      {"pue", {"1.3", "1.1..1.4", "choice(1.1:2,1.2:1)"}},
      {"site", {"us", "cn", "choice(us: 2, cn: 1)"}},
      {"home", {"cn"}},
      {"server_power", {"6500 W_it/server", "normal(4,6)"}}};
  for (int round = 0; round < 200; ++round) {
    Json set = Json::object();
    for (const auto& [id, values] : changes) {
      if (dice.below(3) == 0) set[id] = dice.among(values);
    }
    Json request = {{"claim", "fleet-claim"}, {"set", set}};
    if (dice.below(2)) request["scenario"] = dice.among<std::string>({"as_published", "weighted", "sourced_then"});
    if (dice.below(2)) request["seed"] = std::to_string(dice.below(1000000));
    if (dice.below(2)) request["samples"] = 2 + dice.below(1000);
    const Json written = ask_ok(engine, "link", {{"request", request}});
    const Json read = decoded(engine, "https://example.org/footing/zh-Hant/" + written["link"].get<std::string>() +
                                          "&utm_source=x&from=singlemessage");
    INFO(request.dump() << "\n" << written.dump() << "\n" << read.dump());
    REQUIRE(read["ok"] == true);
    REQUIRE(read["notices"].empty());
    CHECK(read["language"] == "zh-Hant");
    CHECK(read["revision"] == 0);
    const Json again = ask_ok(engine, "link", {{"request", read["request"]}});
    CHECK(again["link"] == written["link"]);
    CHECK(again["notices"].empty());
  }
}

TEST_CASE("links of the collection are read as it says") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  for (const auto& one : read_json("tests/links/links.json")) {
    const std::string link = one["link"];
    INFO(link);
    const Json answer = decoded(engine, link);
    const bool known = one.contains("request");
    INFO(answer.dump(1));
    CHECK(answer["ok"] == known);
    if (known) {
      CHECK(answer["request"] == one["request"]);
      CHECK(answer["language"] == one.value("language", Json()));
      CHECK(answer["revision"] == one.value("revision", Json()));
      CHECK(answer["view"] == one.value("view", Json()));
    }
    Json found = Json::array();
    for (const auto& error : answer[known ? "notices" : "errors"]) found.push_back({error["code"], error["path"]});
    CHECK(found == one.value("notices", Json::array()));
    if (one.contains("canonical"))
      CHECK(ask_ok(engine, "link", {{"request", answer["request"]}})["link"] == one["canonical"]);
  }
}

TEST_CASE("a link may be as long as 16,384 characters and not longer") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  const std::string start = "claims/fleet-claim/?load=0.5&utm_x=";
  CHECK(decoded(engine, start + std::string(16384 - start.size(), 'x'))["ok"] == true);
  const Json refused = decoded(engine, start + std::string(16385 - start.size(), 'x'));
  CHECK(has_error(refused["errors"], "link-too-long", ""));
  CHECK(has_error(decoded(engine, start + std::string(1 << 20, '9'))["errors"], "link-too-long", ""));
}

TEST_CASE("whatever a stranger types, the answer is JSON with the rest of the link intact") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  const std::vector<std::string> alphabet{
      "%",         "%zz",         "%00",       "%0a",   "%ff",  "%e4%bd", "&",     "=",        "==",
      "#",         "?",           "/",         "r1",    "r",    "NaN",    "1e309", "-1e309",   "inf",
      "__proto__", "constructor", "_scenario", "_seed", "_n",   "_x",     "pue",   "servers",  "site",
      "load",      "..",          "9",         "1",     ",",    "(",      ")",     "uniform(", "choice(us:1,",
      "\"",        "'",           "<script>",  "\\",    "\x01", "\x7f",   "\xff",  "é",        "电",
      ";",         "claims",      ":",         "[",     "{",    "}"};
  Dice dice(99);
  for (int round = 0; round < 1500; ++round) {
    std::string tail;
    for (std::size_t n = dice.below(30); n > 0; --n) tail += dice.among(alphabet);
    const std::string text = "/en/claims/fleet-claim/?household_use=12&" + tail;
    // What is typed reaches the engine as JSON; bytes that are no UTF-8 are replaced on the way, as a browser does.
    const std::string request = Json{{"text", text}}.dump(-1, ' ', false, Json::error_handler_t::replace);
    const Json answer = Json::parse(engine.call("link", request).json);
    INFO(text);
    REQUIRE(answer["ok"] == true);
    CHECK(answer["request"]["set"]["household_use"] == "12");
    Json evaluate = answer["request"];
    evaluate["samples"] = 64;
    evaluate["shapes"] = false;
    // A scenario from the link that is unknown has become a notice; nothing else stops the evaluation but a value that
    // makes a step infinite.
    const Json shown = ask(engine, "evaluate", evaluate);
    for (const auto& error : shown["errors"]) CHECK(error["code"] == "non-finite");
  }
}

TEST_CASE("each part of a link that cannot be used is a notice at its key and the scenario's value stays") {
  Engine engine;
  ask_ok(engine, "load", small_map());
  for (const char* value : {"NaN",     "nan",       "inf",        "1e309",
                            "-1",      "0..0.5..1", "",           " ",
                            "0x10",    "1,5",       "uniform(1)", "uniform(0.9,0.1)",
                            "0.5 kWh", "1.5",       "{}",         "[1]",
                            "\"1\"",   "0.5\x01",   "choice()",   "normal(0.1,0.2",
                            "0.1..",   "..0.1",     "1e-400..x"}) {
    const Json answer =
        ask_ok(engine, "evaluate",
               {{"claim", "fleet-claim"}, {"set", {{"load", value}, {"servers", "120"}}}, {"samples", 64}});
    INFO("load=" << value << "\n" << lines_of(answer["notices"]));
    CHECK(answer["notices"].size() >= 1);
    for (const auto& notice : answer["notices"]) CHECK(notice["path"] == "load");
    CHECK(answer["request"]["set"] == Json({{"servers", "120"}}));
  }
}
