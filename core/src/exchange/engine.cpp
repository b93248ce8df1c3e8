#include "footing/exchange/engine.hpp"

#include "exchange/answer.hpp"
#include "exchange/detail_calls.hpp"
#include "exchange/json_file.hpp"
#include "exchange/state.hpp"

namespace footing {
namespace {

/// A file map as it is written: {"footing": 1, "files": {path: JSON}}. A frozen closure has no words and no sources.
struct FileMap {
  std::vector<DatasetFile> files;
  bool words = true;
};

FileMap decode_files(const Json& request, Errors& errors) {
  const Reader node(&request, "", errors);
  node.only({"footing", "files", "method", "frozen", "claim"});
  if (node.at("footing").number(1) != 1) {
    node.at("footing").error("schema-version", "This dataset is written for another version of Footing.",
                             "Version 1 is read here.");
  }
  if (node.at("method").number(kMethodVersion) != kMethodVersion) {
    node.at("method").error("method-version", "This closure belongs to another method; its digits would differ.",
                            "Open it with the engine of its method.");
  }
  FileMap map;
  map.words = !node.at("frozen").boolean(false);
  for (const auto& [path, file] : node.need("files").members()) map.files.push_back({path, file.json()});
  return map;
}

LoadedDataset read_map(FileMap map, Errors& errors) { return load_dataset(std::move(map.files), map.words, errors); }

std::string load_answer(const LoadedDataset& loaded, const Errors& errors) {
  JsonWriter out = begin_answer(errors, loaded.dataset.warnings);
  out.key("claims").open_list();
  for (const auto& [id, claim] : loaded.dataset.claims) out.text(id);
  out.close_list();
  return finish(out);
}

std::string check_answer(const LoadedDataset& loaded, Errors errors, const std::function<void(double)>& progress) {
  std::size_t done = 0;
  for (const auto& claim : loaded.prepared) {
    check_figures(claim, errors);
    if (progress) progress(static_cast<double>(++done) / static_cast<double>(loaded.prepared.size()));
  }
  return load_answer(loaded, errors);
}

std::vector<DatasetFile> parse_files(const std::vector<TextFile>& files, Errors& errors) {
  std::vector<DatasetFile> parsed;
  for (const auto& [path, text] : files) {
    if (path.size() > 4 && path.compare(path.size() - 4, 4, ".csv") == 0) {
      DatasetFile table{path, {}};
      table.json.type = Json::Type::text;
      table.json.text = text;
      parsed.push_back(std::move(table));
      continue;
    }
    auto json = parse_json_file(text, path);
    if (json) {
      parsed.push_back({path, std::move(json).value()});
    } else {
      append(errors, json.errors());
    }
  }
  return parsed;
}

}  // namespace

Engine::Engine() : state_(std::make_unique<State>()) {}
Engine::~Engine() = default;

Reply Engine::load_files(const std::vector<TextFile>& files) {
  Errors errors;
  state_->loaded = load_dataset(parse_files(files, errors), true, errors);
  return {load_answer(state_->loaded, errors), {}, false};
}

Reply Engine::check_files(const std::vector<TextFile>& files, const std::function<void(double)>& progress) {
  Errors errors;
  const LoadedDataset loaded = load_dataset(parse_files(files, errors), true, errors);
  return {check_answer(loaded, errors, progress), {}, false};
}

Reply Engine::call(std::string_view name, std::string_view text) {
  const bool files = name == "load" || name == "check";
  auto request = files ? parse_json_file(text, "request") : parse_json(text, "request");
  if (!request) return {refusal(request.errors()), {}, false};
  const Json& json = request.value();
  const LoadedDataset& loaded = state_->loaded;
  Reply reply;
  std::string& answer = reply.json;
  if (name == "load") {
    Errors errors;
    FileMap map = decode_files(json, errors);
    // A map that is none replaces nothing.
    if (errors.empty()) state_->loaded = read_map(std::move(map), errors);
    answer = load_answer(loaded, errors);
  } else if (name == "check") {
    Errors errors;
    FileMap map = decode_files(json, errors);
    LoadedDataset checked;
    if (errors.empty()) checked = read_map(std::move(map), errors);
    answer = check_answer(checked, errors, {});
  } else if (name == "describe") {
    answer = describe_call(loaded.dataset, json);
  } else if (name == "list") {
    answer = list_call(loaded, json);
  } else if (name == "closure") {
    answer = closure_call(loaded, json);
  } else if (name == "template") {
    answer = template_call(loaded, json);
  } else if (name == "prepare") {
    answer = prepare_call(loaded, json);
  } else {
    const TableUnits units(loaded.dataset.units);
    const Shelf shelf{loaded.prepared, units, state_->cache};
    if (name == "compare") {
      answer = compare_call(loaded, shelf, json);
    } else if (name == "closest") {
      answer = closest_call(shelf, json);
    } else if (!run_call(name, shelf, json, reply) && !detail_call(name, shelf, json, reply)) {
      answer = unknown_call(name);
    }
  }
  return reply;
}

}  // namespace footing
