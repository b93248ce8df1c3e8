// A formula of any text: parsed, printed, parsed again as the same tree, unit-checked, compiled and run. The first line
// is the unit that the result must have, "" for any.
#include <cmath>
#include <cstring>
#include <map>

#include "footing/formula/formula.hpp"
#include "footing/formula/program.hpp"
#include "fuzz/check.hpp"
#include "fuzz/formula_printer.hpp"
#include "support/unit_parts.hpp"

using namespace footing;
using namespace footing::fuzz;

namespace {

const UnitTable& table() {
  static const UnitTable table = [] {
    const auto made = UnitTable::make(test::unit_parts(), "units.json");
    expect(static_cast<bool>(made), "the tests' list of units is sound");
    return *made;
  }();
  return table;
}

/// Names that a formula may use, with their units.
const std::map<std::string, Unit>& names() {
  static const std::map<std::string, Unit> names = [] {
    std::map<std::string, Unit> made;
    const std::pair<const char*, const char*> texts[] = {{"servers", "server"}, {"power", "kW_it/server"},
                                                         {"load", "1"},         {"pue", "kWh_facility/kWh_it"},
                                                         {"energy", "MWh_it"},  {"wue", "L_onsite/kWh_it"},
                                                         {"work", "EFLOP"},     {"rate", "PFLOP/s"},
                                                         {"start", "date"},     {"end", "date"},
                                                         {"money", "USD_2023"}, {"co2", "tCO2e_market"},
                                                         {"period", "year"},    {"households", "household"},
                                                         {"distance", "km"},    {"tokens", "Mtoken"}};
    for (const auto& [id, unit] : texts) made.emplace(id, *table().parse(unit, id));
    return made;
  }();
  return names;
}

std::optional<Unit> look_up(const std::string& id) {
  const auto found = names().find(id);
  return found == names().end() ? std::nullopt : std::optional<Unit>(found->second);
}

bool same(const Expression& a, const Expression& b) {
  if (a.op != b.op || a.value != b.value || a.text != b.text || a.args.size() != b.args.size()) return false;
  for (std::size_t i = 0; i < a.args.size(); ++i) {
    if (!same(a.args[i], b.args[i])) return false;
  }
  return true;
}

/// Each error has its place in the text, and they are in proportion to it.
void check_places(const Errors& errors, std::size_t length) {
  check_errors(errors);
  std::size_t written = 0;
  for (const Error& error : errors) {
    expect(error.path.rfind("f:", 0) == 0, "an error has its place: " + error.path);
    expect(std::stoul(error.path.substr(2)) <= length, "the place lies in the formula: " + error.path);
    written += error.message.size() + error.hint.size();
  }
  expect(written <= 20'000 + 200 * length, "errors are in proportion: " + std::to_string(written));
}

void print_and_parse(const Expression& tree) {
  const std::string printed = FormulaPrinter::print(tree);
  if (printed.size() > 4000) return;
  const auto again = parse_formula(printed, "f");
  expect(static_cast<bool>(again), "what is printed can be parsed: " + printed);
  expect(same(*again, tree), "what is printed parses as the same: " + printed);
  expect_same(printed, FormulaPrinter::print(*again), "printing is stable");
}

void run(const CheckedFormula& formula) {
  ProgramBuilder builder;
  for (const auto& [id, unit] : names()) builder.add_input(id);
  builder.add_step("step", formula);
  const Program program = std::move(builder).finish();
  const Program pruned = prune(program, {"step"});
  for (const double x : {0.0, 1.0, -2.5, 1e300}) {
    std::vector<double> steps;
    const double whole = run_scalar(program, std::vector<double>(program.inputs.size(), x), steps);
    const double part = run_scalar(pruned, std::vector<double>(pruned.inputs.size(), x), steps);
    expect(std::memcmp(&whole, &part, sizeof whole) == 0 || (std::isnan(whole) && std::isnan(part)),
           "pruning keeps the bits");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [wanted, text] = first_line(text_of(data, size, 5'000));
  const auto unit = table().parse(wanted, "f:0");
  if (unit) {
    const std::string printed = table().print(unit->dimension);
    const auto again = table().parse(printed, "f:0");
    expect(again && again->dimension == unit->dimension, "a printed unit is the same: " + printed);
  } else {
    check_errors(unit.errors());
  }
  const auto tree = parse_formula(text, "f");
  if (!tree) {
    check_places(tree.errors(), text.size());
    return 0;
  }
  print_and_parse(*tree);
  static const std::vector<std::string> known = [] {
    std::vector<std::string> ids;
    for (const auto& [id, each] : names()) ids.push_back(id);
    return ids;
  }();
  const auto checked = unit ? check_formula_as(*tree, table(), look_up, *unit, "f", known)
                            : check_formula(*tree, table(), look_up, "f", known);
  if (!checked) {
    check_places(checked.errors(), text.size());
    return 0;
  }
  if (!checked->warnings.empty()) check_places(checked->warnings, text.size());
  run(*checked);
  return 0;
}
