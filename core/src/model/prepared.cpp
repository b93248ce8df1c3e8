#include "footing/model/prepared.hpp"

namespace footing {
namespace {

template <class T>
const T* with_id(const std::vector<T>& list, const std::string& wanted) {
  for (const auto& one : list) {
    if (one.id == wanted) return &one;
  }
  return nullptr;
}

const Value* value_of(const std::vector<PreparedValue>& values, const std::string& input) {
  const PreparedValue* found = with_id(values, input);
  return found == nullptr ? nullptr : &found->value;
}

}  // namespace

const Value* PreparedOption::value(const std::string& input) const { return value_of(values, input); }
const Value* PreparedScenario::value(const std::string& input) const { return value_of(inputs, input); }
const PreparedOption* PreparedBundle::option(const std::string& wanted) const { return with_id(options, wanted); }
const PreparedInput* PreparedClaim::input(const std::string& wanted) const { return with_id(inputs, wanted); }
const PreparedStep* PreparedClaim::step(const std::string& wanted) const { return with_id(steps, wanted); }
const PreparedBundle* PreparedClaim::bundle(const std::string& wanted) const { return with_id(bundles, wanted); }
const PreparedScenario* PreparedClaim::scenario(const std::string& wanted) const { return with_id(scenarios, wanted); }

}  // namespace footing
