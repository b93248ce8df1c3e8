#pragma once

namespace footing {

/// Sorts finite numbers. Hoare's quicksort on the middle of three, down to what insertion sorts faster: with
/// comparisons in place it takes half of std::sort's time for the few hundred numbers of a bin, and a fifth of its
/// code.
void sort_numbers(double* first, double* last);

}  // namespace footing
