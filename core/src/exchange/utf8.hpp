#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace footing {

/// Length of the valid UTF-8 sequence at the front of `text`, 0 when there is none (RFC 3629).
std::size_t sequence_length(std::string_view text);

/// Appends a code point (not a surrogate, at most U+10FFFF) as UTF-8.
void append_code_point(std::string& out, std::uint32_t point);

}  // namespace footing
