#pragma once

#include "footing/model/prepared.hpp"

/// The JSON form of prepared claims, said once: `fields(archive, x)` names the members of x, and the archive writes or
/// reads them. Members that are empty, zero or false where that is the default are left out. What can be worked out
/// (distributions, ids inside programs) is not written.
namespace footing {

template <class Archive>
void fields(Archive& at, PreparedInput& x) {
  at.text("id", x.id);
  at.text("unit", x.unit_text);
  at.text("model", x.model);
  at.number("factor", x.factor);
  at.maybe("min", x.bounds.min);
  at.maybe("max", x.bounds.max);
  at.flag("log", x.bounds.log);
  at.number("slider_low", x.slider_low);
  at.number("slider_high", x.slider_high);
  at.whole("dimension", x.dimension);
}

template <class Archive>
void fields(Archive& at, PreparedRoute& x) {
  at.text("id", x.id);
  at.text("formula", x.text);
  at.texts("names", x.names);
}

template <class Archive>
void fields(Archive& at, PreparedStep& x) {
  at.text("id", x.id);
  at.text("unit", x.unit_text);
  at.text("model", x.model);
  at.number("factor", x.factor);
  at.list("routes", x.routes);
}

template <class Archive>
void fields(Archive& at, PreparedValue& x) {
  at.text("input", x.id);
  at.spec("value", x.value.spec);
  at.flag("from_bundle", x.from_bundle);
  at.text("state", x.value.state);
  at.text("evidence", x.value.evidence);
  at.text("range", x.value.range);
  at.text("made", x.value.made);
}

template <class Archive>
void fields(Archive& at, PreparedOption& x) {
  at.text("id", x.id);
  at.list("values", x.values);
}

template <class Archive>
void fields(Archive& at, PreparedBundle& x) {
  at.text("id", x.id);
  at.texts("members", x.members);
  at.list("options", x.options);
  at.whole("dimension", x.dimension);
}

template <class Archive>
void fields(Archive& at, PreparedChoice& x) {
  at.text("bundle", x.bundle);
  at.texts("options", x.choice.options);
  at.numbers("weights", x.choice.weights);
}

template <class Archive>
void fields(Archive& at, ChosenStep& x) {
  at.text("step", x.step);
  at.text("route", x.route);
  at.index("value", x.value);
}

template <class Archive>
void fields(Archive& at, PreparedScenario& x) {
  at.text("id", x.id);
  at.list("inputs", x.inputs);
  at.list("steps", x.steps);
  at.list("bundles", x.bundles);
  at.code("code", x.program.code);
}

template <class Archive>
void fields(Archive& at, Figure& x) {
  at.text("id", x.id);
  at.text("output", x.output);
  at.text("scenario", x.scenario);
  at.text("over", x.over);
  at.text("relation", x.relation);
  at.text("end", x.end);
  at.number("value", x.value);
  at.number("half_width", x.half_width);
}

template <class Archive>
void fields(Archive& at, PreparedClaim& x) {
  at.text("id", x.id);
  at.text("kind", x.kind);
  at.text("model", x.model);
  at.text("driver", x.driver);
  at.text("default_scenario", x.default_scenario);
  at.whole("revision", x.revision);
  at.texts("outputs", x.outputs);
  at.list("published", x.published);
  at.list("inputs", x.inputs);
  at.list("steps", x.steps);
  at.list("bundles", x.bundles);
  at.texts("other_bundles", x.other_bundles);
  at.list("scenarios", x.scenarios);
}

}  // namespace footing
