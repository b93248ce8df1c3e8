#include "fuzz/json_mutator.hpp"

#include <cstring>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace footing::fuzz {
namespace {

using Json = nlohmann::ordered_json;

class Mutation {
 public:
  explicit Mutation(unsigned seed) : random_(seed) {}

  bool change(Json& root) {
    collect(root);
    Json& node = *nodes_[below(nodes_.size())];
    switch (below(6)) {
      case 0:
        node = small_value();
        return true;
      case 1: {
        const Json other = *nodes_[below(nodes_.size())];
        node = other;
        return true;
      }
      case 2:
        return drop(node);
      case 3:
        return twice(node);
      default:
        return change_text(node);
    }
  }

 private:
  void collect(Json& node) {
    nodes_.push_back(&node);
    if (node.is_structured()) {
      for (auto& child : node) collect(child);
    }
  }

  Json small_value() {
    static const Json kValues[] = {nullptr, true,  0,   -1,     1e300,         1e-300,        64, 1e9, "", "x", "a/b",
                                   "1%",    "0..", "1", "1..2", Json::array(), Json::object()};
    return kValues[below(sizeof kValues / sizeof kValues[0])];
  }

  bool drop(Json& node) {
    if (!node.is_structured() || node.empty()) return false;
    auto at = node.begin();
    for (std::size_t i = below(node.size()); i > 0; --i) ++at;
    node.erase(at);
    return true;
  }

  bool twice(Json& node) {
    if (!node.is_array() || node.empty()) return false;
    const Json again = node[below(node.size())];
    node.push_back(again);
    return true;
  }

  bool change_text(Json& node) {
    if (node.is_number()) {
      node = node.get<double>() * (below(2) == 0 ? -1 : 1e3);
      return true;
    }
    if (!node.is_string()) return false;
    std::string text = node.get<std::string>();
    const std::size_t size = text.size();
    text.resize(size + 32);
    text.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(text.data()), size, text.size()));
    node = text;
    return true;
  }

  std::size_t below(std::size_t count) { return random_() % count; }

  std::minstd_rand random_;
  std::vector<Json*> nodes_;
};

}  // namespace

std::size_t mutate_json(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed, std::size_t skipped) {
  if (seed % 4 == 0 || skipped > size) return LLVMFuzzerMutate(data, size, most);
  Json root = Json::parse(data + skipped, data + size, nullptr, false);
  if (root.is_discarded() || !Mutation(seed).change(root)) return LLVMFuzzerMutate(data, size, most);
  const std::string text = root.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (skipped + text.size() > most) return LLVMFuzzerMutate(data, size, most);
  std::memcpy(data + skipped, text.data(), text.size());
  return skipped + text.size();
}

}  // namespace footing::fuzz
