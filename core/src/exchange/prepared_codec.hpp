#pragma once

#include <vector>

#include "exchange/json_writer.hpp"
#include "exchange/reader.hpp"
#include "footing/model/prepared.hpp"

namespace footing {

/// Version of the JSON form of prepared claims.
inline constexpr int kPreparedVersion = 1;

/// Writes {"footing_prepared": 1, "method": …, "claims": […]}. Numbers in shortest form: what is read back has the same
/// bits.
void write_prepared(JsonWriter& out, const std::vector<const PreparedClaim*>& claims);

/// Reads what write_prepared wrote; nothing that is amiss can make the claims unsafe to run. Errors: schema-version,
/// method-version, wrong-type, prepared-broken (a claim that contradicts itself).
std::vector<PreparedClaim> read_prepared(const Reader& node);

}  // namespace footing
