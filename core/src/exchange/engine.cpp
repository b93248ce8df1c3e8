#include "footing/exchange/engine.hpp"

#include "exchange/answer.hpp"
#include "exchange/detail_calls.hpp"
#include "exchange/json_file.hpp"
#include "exchange/state.hpp"

namespace footing {
namespace {

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
  check_releases(loaded, errors);
  return load_answer(loaded, errors);
}

std::vector<DatasetFile> parse_files(const std::vector<TextFile>& files, Errors& errors) {
  std::vector<DatasetFile> parsed;
  for (const auto& [path, text] : files) {
    const bool table = path.size() > 4 && path.compare(path.size() - 4, 4, ".csv") == 0;
    const bool frozen = path.rfind("releases/", 0) == 0 && path != "releases/index.json";
    if (table || frozen) {
      DatasetFile plain{path, {}};
      plain.json.type = Json::Type::text;
      plain.json.text = text;
      parsed.push_back(std::move(plain));
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
    LoadedDataset read = load_closure(json, errors);
    // A map that is none replaces nothing.
    if (!read.files.empty() || errors.empty()) state_->loaded = std::move(read);
    answer = load_answer(loaded, errors);
  } else if (name == "check") {
    Errors errors;
    const LoadedDataset checked = load_closure(json, errors);
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
