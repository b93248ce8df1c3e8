#include "footing/explain/place.hpp"

#include <cmath>
#include <iterator>

namespace footing {
namespace {

constexpr std::string_view kRelations[] = {"about", "more_than", "less_than", "at_least", "at_most"};
constexpr std::string_view kPositions[] = {"below", "lower", "middle", "upper", "above", "inside", "higher", "same"};

bool is_met(const PublishedFigure& figure, double value) {
  return std::fabs(value - figure.value) <= figure.half_width;
}

/// The end of our range that a published end is compared with.
double our_end(const PublishedFigure& figure, const Summary& s) { return figure.end == End::low ? s.p05 : s.p95; }

Position end_position(const PublishedFigure& figure, const Summary& s) {
  const double ours = our_end(figure, s);
  if (std::fabs(figure.value - ours) <= kSameEnd * std::fabs(ours)) return Position::same;
  if (s.point && is_met(figure, ours)) return Position::same;
  return figure.value > ours ? Position::higher : Position::lower;
}

Position threshold_position(const PublishedFigure& figure, const Summary& s) {
  if (s.point && is_met(figure, s.median)) return Position::inside;
  if (s.p05 > figure.value) return Position::above;
  if (s.p95 < figure.value) return Position::below;
  return Position::inside;
}

Position point_position(const PublishedFigure& figure, const Summary& s) {
  if (s.point && is_met(figure, s.median)) return Position::middle;
  if (figure.value < s.p05) return Position::below;
  if (figure.value < s.p25) return Position::lower;
  if (figure.value <= s.p75) return Position::middle;
  if (figure.value <= s.p95) return Position::upper;
  return Position::above;
}

/// larger / smaller where that is worth saying.
std::optional<double> factor(double larger, double smaller) {
  if (!(smaller > 0) || !(larger >= kTimesBeyond * smaller)) return std::nullopt;
  return larger / smaller;
}

std::optional<double> times_beyond(const PublishedFigure& figure, const Summary& s) {
  double low = s.p05, high = s.p95;
  if (figure.end != End::none) low = high = our_end(figure, s);
  return figure.value > high ? factor(figure.value, high) : factor(low, figure.value);
}

}  // namespace

std::string_view text(Relation relation) { return kRelations[static_cast<std::size_t>(relation)]; }
std::string_view text(Position position) { return kPositions[static_cast<std::size_t>(position)]; }

std::optional<Relation> relation_from(std::string_view word) {
  for (std::size_t i = 0; i < std::size(kRelations); ++i) {
    if (kRelations[i] == word) return static_cast<Relation>(i);
  }
  return std::nullopt;
}

bool satisfies(const PublishedFigure& figure, double value) {
  switch (figure.relation) {
    case Relation::about:
      return is_met(figure, value);
    case Relation::more_than:
      return value > figure.value - figure.half_width;
    case Relation::less_than:
      return value < figure.value + figure.half_width;
    case Relation::at_least:
      return value >= figure.value - figure.half_width;
    case Relation::at_most:
      return value <= figure.value + figure.half_width;
  }
  return false;
}

Position position(const PublishedFigure& figure, const Summary& summary) {
  if (figure.end != End::none) return end_position(figure, summary);
  return figure.relation == Relation::about ? point_position(figure, summary) : threshold_position(figure, summary);
}

Placement place(const PublishedFigure& figure, const Column& column, const Summary& summary) {
  Placement out;
  std::size_t below = 0, above = 0;
  for (const double value : column.values()) {
    below += value < figure.value - figure.half_width ? 1u : 0u;
    above += value > figure.value + figure.half_width ? 1u : 0u;
  }
  const double count = static_cast<double>(column.size());
  out.share_below = static_cast<double>(below) / count;
  out.share_above = static_cast<double>(above) / count;
  out.share_inside = static_cast<double>(column.size() - below - above) / count;
  out.position = position(figure, summary);
  const bool met = summary.point && is_met(figure, summary.median);
  if (!met) out.times = times_beyond(figure, summary);
  out.holds = satisfies(figure, summary.median);
  return out;
}

}  // namespace footing
