// One file of a dataset, of any content: the first line is its path, the rest takes that file's place in the small
// dataset. What is accepted must work to the end: evaluated, prepared, frozen, and with the same numbers everywhere.
#include <algorithm>

#include "exchange/decode.hpp"
#include "exchange/json_file.hpp"
#include "exchange/load.hpp"
#include "exchange/state.hpp"
#include "exchange/tables.hpp"
#include "fuzz/check.hpp"
#include "fuzz/json_mutator.hpp"
#include "fuzz/seen.hpp"

namespace footing::fuzz {
namespace {

/// A file as the loader reads it from a folder: a table is its text, and so is what was released.
Result<DatasetFile> read_file(const std::string& path, std::string_view text) {
  DatasetFile file{path, {}};
  const bool table = path.size() > 4 && path.compare(path.size() - 4, 4, ".csv") == 0;
  if (table || (path.rfind("releases/", 0) == 0 && path != "releases/index.json")) {
    file.json.type = footing::Json::Type::text;
    file.json.text = text;
    return file;
  }
  auto json = parse_json_file(text, path);
  if (!json) return json.errors();
  file.json = std::move(json).value();
  return file;
}

/// The small dataset, read once: for each input only the file that is bent is read.
struct Small {
  std::vector<TextFile> texts = small_files();
  std::vector<DatasetFile> files;
  Tables tables;
  std::size_t length = 0;

  Small() {
    Errors errors;
    for (const auto& [path, text] : texts) {
      files.push_back(*read_file(path, text));
      if (path.rfind("tables/", 0) == 0) tables.add(path, text, errors);
      length += text.size();
    }
    load_dataset(files, true, errors);
    for (const Error& error : errors) expect(false, "the small dataset is without an error: " + error.message);
  }
};

void use_claim(Engine& whole, const std::string& claim, std::size_t given) {
  const auto asked = [&](auto& engine, const char* call, const Json& request) {
    return check_reply(engine.call(call, as_json(request)), given);
  };
  const Json described = asked(whole, "describe", {{"claim", claim}});
  expect(described["ok"] == true, "a loaded claim is described: " + as_json(described["errors"]));
  const Json prepared = asked(whole, "prepare", {{"claim", claim}});
  expect(prepared["ok"] == true, "a loaded claim is prepared: " + as_json(prepared["errors"]));
  // What is evaluated follows from this alone.
  static Seen meanings;
  if (!meanings.is_new(as_json(prepared["prepared"]))) return;
  PreparedEngine page;
  const Json paged = asked(page, "load", {{"footing", 1}, {"prepared", prepared["prepared"]}});
  expect(paged["ok"] == true, "a prepared claim is read: " + as_json(paged["errors"]));
  const Json request = {{"claim", claim}, {"samples", 16}};
  const Json drawn = ask_both(whole, page, "evaluate", request, "a prepared claim answers alike", given);
  expect(only_errors(drawn, "non-finite"), "a loaded claim is evaluated: " + as_json(drawn["errors"]));
  const Json closure = asked(whole, "closure", {{"claim", claim}, {"words", true}});
  expect(closure["ok"] == true, "a loaded claim has a closure: " + as_json(closure["errors"]));
}

/// Reads one file by its folder as the loader does, without the rest: the errors of its form.
Errors errors_of_form(const Small& small, DatasetFile file) {
  Errors errors;
  const auto slash = file.path.find('/');
  const std::string folder = file.path.substr(0, slash == std::string::npos ? 0 : slash);
  if (folder == "tables") {
    Tables().add(file.path, file.json.text, errors);
    return errors;
  }
  small.tables.fill(folder, file.path, file.json, errors);
  const Reader reader(&file.json, file.path + "#", errors);
  UnitTableParts units;
  if (file.json.type != footing::Json::Type::object) return errors;
  if (file.path == "units.json") decode_units(reader, units);
  if (folder == "quantities") decode_quantity(reader, true);
  if (folder == "bundles") decode_bundle(reader, true);
  if (folder == "models") decode_model(reader, true);
  if (folder == "claims") decode_claim(reader, true);
  if (folder == "sources") decode_source(reader, true);
  if (folder == "articles") decode_article(reader);
  return errors;
}

/// Loads the bent dataset file by file as an engine does; false if there is an error in it.
bool loads(const Small& small, const std::string& path, std::string_view content) {
  auto read = read_file(path, content);
  Errors errors = read ? errors_of_form(small, read.value()) : read.errors();
  if (!errors.empty()) {
    check_errors(errors);
    // A file that has no form is left out or half there; of these, one in eight is tried with the rest.
    if (std::hash<std::string_view>()(content) % 8 != 0) return false;
  }
  std::vector<DatasetFile> files = small.files;
  const auto at = std::find_if(files.begin(), files.end(), [&](const DatasetFile& file) { return file.path == path; });
  if (at != files.end()) files.erase(at);
  errors.clear();
  if (read) {
    files.push_back(std::move(read).value());
  } else {
    errors = read.errors();
  }
  const LoadedDataset loaded = load_dataset(std::move(files), true, errors);
  if (errors.empty()) return true;
  check_errors(errors);
  // Nothing that is left may be asked for in vain either.
  for (const auto& [id, claim] : loaded.dataset.claims) {
    const footing::Json request = *parse_json_file(as_json({{"claim", id}}), "request");
    check_reply({describe_call(loaded.dataset, request), {}, false}, 4 * (small.length + content.size()));
  }
  return false;
}

}  // namespace
}  // namespace footing::fuzz

using namespace footing::fuzz;

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  const std::size_t line = first_line({reinterpret_cast<const char*>(data), size}).first.size() + 1;
  return mutate_json(data, size, most, seed, line);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Small small;
  const auto [line, content] = first_line(text_of(data, size, 40'000));
  const std::string path(line);
  if (!loads(small, path, content)) return 0;
  // The whole way, with the texts.
  std::vector<footing::TextFile> texts = small.texts;
  const auto at = std::find_if(texts.begin(), texts.end(), [&](const auto& file) { return file.first == path; });
  if (at != texts.end()) texts.erase(at);
  texts.emplace_back(path, content);
  std::size_t given = 0;
  for (const auto& [name, text] : texts) given += text.size();
  footing::Engine engine;
  const Json loaded = check_reply(engine.load_files(texts), given);
  expect(loaded["ok"] == true, "what loads file by file loads at once: " + as_json(loaded["errors"]));
  for (const Json& claim : loaded["claims"]) use_claim(engine, claim, 4 * given);
  return 0;
}
