#pragma once

#include "exchange/json_text.hpp"
#include "footing/evaluate/evaluate.hpp"
#include "footing/evaluate/density.hpp"
#include "footing/evaluate/plan.hpp"
#include "footing/evaluate/summary.hpp"
#include "footing/explain/break_even.hpp"
#include "footing/explain/place.hpp"
#include "footing/model/resolve.hpp"

/// Values of the core -> JSON of the facade's answers (the shapes of wasm/README.md).
namespace footing {

/// {ok, errors, notices, versions}; ok when there is no error.
Json answer_frame(const Errors& errors, const Errors& notices);
Json errors_json(const Errors& errors);
Json summary_json(const Summary& summary);
Json density_json(const std::optional<Density>& density);
Json value_json(const Value& value);
Json break_even_json(const BreakEven& result);

/// The plan of a resolved scenario: distributions, dimensions and the factors of declared units.
Plan plan_of(const Resolved& resolved);

/// A published figure as explain/ takes it.
PublishedFigure published_figure(const Figure& figure);

}  // namespace footing
