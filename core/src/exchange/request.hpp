#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "exchange/reader.hpp"
#include "footing/base/text_map.hpp"
#include "footing/evaluate/evaluate.hpp"
#include "footing/model/prepared.hpp"

namespace footing {

/// A request to evaluate or solve, decoded. Defaults stand where a key is absent.
struct Request {
  std::string claim;
  std::string scenario;
  TextMap set;
  Options options;
  std::vector<std::string> outputs;
  std::vector<std::string> samples_of;
  bool density = true;
  bool shapes = true;
  std::string input, output, target, published;  ///< solve only
};

/// Reads a request. Errors: unknown-key, wrong-type, seed-syntax, samples-range.
Request decode_request(const Reader& node, bool solving);
/// The members that every request has: what is drawn, and what with. No unknown-key.
Request decode_drawing(const Reader& node);

/// The claim and scenario of a request; the claim's default scenario where none is named. Errors: claim-unknown,
/// scenario-unknown (with the nearest or all names).
Result<const PreparedClaim*> find_claim(const std::vector<PreparedClaim>& claims, const std::string& id);
Result<std::string> find_scenario(const PreparedClaim& claim, const std::string& wanted);
Error claim_unknown(const std::string& id, const std::vector<std::string>& known);

/// An unsigned 64-bit integer as decimal text.
std::optional<std::uint64_t> parse_seed(const std::string& text);

}  // namespace footing
