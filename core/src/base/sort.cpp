#include "sort.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace footing {
namespace {

constexpr std::ptrdiff_t kFew = 24;

}  // namespace

void sort_numbers(double* first, double* last) {
  while (last - first > kFew) {
    double low = *first, middle = first[(last - first) / 2], high = last[-1];
    if (middle < low) std::swap(low, middle);
    const double pivot = std::max(low, std::min(middle, high));
    double *i = first, *j = last - 1;
    while (i <= j) {
      while (*i < pivot) ++i;
      while (pivot < *j) --j;
      if (i <= j) std::swap(*i++, *j--);
    }
    // The shorter part by itself, the longer one in this loop.
    if (j + 1 - first < last - i) {
      sort_numbers(first, j + 1);
      first = i;
    } else {
      sort_numbers(i, last);
      last = j + 1;
    }
  }
  for (double* next = first; next < last; ++next) {
    const double x = *next;
    double* to = next;
    for (; to > first && x < to[-1]; --to) *to = to[-1];
    *to = x;
  }
}

}  // namespace footing
