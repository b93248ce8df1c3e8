#include "sort.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace footing {
namespace {

constexpr std::ptrdiff_t kFew = 24;

}  // namespace

void sort_part(double* first, double* last, const double* from, const double* to) {
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
    const bool before = from <= j, after = to > i;
    if (before && (!after || j + 1 - first >= last - i)) {
      if (after) sort_part(i, last, from, to);  // the shorter part by itself, the longer one in this loop
      last = j + 1;
    } else if (after) {
      if (before) sort_part(first, j + 1, from, to);
      first = i;
    } else {
      return;
    }
  }
  for (double* next = first; next < last; ++next) {
    const double x = *next;
    double* place = next;
    for (; place > first && x < place[-1]; --place) *place = place[-1];
    *place = x;
  }
}

void sort_numbers(double* first, double* last) { sort_part(first, last, first, last); }

}  // namespace footing
