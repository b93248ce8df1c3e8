#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "footing/base/result.hpp"
#include "footing/base/text_map.hpp"
#include "footing/model/prepared.hpp"

namespace footing {

/// Longest link that is read.
inline constexpr std::size_t kMaxLinkBytes = 16384;

/// A link taken apart: /<language>/claims/<id>/r<n>/?key=value.
struct Link {
  std::string language;         ///< en, zh-Hans, zh-Hant or ""
  std::string claim;            ///< "" when the text names none
  std::optional<int> revision;  ///< empty: the newest
  std::string scenario;         ///< "" : the default
  std::optional<std::uint64_t> seed;
  std::optional<std::size_t> samples;
  std::string view;
  TextMap set;  ///< as typed, percent-decoded
};

/// Takes apart what a stranger typed: a whole address, a path or a bare query. The same keys are read after "#"; the
/// query wins. Everything that cannot be used becomes a notice at its key. Errors: link-too-long, link-claim-missing
/// only if `need_claim`.
Result<Link> decode_link(std::string_view text, Errors& notices);

/// Keeps of link.set what the claim has (inputs and bundles); other keys are ignored unless they are nearly one of
/// the claim's ids, which is a notice.
void keep_known(const PreparedClaim& claim, Link& link, Errors& notices);

/// "claims/<id>/r<n>/?pue=1.2&_scenario=low": changed inputs by id, then reserved keys that are not default.
std::string encode_link(const Link& link);

}  // namespace footing
