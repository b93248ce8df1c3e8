#include "footing/model/resolve.hpp"

#include <algorithm>

#include "model/bundle_choice.hpp"

namespace footing {
namespace {

bool contains(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

/// Works out what is in force, input by input: a reader's value, else the reader's bundle option, else what the
/// scenario says.
class Resolver {
 public:
  Resolver(const TextMap& set, const UnitReader& units, Resolved& out) : set_(set), units_(units), out_(out) {}

  void run() {
    for (const auto& written : out_.scenario->bundles) choose(written);
    for (const auto& written : out_.scenario->inputs) take_input(written);
    for (const auto& chosen : out_.scenario->steps) take_step(*out_.claim->step(chosen.step), chosen.route);
    note_unused();
  }

 private:
  struct Choice {
    const PreparedBundle* bundle = nullptr;
    const BundleChoice* scenario = nullptr;
    BundleChoice force;
    bool set = false;
    bool used = false;
    bool modified = false;
  };

  void choose(const PreparedChoice& written) {
    Choice made{out_.claim->bundle(written.bundle), &written.choice, written.choice};
    if (const std::string* wish = set_.find(written.bundle)) {
      take_wish(*wish, made);
      handled_.push_back(written.bundle);
    }
    choices_.push_back(std::move(made));
  }

  /// A reader's option counts for every member or for none: members of two options are never mixed. What the reader
  /// sets in person needs no figure in the option.
  void take_wish(const std::string& text, Choice& made) {
    const std::string& id = made.bundle->id;
    auto wanted = read_bundle_choice(*made.bundle, text, id);
    if (!wanted) {
      append(out_.notices, wanted.errors());
      return;
    }
    if (wanted->text() == made.scenario->text()) return;
    Errors missing;
    for (const auto& member : made.bundle->members) {
      if (out_.scenario->value(member) == nullptr) continue;
      const PreparedInput& input = *out_.claim->input(member);
      const std::string* own = set_.find(member);
      if (own != nullptr && read_set(input, *own)) continue;
      append(missing, bundle_value(*made.bundle, wanted.value(), input, id).errors());
    }
    if (!missing.empty()) {
      append(out_.notices, missing);
      return;
    }
    made.force = std::move(wanted).value();
    made.set = true;
  }

  Choice* bundle_of(const std::string& input) {
    for (auto& choice : choices_) {
      if (contains(choice.bundle->members, input)) return &choice;
    }
    return nullptr;
  }

  void take_input(const PreparedValue& written) {
    const PreparedInput& input = *out_.claim->input(written.id);
    ResolvedInput resolved;
    resolved.input = &input;
    resolved.origin = "scenario";
    resolved.scenario_value = written.value;
    resolved.value = written.value;
    Choice* choice = bundle_of(input.id);
    if (choice != nullptr) {
      resolved.bundle = choice->bundle->id;
      choice->used = true;
      if (written.from_bundle) resolved.origin = "bundle";
      if (!written.from_bundle && !choice->set) choice->modified = true;
      if (choice->set) use_bundle(*choice, input, resolved);
    }
    use_set(input, choice, resolved);
    resolved.changed = !(resolved.value.spec == resolved.scenario_value.spec);
    // Members of a weighted bundle share its dimension, so that they are drawn together.
    const bool together = choice != nullptr && resolved.origin == "bundle" && choice->force.options.size() > 1;
    resolved.dimension = together ? choice->bundle->dimension : input.dimension;
    out_.inputs.push_back(std::move(resolved));
  }

  void take_step(const PreparedStep& step, const std::string& wanted) {
    for (const auto& route : step.routes) {
      if (route.id == wanted) out_.steps.push_back({&step, &route});
    }
  }

  void use_bundle(const Choice& choice, const PreparedInput& input, ResolvedInput& resolved) {
    auto value = bundle_value(*choice.bundle, choice.force, input, choice.bundle->id);
    if (!value) return;  // the reader sets it in person: see take_wish
    resolved.value = std::move(value).value();
    resolved.origin = "bundle";
  }

  Result<Value> read_set(const PreparedInput& input, const std::string& text) const {
    auto spec = read_spec(units_, input.unit_text, text, input.id);
    if (!spec) return spec.errors();
    auto distribution = Distribution::make(spec.value(), input.bounds, input.id);
    if (!distribution) return distribution.errors();
    return Value{std::move(spec).value(), std::move(distribution).value(), "", "", "", ""};
  }

  void use_set(const PreparedInput& input, Choice* choice, ResolvedInput& resolved) {
    const std::string* wish = set_.find(input.id);
    if (wish == nullptr) return;
    handled_.push_back(input.id);
    auto value = read_set(input, *wish);
    if (!value) {
      append(out_.notices, value.errors());
      return;
    }
    if (value->spec == resolved.value.spec) return;
    resolved.value = std::move(value).value();
    resolved.origin = "set";
    if (choice != nullptr) choice->modified = true;
    out_.set[input.id] = print_distribution(resolved.value.spec);
  }

  void note_unused() {
    for (const auto& choice : choices_) {
      const std::string& id = choice.bundle->id;
      if (!choice.used) {
        if (choice.set) note_without_effect(id);
        continue;
      }
      if (choice.set) out_.set[id] = choice.force.text();
      out_.bundles.push_back({choice.bundle, choice.force.text(), choice.scenario->text(), choice.modified});
    }
    for (const auto& [id, text] : set_) {
      if (contains(handled_, id)) continue;
      const PreparedClaim& claim = *out_.claim;
      if (claim.input(id) != nullptr || claim.bundle(id) != nullptr || contains(claim.other_bundles, id)) {
        note_without_effect(id);
      } else {
        out_.notices.push_back({"input-unknown", id, "This claim has no input \"" + id + "\".", ""});
      }
    }
  }

  void note_without_effect(const std::string& id) {
    out_.notices.push_back({"change-without-effect", id, "Nothing here depends on \"" + id + "\".", ""});
  }

  const TextMap& set_;
  const UnitReader& units_;
  Resolved& out_;
  std::vector<Choice> choices_;
  std::vector<std::string> handled_;
};

}  // namespace

Result<Resolved> resolve(const PreparedClaim& claim, const std::string& scenario, const TextMap& set,
                         const UnitReader& units) {
  Resolved out;
  out.claim = &claim;
  out.scenario = claim.scenario(scenario);
  if (out.scenario == nullptr) {
    return Error{"scenario-unknown", "_scenario", "Claim \"" + claim.id + "\" has no scenario \"" + scenario + "\".",
                 ""};
  }
  Resolver(set, units, out).run();
  return out;
}

}  // namespace footing
