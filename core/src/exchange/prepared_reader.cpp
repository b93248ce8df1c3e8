#include "../formula/apply.hpp"
#include "exchange/operation_words.hpp"
#include "exchange/prepared_codec.hpp"
#include "exchange/prepared_fields.hpp"
#include "footing/exchange/reply.hpp"
#include "footing/uncertainty/sobol.hpp"

namespace footing {
namespace {

/// The archive that reads.
class PreparedReader {
 public:
  PreparedReader(const Reader& node, bool& sound) : node_(node), sound_(sound) {}

  void text(const char* name, std::string& out) { out = node_.at(name).text(); }
  void number(const char* name, double& out) { out = node_.at(name).number(out); }
  void maybe(const char* name, std::optional<double>& out) {
    const Reader member = node_.at(name);
    if (member.present()) out = member.number(0);
  }
  void flag(const char* name, bool& out) { out = node_.at(name).boolean(false); }
  void whole(const char* name, int& out) {
    std::uint32_t value = 0;
    index(name, value);
    out = static_cast<int>(value);
  }
  void index(const char* name, std::uint32_t& out) { out = index_of(node_.at(name).number(0)); }
  void texts(const char* name, std::vector<std::string>& out) {
    for (const auto& element : node_.at(name).elements()) out.push_back(element.text());
  }
  void numbers(const char* name, std::vector<double>& out) {
    for (const auto& element : node_.at(name).elements()) out.push_back(element.number(0));
  }
  void spec(const char* name, DistributionSpec& out) {
    auto read = parse_distribution(node_.at(name).text(), nullptr, node_.path());
    if (read) out = std::move(read).value();
    sound_ = sound_ && read;
    flag("in_order", out.in_order);
  }
  void code(const char* name, std::vector<Instruction>& out) {
    for (const auto& element : node_.at(name).elements()) out.push_back(instruction(element.json().list));
  }
  template <class T>
  void list(const char* name, std::vector<T>& out) {
    for (const auto& element : node_.at(name).elements()) {
      sound_ = sound_ && element.json().type == Json::Type::object;
      PreparedReader inner(element, sound_);
      out.emplace_back();
      fields(inner, out.back());
    }
  }

 private:
  std::uint32_t index_of(double value) {
    const bool fits = value >= 0 && value < 1e9;
    sound_ = sound_ && fits;
    return fits ? static_cast<std::uint32_t>(value) : 0;
  }

  Instruction instruction(const std::vector<Json>& parts) {
    constexpr std::size_t kCodes = sizeof(kOperationWords) / sizeof(kOperationWords[0]);
    Instruction out;
    std::size_t code = 0;
    while (code < kCodes && !parts.empty() && parts[0].text != kOperationWords[code]) ++code;
    if (parts.empty() || code == kCodes) {
      sound_ = false;
      return out;
    }
    out.code = static_cast<Instruction::Code>(code);
    if (out.code == Instruction::Code::constant) {
      if (parts.size() > 1) out.number = parts[1].number;
      return out;
    }
    std::uint32_t* const arguments[] = {&out.a, &out.b, &out.c};
    for (std::size_t i = 1; i < parts.size() && i <= 3; ++i) *arguments[i - 1] = index_of(parts[i].number);
    return out;
  }

  const Reader& node_;
  bool& sound_;
};

/// Works out what is not written, and looks at everything that running takes for granted.
class Linker {
 public:
  explicit Linker(PreparedClaim& claim) : claim_(claim) {}

  bool run() {
    if (claim_.outputs.empty()) return false;
    for (const auto& input : claim_.inputs) {
      if (!is_dimension(input.dimension)) return false;
    }
    for (auto& bundle : claim_.bundles) {
      if (!is_dimension(bundle.dimension) || bundle.options.empty()) return false;
      for (auto& option : bundle.options) {
        if (!link(option.values)) return false;
      }
    }
    for (auto& scenario : claim_.scenarios) {
      if (!link(scenario.inputs) || !link(scenario)) return false;
    }
    return true;
  }

 private:
  static bool is_dimension(int dimension) { return dimension < kSobolDimensions; }

  bool link(std::vector<PreparedValue>& values) {
    for (auto& one : values) {
      const PreparedInput* input = claim_.input(one.id);
      if (input == nullptr) return false;
      auto distribution = Distribution::make(one.value.spec, input->bounds, one.id);
      if (!distribution) return false;
      one.value.distribution = std::move(distribution).value();
    }
    return true;
  }

  bool link(PreparedScenario& scenario) {
    for (const auto& [bundle, choice] : scenario.bundles) {
      const PreparedBundle* found = claim_.bundle(bundle);
      if (found == nullptr || choice.options.empty() || choice.options.size() != choice.weights.size()) return false;
      for (const auto& option : choice.options) {
        if (found->option(option) == nullptr) return false;
      }
    }
    Program& program = scenario.program;
    for (const auto& input : scenario.inputs) program.inputs.push_back(input.id);
    for (const auto& [id, route, value] : scenario.steps) {
      const PreparedStep* step = claim_.step(id);
      if (step == nullptr || value >= program.code.size() || !has_one_route(*step, route)) return false;
      program.steps.push_back(id);
      program.step_values.push_back(value);
    }
    for (std::size_t i = 0; i < program.code.size(); ++i) {
      const Instruction& one = program.code[i];
      const std::size_t limit = one.code == Instruction::Code::input ? program.inputs.size() : i;
      const int arguments = one.code == Instruction::Code::input ? 1 : internal::arity(one.code);
      if ((arguments > 0 && one.a >= limit) || (arguments > 1 && one.b >= limit) || (arguments > 2 && one.c >= limit))
        return false;
    }
    return true;
  }

  /// Two routes of one name would make two steps of one.
  static bool has_one_route(const PreparedStep& step, const std::string& wanted) {
    int found = 0;
    for (const auto& route : step.routes) found += route.id == wanted;
    return found == 1;
  }

  PreparedClaim& claim_;
};

}  // namespace

std::vector<PreparedClaim> read_prepared(const Reader& node) {
  if (node.at("footing_prepared").number(0) != kPreparedVersion) {
    node.error("schema-version", "These claims were prepared by another version of Footing.", "Prepare them anew.");
  }
  if (node.at("method").number(0) != kMethodVersion) {
    node.error("method-version", "These claims were prepared for another method; their digits would differ.",
               "Prepare them anew.");
  }
  std::vector<PreparedClaim> claims;
  for (const auto& element : node.need("claims").elements()) {
    PreparedClaim claim;
    bool sound = true;
    PreparedReader reader(element, sound);
    fields(reader, claim);
    if (sound && Linker(claim).run()) {
      claims.push_back(std::move(claim));
    } else {
      element.error("prepared-broken", "The prepared claim \"" + claim.id + "\" contradicts itself.",
                    "Prepare it anew.");
    }
  }
  return claims;
}

}  // namespace footing
