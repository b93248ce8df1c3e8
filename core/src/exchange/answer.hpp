#pragma once

#include <optional>
#include <string>

#include "exchange/json_writer.hpp"
#include "exchange/request.hpp"
#include "footing/evaluate/density.hpp"
#include "footing/evaluate/evaluate.hpp"
#include "footing/evaluate/plan.hpp"
#include "footing/evaluate/summary.hpp"
#include "footing/explain/break_even.hpp"
#include "footing/explain/place.hpp"
#include "footing/model/resolve.hpp"

/// Values of the core -> JSON of the facade's answers (the shapes of wasm/README.md).
namespace footing {

/// Most errors, and most notices, that an answer lists.
inline constexpr std::size_t kMostErrors = 200;

/// An answer that has begun: {"ok", "errors", "notices", "versions", …. It stays open for more members and is
/// closed by finish().
JsonWriter begin_answer(const Errors& errors, const Errors& notices);
std::string finish(JsonWriter& writer);
/// An answer that has nothing but errors.
std::string refusal(const Errors& errors, const Errors& notices = {});

void write_summary(JsonWriter& out, const Summary& summary);
void write_density(JsonWriter& out, const std::optional<Density>& density);
void write_value(JsonWriter& out, const Value& value);
void write_request(JsonWriter& out, const Request& request);

/// The plan of a resolved scenario: distributions, dimensions and the factors of declared units.
Plan plan_of(const Resolved& resolved);

/// An output of a scenario as it is written, every input at its median; not a number where it is not computed there.
double centre_of(const PreparedClaim& claim, const std::string& scenario, const std::string& output);

/// A published figure as explain/ takes it.
PublishedFigure published_figure(const Figure& figure);

}  // namespace footing
