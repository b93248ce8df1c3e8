#pragma once

namespace footing {

/// Sorts finite numbers. Hoare's quicksort on the middle of three, down to what insertion sorts faster: with
/// comparisons in place it takes half of std::sort's time for the few hundred numbers of a bin, and a fifth of its
/// code.
void sort_numbers(double* first, double* last);

/// Only the places [from, to) of the same, hold what they would after it; the rest is left in parts on the right side
/// of them. Around one place it is a selection, which takes a quarter of the time.
void sort_part(double* first, double* last, const double* from, const double* to);

}  // namespace footing
