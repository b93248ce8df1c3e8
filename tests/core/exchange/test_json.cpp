#include "exchange/json.hpp"

#include "exchange/json_writer.hpp"
#include "support/dataset.hpp"

using footing::JsonWriter;
using footing::parse_json;
using namespace footing::test;

namespace {

std::string written(const footing::Json& json) {
  JsonWriter out;
  out.json(json);
  return out.take();
}

/// Reads a text with this reader and with the library that the tests use: both take it, and as the same value, or
/// neither.
void compare(const std::string& text) {
  INFO(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace));
  const Json expected = Json::parse(text, nullptr, false);
  const auto given = parse_json(text, "file");
  REQUIRE(static_cast<bool>(given) == !expected.is_discarded());
  if (!given) return;
  CHECK(Json::parse(written(given.value())) == expected);
}

}  // namespace

TEST_CASE("JSON texts are read as RFC 8259 has them, and others refused") {
  for (const char* text : {"null",
                           "true",
                           "false",
                           "0",
                           "-0.5e-3",
                           "1e5",
                           "\"\"",
                           "[]",
                           "{}",
                           " [ 1 , 2 ] \n",
                           "{\"a\":{\"b\":[null,{}]}}",
                           "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"",
                           "\"\xe6\xb0\xb4\"",
                           "\xef\xbb\xbf[1]",
                           "\"\x7f\"",
                           "1E+2",
                           "123456789012345678901234567890",
                           "\"\\u0000\"",
                           "",
                           " ",
                           "nul",
                           "True",
                           "+1",
                           ".5",
                           "5.",
                           "01",
                           "1e",
                           "--1",
                           "NaN",
                           "Infinity",
                           "1e999",
                           "[",
                           "]",
                           "[1",
                           "[1,]",
                           "[,1]",
                           "[1 2]",
                           "{",
                           "{\"a\"}",
                           "{\"a\":}",
                           "{\"a\":1,}",
                           "{a:1}",
                           "{'a':1}",
                           "{\"a\":1 \"b\":2}",
                           "\"",
                           "\"\\\"",
                           "\"\\x\"",
                           "\"\\u12\"",
                           "\"\\ud83d\"",
                           "\"\\ude00\"",
                           "\"\\ud83dx\"",
                           "\"\\ud83d\\n\"",
                           "\"\\ud83d\\u0041\"",
                           "\"\t\"",
                           "\"\n\"",
                           "\"\xff\"",
                           "\"\xc0\x80\"",
                           "\"\xed\xa0\x80\"",
                           "\"\xf5\x80\x80\x80\"",
                           "\"\xe6\xb0\"",
                           "1 2",
                           "[] []",
                           "// c\n1",
                           "/* c */ 1",
                           "\xef\xbb",
                           "\xc2\xa0"
                           "1",
                           "tru",
                           "falsey",
                           "nulll"}) {
    compare(text);
  }
  compare(std::string("\"a\0b\"", 5));
}

TEST_CASE("files of the dataset and what is left when a byte of one changes are read as the library reads them") {
  std::uint64_t state = 1;
  const auto next = [&state](std::uint64_t below) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>((state >> 33) % below);
  };
  static constexpr char kBytes[] = "\"\\{}[],:0123456789.eE+-u \n\xe6\x80ntf/";
  for (const auto& [path, text] : dataset_files()) {
    compare(text);
    for (int i = 0; i < 60; ++i) {
      std::string changed = text.substr(0, 400);
      const auto at = next(changed.size());
      const char byte = kBytes[next(sizeof kBytes - 1)];
      if (next(2) == 0) {
        changed[at] = byte;
      } else {
        changed.insert(at, 1, byte);
      }
      compare(changed);
      // Cut off, most texts end too early; a shorter one may be whole.
      compare("[" + changed.substr(at, 1 + next(12)) + "]");
    }
  }
}

TEST_CASE("a mistake is reported with its line and column and what stands there") {
  const auto read = parse_json("{\n  \"id\": \"x\",\n}", "file");
  REQUIRE_FALSE(read);
  const footing::Errors errors = read.errors();
  REQUIRE(errors.size() == 1);
  CHECK(errors[0].message == "The JSON text cannot be read at line 3, column 1, near: }");
  CHECK(errors[0].path == "file");
}
