#pragma once

#include <string>
#include <string_view>

namespace footing {

/// SHA-256 (FIPS 180-4) of the bytes of a text, as 64 hexadecimal digits: what `sha256sum` prints.
std::string sha256(std::string_view text);

}  // namespace footing
