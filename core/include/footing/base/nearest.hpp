#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace footing {

/// The known word that `word` most likely stands for, for a "did you mean" hint: one that differs in ASCII case
/// alone, else the one the fewest insertions, deletions and substitutions away (Levenshtein 1966), at most one
/// for every three characters. Ties go to the first in `known`. "" when none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace footing
