#include <algorithm>
#include <cstring>

#include "exchange/json.hpp"
#include "exchange/json_file.hpp"
#include "support/dataset.hpp"

// Two readers make the same tree: the own one of requests and prepared claims, and nlohmann's of dataset files. Each is
// the other's oracle: they share the tree and the words of errors, and nothing that reads.

using footing::parse_json;
using footing::parse_json_file;
using namespace footing::test;
using Tree = footing::Json;

namespace {

/// Equal to the last bit; only the sign of a zero may differ, because the library reads "-0" as a whole number.
bool same_number(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0 || (a == 0 && b == 0); }

bool same(const Tree& a, const Tree& b) {
  if (a.type != b.type || a.boolean != b.boolean || a.text != b.text || !same_number(a.number, b.number)) return false;
  if (a.list.size() != b.list.size() || a.members.size() != b.members.size()) return false;
  for (std::size_t i = 0; i < a.list.size(); ++i) {
    if (!same(a.list[i], b.list[i])) return false;
  }
  for (std::size_t i = 0; i < a.members.size(); ++i) {
    if (a.members[i].first != b.members[i].first || !same(a.members[i].second, b.members[i].second)) return false;
  }
  return true;
}

/// Codes and places of errors. Where reading stops, the readers may be a word apart, so a syntax error is without its
/// place.
std::vector<std::string> lines(const footing::Errors& errors) {
  std::vector<std::string> out;
  for (const auto& error : errors) {
    out.push_back(error.code + " " + error.path + (error.code == "json-syntax" ? "" : " " + error.message));
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// Both readers take the text, as the same tree, or both refuse it for the same reasons. Gives whether they took it.
bool compare(const std::string& text) {
  const auto own = parse_json(text, "text");
  const auto library = parse_json_file(text, "text");
  const bool agree = static_cast<bool>(own) == static_cast<bool>(library) &&
                     (own ? same(own.value(), library.value()) : lines(own.errors()) == lines(library.errors()));
  if (!agree) {
    INFO("text " << Json(text).dump(-1, ' ', true, Json::error_handler_t::replace).substr(0, 400));
    INFO("own " << (own ? "reads it" : own.errors()[0].message));
    INFO("library " << (library ? "reads it" : library.errors()[0].message));
    REQUIRE(agree);
  }
  return static_cast<bool>(own);
}

/// Numbers without a pattern, the same in every run (Knuth's MMIX generator, upper bits).
class Dice {
 public:
  std::size_t below(std::size_t end) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>((state_ >> 33) % end);
  }

 private:
  std::uint64_t state_ = 1;
};

/// The text with one to three changes: a byte put in, replaced or taken out, a piece doubled, two pieces swapped, an
/// end cut off.
std::string bent(std::string text, Dice& dice) {
  static constexpr char kBytes[] = "\"\"\\\\{}[],::0123456789.eE+-u \n\t\x01\x7f\x80\xc3\xe6\xed\xf4\xffntfadb/*'";
  for (std::size_t i = 1 + dice.below(3); i > 0 && !text.empty(); --i) {
    const std::size_t at = dice.below(text.size());
    const char byte = kBytes[dice.below(sizeof kBytes - 1)];
    switch (dice.below(6)) {
      case 0:
        text[at] = byte;
        break;
      case 1:
        text.insert(at, 1, byte);
        break;
      case 2:
        text.erase(at, 1 + dice.below(4));
        break;
      case 3:
        text.insert(at, text.substr(at, 1 + dice.below(30)));
        break;
      case 4:
        std::swap(text[at], text[dice.below(text.size())]);
        break;
      default:
        text.resize(at);
    }
  }
  return text;
}

/// Every text that lies in a JSON value, and every key.
void collect(const Json& node, std::vector<std::string>& texts) {
  if (node.is_string()) texts.push_back(node);
  if (!node.is_structured()) return;
  for (const auto& [key, child] : node.items()) {
    texts.push_back(key);
    collect(child, texts);
  }
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("both readers read every file of the dataset and every fixture alike, and each prepared claim") {
  for (const auto& [path, text] : dataset_files()) {
    if (is_json(path)) REQUIRE(compare(text));
  }
  for (const auto& name : names_in_folder("tests/golden")) REQUIRE(compare(read_text("tests/golden/" + name)));
  for (const auto& code : names_in_folder("tests/invalid")) {
    const std::string file = "tests/invalid/" + code + (code.find('.') == std::string::npos ? "/case.json" : "");
    const std::string text = read_text(file);
    REQUIRE(compare(text));
    // What a case hands over as text is JSON, or meant not to be.
    std::vector<std::string> inner;
    collect(Json::parse(text), inner);
    for (const auto& one : inner) compare(one);
  }
  footing::Engine engine;
  load_real(engine);
  for (const auto& claim : claims_of(engine)) {
    const footing::Reply reply = engine.call("prepare", Json{{"claim", claim["id"]}, {"rivals", true}}.dump());
    REQUIRE(compare(reply.json));
  }
}

TEST_CASE("both readers agree on files of the dataset that were bent at random") {
  Dice dice;
  std::size_t read = 0;
  std::size_t refused = 0;
  for (const auto& [path, text] : dataset_files()) {
    const std::size_t start = dice.below(text.size());
    for (int i = 0; i < 60; ++i) ++(compare(bent(text.substr(0, 1500), dice)) ? read : refused);
    for (int i = 0; i < 60; ++i) ++(compare("[" + bent(text.substr(start, 40), dice) + "]") ? read : refused);
    for (int i = 0; i < 4; ++i) ++(compare(bent(text, dice)) ? read : refused);
  }
  // Both kinds came up often enough for the comparison to mean something.
  CHECK(read > 200);
  CHECK(refused > 5000);
}

TEST_CASE("both readers agree on how deep a text may be nested, whatever it is nested in") {
  for (int depth = 60; depth <= 68; ++depth) {
    const bool fits = depth <= footing::kMaxJsonDepth;
    CHECK(compare(repeated("[", depth) + repeated("]", depth)) == fits);
    CHECK(compare(repeated("{\"a\":", depth) + "1" + repeated("}", depth)) == fits);
    CHECK(compare("[1, " + repeated("[", depth - 1) + repeated("]", depth - 1) + ", {}]") == fits);
    CHECK(compare(repeated("[{\"a\":", depth) + "1" + repeated("}]", depth)) == (2 * depth <= footing::kMaxJsonDepth));
    compare(repeated("[", depth));
    compare(repeated("{\"a\":[", depth));
  }
  CHECK_FALSE(compare(repeated("[", 100000)));
}

TEST_CASE("both readers refuse a zero byte wherever it stands") {
  for (const char* text : {"{}", "[1, \"a\"]", "null", "{\"a\": [1, 2]}", "{\"a\":1,\"a\":2}"}) {
    for (std::size_t at = 0; at <= std::string(text).size(); ++at) {
      CHECK_FALSE(compare(std::string(text).insert(at, 1, '\0')));
    }
  }
}

TEST_CASE("both readers agree on every escaped unit and on pairs of them") {
  const auto escaped = [](std::size_t unit) {
    char text[8];
    std::snprintf(text, sizeof text, "\\u%04zx", unit);
    return std::string(text);
  };
  std::size_t lone = 0;
  for (std::size_t unit = 0; unit < 0x10000; ++unit) {
    // The halves of pairs, alone, are refused; all else is read.
    if (!compare("\"" + escaped(unit) + "\"")) ++lone;
  }
  CHECK(lone == 0x800);
  Dice dice;
  const std::size_t edges[] = {0x0000, 0x0041, 0xd7ff, 0xd800, 0xd801, 0xdbff, 0xdc00, 0xdc01, 0xdfff, 0xe000, 0xffff};
  for (const std::size_t first : edges) {
    for (const std::size_t second : edges) compare("\"" + escaped(first) + escaped(second) + "\"");
    compare("\"" + escaped(first) + "\\n\"");
    compare("\"" + escaped(first) + "\\u12\"");
  }
  for (int i = 0; i < 2000; ++i) {
    compare("\"" + escaped(0xd800 + dice.below(0x800)) + escaped(0xd800 + dice.below(0x800)) + "\"");
  }
}

TEST_CASE("both readers agree on every byte of a text, alone and as a UTF-8 sequence") {
  for (int a = 0; a < 256; ++a) {
    const std::string one(1, static_cast<char>(a));
    compare(one);
    compare("\"" + one + "\"");
    compare("\"\\" + one + "\"");
    compare("[1" + one + "2]");
    for (int b = 0; b < 256; ++b) {
      const std::string two = one + static_cast<char>(b);
      compare("\"" + two + "\"");
      if (a >= 0xe0) {
        for (const char c : {'\x7f', '\x80', '\xbf', '\xc0'}) {
          compare("\"" + two + c + "\"");
          compare("\"" + two + c + "\x80\"");
          compare("\"" + two + c + "\xc0\"");
        }
      }
    }
  }
}

TEST_CASE("both readers report each key that stands twice, at any depth and in any spelling") {
  for (const char* text :
       {R"({"a":1,"a":1})", R"({"a":1,"b":2,"a":3,"b":4,"a":5})", R"({"a":1,"\u0061":2})",
        R"([{"a":{"b":1,"b":2}},{"a":1,"a":2}])", R"({"":1,"":2})", R"({"a":{"a":1},"A":2})", R"({"a":1,"a"})",
        R"({"a":1,"a":})", R"({"a":1,"a":2,})", R"({"a":1,"a":[}])", R"({"\u0000":1,"\u0000":2,"":3})"}) {
    INFO(text);
    compare(text);
  }
}

TEST_CASE("both readers give a number the same bits") {
  for (const char* text : {"9007199254740993",
                           "-9007199254740993",
                           "9223372036854775807",
                           "9223372036854775808",
                           "-9223372036854775808",
                           "-9223372036854775809",
                           "18446744073709551615",
                           "18446744073709551616",
                           "1.7976931348623157e308",
                           "1.7976931348623158e308",
                           "1.7976931348623159e308",
                           "17976931348623159e292",
                           "1e308",
                           "1e309",
                           "-1e309",
                           "1e999999999",
                           "1e99999999999999999999",
                           "1e-99999999999999999999",
                           "0e999999999",
                           "0.0e-999999999",
                           "4.9406564584124654e-324",
                           "2.4703282292062328e-324",
                           "2.4703282292062327e-324",
                           "2.2250738585072011e-308",
                           "2.2250738585072014e-308",
                           "0.1",
                           "-0",
                           "-0.0",
                           "0.000000000000000000000000000000000000001",
                           "100000000000000000000000000000000000000000000000000",
                           "1e22",
                           "1e23",
                           "8.41e21",
                           "9.5e-21",
                           "1E5",
                           "1e+5"}) {
    INFO(text);
    compare(text);
  }
  Dice dice;
  const auto digits = [&dice](std::size_t count) {
    std::string out(1, static_cast<char>('1' + dice.below(9)));
    while (out.size() < count) out += static_cast<char>('0' + dice.below(10));
    return out;
  };
  for (int i = 0; i < 20000; ++i) {
    std::string text = (dice.below(2) == 0 ? "-" : "") + digits(1 + dice.below(dice.below(8) == 0 ? 60 : 20));
    if (dice.below(3) != 0) text += "." + digits(1 + dice.below(25));
    if (dice.below(3) != 0) text += "e" + std::to_string(static_cast<int>(dice.below(680)) - 340);
    compare(text);
  }
  // Halfway between neighbours, where the last digit of many decides.
  for (int i = 0; i < 2000; ++i) {
    const std::uint64_t odd = ((std::uint64_t{1} << 53) + dice.below(std::size_t{1} << 31)) * 2 + 1;
    const std::string half = std::to_string(odd);
    const std::string zeros(dice.below(30), '0');
    compare(half);
    compare(half + "." + zeros + "1");
    compare(std::to_string(odd - 1) + "." + std::string(20, '9'));
    compare(half + "e" + std::to_string(dice.below(30)));
  }
}

TEST_CASE("both readers refuse a text that is too long, before they read it") {
  std::string text(footing::kMaxJsonBytes, ' ');
  text.back() = '1';
  CHECK(compare(text));
  CHECK_FALSE(compare(text + " "));
}

TEST_CASE("both readers name the line where a common mistake is, and the column where one byte is amiss") {
  const auto message = [](const footing::Result<Tree>& read) {
    REQUIRE_FALSE(read);
    return read.errors()[0].message;
  };
  for (const char* text : {"{\n  \"id\": \"x\",\n}", "{\n  \"id\": \"x\"\n  \"b\": 1}", "[1,\n 2,,\n 3]", "{\"a\" 1}",
                           "[1]\n]", "\xe6\xb0\xb4", "{\"\xe6\xb0\xb4\":\n,}", "{}\n,"}) {
    const std::string own = message(parse_json(text, "text"));
    const std::string library = message(parse_json_file(text, "text"));
    INFO(text);
    CHECK(own.substr(0, own.find(", column")) == library.substr(0, library.find(", column")));
  }
  for (const char* text :
       {"{\n  \"id\": \"x\",\n}", "[1,\n 2,,\n 3]", "[1]\n]", "{\"\xe6\xb0\xb4\":\n,}", "{}\n,", "[\"\t\"]"}) {
    INFO(text);
    CHECK(message(parse_json(text, "text")) == message(parse_json_file(text, "text")));
  }
}
