#include <algorithm>
#include <cmath>

#include "exchange/answer.hpp"
#include "exchange/state.hpp"
#include "footing/base/math.hpp"
#include "footing/explain/decompose.hpp"
#include "footing/model/merge_routes.hpp"

namespace footing {
namespace {

/// One of the two that are compared.
struct Side {
  Ready ready;
  const Claim* claim = nullptr;
  std::vector<std::string> routes;

  const ResolvedInput* input(const std::string& id) const {
    for (const auto& one : ready.resolved.inputs) {
      if (one.input->id == id) return &one;
    }
    return nullptr;
  }
  const ResolvedStep* step(const std::string& id) const {
    for (const auto& one : ready.resolved.steps) {
      if (one.step->id == id) return &one;
    }
    return nullptr;
  }
};

Result<Side> take_side(const LoadedDataset& loaded, const Shelf& shelf, const Reader& node) {
  Errors errors;
  const Reader own(node.present() ? &node.json() : nullptr, node.path(), errors);
  if (!own.present()) {
    errors.push_back({"key-missing", node.path(), "What is to be compared is missing.", ""});
    return errors;
  }
  own.only({"claim", "scenario", "set"});
  Request request = decode_drawing(own);
  if (!errors.empty()) return errors;
  auto made = make_ready(shelf, std::move(request));
  if (!made) return made.errors();
  Side side;
  side.ready = std::move(made).value();
  side.claim = find_claim(loaded.dataset, side.ready.claim->id).value();
  side.routes = side.claim->scenario(side.ready.request.scenario)->routes;
  return side;
}

/// A difference between the two: an input, or a step that they compute by different routes ("@" and its id).
struct Difference {
  std::string id;
  std::size_t input = 0;  ///< of the merged program
  bool route = false;
};

/// Both sides as values of the inputs of one plan.
struct Merged {
  Plan plan;
  std::vector<double> from, to;
  std::vector<Difference> differences;
  std::vector<std::string> same, only_a, only_b;
};

Merged merge(const Model& model, Program program, const Side& a, const Side& b, const std::string& output) {
  Merged out;
  out.plan.program = std::move(program);
  out.plan.step_factors = {model.step(output)->unit.factor};
  for (std::size_t i = 0; i < out.plan.program.inputs.size(); ++i) {
    const std::string& id = out.plan.program.inputs[i];
    if (id.front() == '@') {
      out.plan.inputs.push_back({Distribution(), 0, 1.0});
      out.from.push_back(0);
      out.to.push_back(1);
      out.differences.push_back({id.substr(1), i, true});
      continue;
    }
    out.plan.inputs.push_back({Distribution(), 0, model.inputs.at(id).unit.factor});
    // What one side alone has belongs to its route, and has one value.
    const ResolvedInput* first = a.input(id);
    const ResolvedInput* second = b.input(id);
    const auto median = [](const ResolvedInput* input) { return input->value.distribution.quantile(0.5); };
    out.from.push_back(median(first != nullptr ? first : second));
    out.to.push_back(median(second != nullptr ? second : first));
    if (first == nullptr) {
      out.only_b.push_back(id);
    } else if (second == nullptr) {
      out.only_a.push_back(id);
    } else if (out.from.back() == out.to.back()) {
      out.same.push_back(id);
    } else {
      out.differences.push_back({id, i, false});
    }
  }
  return out;
}

Result<Decomposition> decompose_merged(const Merged& merged) {
  return decompose(merged.differences.size(), [&](const std::vector<char>& made) {
    std::vector<double> point = merged.from;
    for (std::size_t k = 0; k < made.size(); ++k) {
      const std::size_t input = merged.differences[k].input;
      if (made[k]) point[input] = merged.to[input];
    }
    return run_point(merged.plan, point).front();
  });
}

/// The figure that was published on an output from a side's scenario (one that is not a threshold, where there is one),
/// if its inputs are as the scenario has them.
const Figure* published_on(const Side& side, const std::string& output) {
  if (!side.ready.resolved.set.empty()) return nullptr;
  const Figure* found = nullptr;
  for (const auto& figure : side.ready.claim->published) {
    if (figure.output != output || !figure.over.empty() || figure.scenario != side.ready.request.scenario) continue;
    if (figure.relation == "about") return &figure;
    if (found == nullptr) found = &figure;
  }
  return found;
}

void write_side(JsonWriter& out, const char* name, const Side& side, const std::string& output, double value) {
  out.key(name).open_object().text("claim", side.ready.claim->id);
  out.number("revision", side.ready.claim->revision).text("scenario", side.ready.request.scenario);
  out.boolean("changed", !side.ready.resolved.set.empty()).number("value", value).key("published");
  const Figure* figure = published_on(side, output);
  if (figure != nullptr) {
    out.open_object().text("id", figure->id).number("value", figure->value).text("relation", figure->relation);
    out.close_object();
  } else {
    out.null();
  }
  bool spread = false;
  for (const auto& input : side.ready.resolved.inputs) spread = spread || !input.value.distribution.is_point();
  out.boolean("medians", spread).text("link", encode_link(link_of(side.ready))).close_object();
}

void write_end(JsonWriter& out, const char* name, const Side& side, const Difference& difference, double value) {
  out.key(name).open_object();
  if (difference.route) {
    out.text("text", side.step(difference.id)->route->id).key("value").null().maybe("state", "").maybe("evidence", "");
  } else {
    const ResolvedInput& input = *side.input(difference.id);
    out.text("text", print_distribution(input.value.spec)).number("value", value);
    out.maybe("state", input.value.state).maybe("evidence", input.value.evidence);
  }
  out.close_object();
}

const FactorGroup* group_of(const Side& a, const Side& b, const std::string& id) {
  for (const Side* side : {&a, &b}) {
    for (const auto& group : side->claim->groups) {
      if (std::find(group.of.begin(), group.of.end(), id) != group.of.end()) return &group;
    }
    if (!side->claim->groups.empty()) break;
  }
  return nullptr;
}

/// Differences in the order of a walk: as asked, then by the size of what they contribute.
std::vector<std::size_t> walking_order(const Merged& merged, const Decomposition& parts,
                                       const std::vector<std::string>& asked) {
  std::vector<std::size_t> order;
  const auto position = [&](std::size_t k) {
    const auto found = std::find(asked.begin(), asked.end(), merged.differences[k].id);
    return found - asked.begin();
  };
  const auto size = [&](std::size_t k) {
    const double value = parts.contributions[k].value;
    return std::fabs(parts.log ? math::log(value) : value);
  };
  for (std::size_t k = 0; k < merged.differences.size(); ++k) order.push_back(k);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
    return position(x) != position(y) ? position(x) < position(y) : size(x) > size(y);
  });
  return order;
}

void write_factors(JsonWriter& out, const Merged& merged, const Decomposition& parts, const Side& a, const Side& b) {
  out.key("factors").open_list();
  for (const std::size_t k : walking_order(merged, parts, {})) {
    const Difference& difference = merged.differences[k];
    const Contribution& part = parts.contributions[k];
    const FactorGroup* group = group_of(a, b, difference.id);
    out.open_object().text("id", difference.id).text("kind", difference.route ? "route" : "input");
    out.maybe("group", group != nullptr ? group->id : "");
    out.maybe("unit", difference.route ? "" : a.input(difference.id)->input->unit_text);
    write_end(out, "from", a, difference, merged.from[difference.input]);
    write_end(out, "to", b, difference, merged.to[difference.input]);
    out.number("value", part.value).number("error", part.error);
    out.number("least", part.least).number("most", part.most).close_object();
  }
  out.close_list();
}

/// The groups that some difference belongs to, each with what its members contribute together.
void write_groups(JsonWriter& out, const Merged& merged, const Decomposition& parts, const Side& a, const Side& b) {
  std::vector<const FactorGroup*> groups;
  for (const auto& difference : merged.differences) {
    const FactorGroup* group = group_of(a, b, difference.id);
    if (group != nullptr && std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(group);
  }
  out.key("groups").open_list();
  for (const FactorGroup* group : groups) {
    std::vector<std::string> of;
    double together = parts.log ? 1 : 0;
    for (std::size_t k = 0; k < merged.differences.size(); ++k) {
      if (group_of(a, b, merged.differences[k].id) != group) continue;
      of.push_back(merged.differences[k].id);
      const double value = parts.contributions[k].value;
      together = parts.log ? together * value : together + value;
    }
    out.open_object().text("id", group->id).text("nature", group->nature).texts("of", of);
    out.number("value", together).close_object();
  }
  out.close_list();
}

/// One order of the changes, with the output after each.
void write_walk(JsonWriter& out, const Merged& merged, const Decomposition& parts,
                const std::vector<std::string>& asked) {
  std::vector<std::string> ids;
  std::vector<double> point = merged.from;
  std::vector<double> values{run_point(merged.plan, point).front()};
  for (const std::size_t k : walking_order(merged, parts, asked)) {
    const Difference& difference = merged.differences[k];
    point[difference.input] = merged.to[difference.input];
    ids.push_back(difference.id);
    values.push_back(run_point(merged.plan, point).front());
  }
  out.key("walk").open_object().texts("ids", ids).numbers("values", values).close_object();
}

Error models_differ(const Side& a, const Side& b) {
  return {"models-differ", "b",
          "\"" + a.claim->id + "\" is of the model \"" + a.claim->model + "\" and \"" + b.claim->id + "\" of \"" +
              b.claim->model + "\".",
          "Compare two scenarios of one model."};
}

}  // namespace

std::string compare_call(const LoadedDataset& loaded, const Shelf& shelf, const Json& request) {
  Errors errors;
  const Reader node(&request, "", errors);
  node.only({"a", "b", "output", "order"});
  std::string output = node.at("output").text();
  std::vector<std::string> order;
  for (auto& id : node.at("order").list(0)) order.push_back(std::move(id.text));
  if (!errors.empty()) return refusal(errors);
  const auto a = take_side(loaded, shelf, node.at("a")), b = take_side(loaded, shelf, node.at("b"));
  append(errors, a.errors());
  append(errors, b.errors());
  if (!errors.empty()) return refusal(errors);
  Errors notices = a->ready.resolved.notices;
  append(notices, b->ready.resolved.notices);
  if (a->claim->model != b->claim->model) return refusal({models_differ(*a, *b)}, notices);
  if (output.empty()) output = a->claim->outputs.front();
  if (a->step(output) == nullptr || b->step(output) == nullptr) {
    return refusal({{"output-unknown", "output", "\"" + output + "\" is not computed on both sides.", ""}}, notices);
  }
  const Model& model = loaded.dataset.models.at(a->claim->model);
  auto program = merge_routes(model, output, a->routes, b->routes);
  if (!program) return refusal(program.errors(), notices);
  const Merged merged = merge(model, std::move(program).value(), *a, *b, output);
  const auto parts = decompose_merged(merged);
  if (!parts) return refusal(parts.errors(), notices);

  JsonWriter out = begin_answer({}, notices);
  out.text("model", model.id).text("output", output).text("unit", model.step(output)->unit_text);
  write_side(out, "a", *a, output, parts->from);
  write_side(out, "b", *b, output, parts->to);
  const bool positive = parts->from > 0 && parts->to > 0;
  out.maybe("ratio", positive ? std::optional<double>(parts->to / parts->from) : std::nullopt);
  out.number("difference", parts->to - parts->from).text("scale", parts->log ? "log" : "linear");
  out.boolean("exact", parts->exact).number("outcomes", static_cast<double>(parts->outcomes));
  write_factors(out, merged, *parts, *a, *b);
  write_groups(out, merged, *parts, *a, *b);
  write_walk(out, merged, *parts, order);
  out.texts("same", merged.same).texts("only_a", merged.only_a).texts("only_b", merged.only_b);
  // What the published figures differ by beyond what their inputs give.
  const Figure* from = published_on(*a, output);
  const Figure* to = published_on(*b, output);
  std::optional<double> residual;
  const auto about = [](const Figure* figure) { return figure != nullptr && figure->relation == "about"; };
  if (about(from) && about(to) && positive && from->value > 0 && to->value > 0) {
    residual = to->value / from->value / (parts->to / parts->from);
  }
  out.maybe("residual", residual);
  return finish(out);
}

}  // namespace footing
