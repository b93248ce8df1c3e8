#pragma once

#include <cstddef>
#include <vector>

namespace footing {

/// Standard error of the mean of a randomised Sobol' sample, from that sample alone.
///
/// Consecutive blocks of 2^k points of a digital sequence are nets themselves, and two neighbours make the next
/// larger net. With v(n) the variance of the mean of a net of n points over randomisations, the mean square of half
/// the difference of two neighbours estimates v(n) - v(2n) (law of total variance). Those contrasts, from blocks of
/// a 64th to halves, follow v(2n) = v(n) / r; r is fitted (weighted by the number of contrasts) and kept within
/// 2 (independent points) and 8 (smooth functions: Owen 1997), and v of the whole sample is the geometric tail.
/// Over seeds it comes within a factor of 3 of the true error of means and quantiles of the models here; where
/// the net is all but exact (a mean of uniforms) it stays above it.
///
/// `block_means` are the means of 2^k equal consecutive blocks, k >= 1.
double net_standard_error(const std::vector<double>& block_means);

/// Blocks that net_standard_error is given for `samples` points: 64, fewer when a block would have under 8
/// points; the largest power of two within `samples` is looked at. 0 when there are too few points at all
/// (under 16): the plain sd / sqrt(n) is used then.
std::size_t error_blocks(std::size_t samples);

}  // namespace footing
