#include "exchange/request.hpp"

#include <limits>

#include "footing/base/nearest.hpp"

namespace footing {

std::optional<std::uint64_t> parse_seed(const std::string& text) {
  if (text.empty() || text.size() > 20) return std::nullopt;
  std::uint64_t seed = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    const auto digit = static_cast<std::uint64_t>(c - '0');
    if (seed > (std::numeric_limits<std::uint64_t>::max() - digit) / 10) return std::nullopt;
    seed = seed * 10 + digit;
  }
  return seed;
}

Request decode_request(const Reader& node, bool solving) {
  if (solving) {
    node.only({"claim", "scenario", "set", "samples", "seed", "outputs", "density", "shapes", "samples_of", "input",
               "output", "target", "published"});
  } else {
    node.only({"claim", "scenario", "set", "samples", "seed", "outputs", "density", "shapes", "samples_of"});
  }
  Request request = decode_drawing(node);
  for (auto& id : node.at("outputs").list(0)) request.outputs.push_back(std::move(id.text));
  for (auto& id : node.at("samples_of").list(0)) request.samples_of.push_back(std::move(id.text));
  request.density = node.at("density").boolean(true);
  request.shapes = node.at("shapes").boolean(true);
  if (solving) {
    request.input = node.need("input").text();
    request.output = node.at("output").text();
    request.target = node.at("target").text();
    request.published = node.at("published").text();
  }
  return request;
}

Request decode_drawing(const Reader& node) {
  Request request;
  request.claim = node.need("claim").text();
  request.scenario = node.at("scenario").text();
  for (const auto& [id, value] : node.at("set").members()) request.set.emplace(id, value.text());
  const double samples = node.at("samples").number(static_cast<double>(kDefaultSamples));
  if (!(samples >= static_cast<double>(kMinSamples) && samples <= static_cast<double>(kMaxSamples)) ||
      samples != static_cast<double>(static_cast<std::size_t>(samples))) {
    node.at("samples").error("samples-range", "The number of samples must be a whole number from 2 to 1,048,576.", "");
  } else {
    request.options.samples = static_cast<std::size_t>(samples);
  }
  if (node.at("seed").present()) {
    const auto seed = parse_seed(node.at("seed").text());
    if (seed) {
      request.options.seed = *seed;
    } else {
      node.at("seed").error("seed-syntax", "The seed must be a whole number from 0 to 18446744073709551615, as text.",
                            "");
    }
  }
  return request;
}

Error claim_unknown(const std::string& id, const std::vector<std::string>& known) {
  const std::string near = nearest(id, known);
  return Error{"claim-unknown", "claim", "There is no claim \"" + id + "\".",
               near.empty() ? "See the list of claims." : "Did you mean \"" + near + "\"?"};
}

Result<const PreparedClaim*> find_claim(const std::vector<PreparedClaim>& claims, const std::string& id) {
  std::vector<std::string> known;
  for (const auto& claim : claims) {
    if (claim.id == id) return &claim;
    known.push_back(claim.id);
  }
  return claim_unknown(id, known);
}

Result<std::string> find_scenario(const PreparedClaim& claim, const std::string& wanted) {
  if (wanted.empty()) return claim.default_scenario;
  if (claim.scenario(wanted) != nullptr) return wanted;
  std::string list;
  for (const auto& scenario : claim.scenarios) list += (list.empty() ? "" : ", ") + scenario.id;
  return Error{"scenario-unknown", "_scenario", "Claim \"" + claim.id + "\" has no scenario \"" + wanted + "\".",
               "Scenarios: " + list + "."};
}

}  // namespace footing
