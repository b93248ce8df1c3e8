#include <algorithm>
#include <array>
#include <string_view>

#include "model/check_claim.hpp"

namespace footing {
namespace {

template <std::size_t N>
bool one_of(const std::string& text, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

constexpr std::array<std::string_view, 5> kEvidence{"read", "quoted", "derived", "unverified", "assumed"};
constexpr std::array<std::string_view, 4> kStates{"stated", "implied", "omitted", "unknown"};
constexpr std::array<std::string_view, 4> kMade{"one_reading", "span_of_readings", "source_interval", "assumed"};

}  // namespace

void check_provenance(const ValuePart& part, const std::set<std::string>& sources, bool state_needed, Errors& errors) {
  const bool omitted = part.state == "omitted";
  if (!one_of(part.evidence, kEvidence)) {
    errors.push_back({"evidence-unknown", part.path + "/evidence", "\"" + part.evidence + "\" is no grade of evidence.",
                      "Use read, quoted, derived, unverified or assumed."});
  }
  if (part.state.empty() ? state_needed : !one_of(part.state, kStates)) {
    errors.push_back({"state-unknown", part.path + "/state", "\"" + part.state + "\" is no state of an author's input.",
                      "Use stated, implied, omitted or unknown."});
  }
  if (!part.made.empty() && !one_of(part.made, kMade)) {
    errors.push_back({"evidence-unknown", part.path + "/made",
                      "\"" + part.made + "\" is no way to make a distribution.",
                      "Use one_reading, span_of_readings, source_interval or assumed."});
  }
  const bool assumed = part.evidence == "assumed" || part.made == "assumed";
  if (assumed && !part.reason && !omitted) {
    errors.push_back(
        {"reason-missing", part.path + "/reason", "An assumption needs its reason.", "Say why, in three languages."});
  }
  if (part.evidence == "derived" && !part.formula && part.sources.empty()) {
    errors.push_back({"reason-missing", part.path + "/formula", "A derived value needs its derivation or its source.",
                      "Say from what and how."});
  }
  if (!part.taken_as.empty() && !part.why) {
    errors.push_back({"reason-missing", part.path + "/why", "A value taken as another kind needs a why.",
                      "Say why, in three languages."});
  }
  if (part.sources.empty() && part.evidence != "assumed" && part.evidence != "derived") {
    errors.push_back({"source-missing", part.path + "/source",
                      "A value that was " + part.evidence + " needs its source.",
                      "Name a file of datasets/sources/, or say that it is assumed and why."});
  }
  for (const auto& source : part.sources) {
    if (!source.text.empty() && sources.count(source.text) == 0) {
      errors.push_back({"source-unknown", source.path, "There is no source \"" + source.text + "\".",
                        "Add datasets/sources/" + source.text + ".json."});
    }
  }
}

}  // namespace footing
