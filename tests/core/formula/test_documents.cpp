#include <fstream>
#include <sstream>

#include "support/formulas.hpp"

using namespace footing;
using footing::test::Names;

namespace {

const std::string kReadme = "core/src/formula/README.md";

std::vector<std::string> lines_of(const std::string& file) {
  std::ifstream in(std::string(FOOTING_SOURCE_DIR) + "/" + file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// Lines of the fenced blocks with a label.
std::vector<std::string> block(const std::string& file, const std::string& label) {
  std::vector<std::string> out;
  bool inside = false;
  for (const std::string& line : lines_of(file)) {
    if (line.substr(0, 3) == "```") {
      inside = line == "```" + label;
    } else if (inside && !line.empty()) {
      out.push_back(line);
    }
  }
  return out;
}

/// The page's own list: - `name` [unit]
Names names_of(const std::string& file) {
  Names names;
  for (const std::string& line : lines_of(file)) {
    const std::size_t tick = line.find("` [");
    if (line.substr(0, 3) == "- `" && tick != std::string::npos) {
      names[line.substr(3, tick - 3)] = line.substr(tick + 3, line.find(']') - tick - 3);
    }
  }
  return names;
}

}  // namespace

TEST_CASE("every formula of the page on formulas is accepted, without a warning") {
  const Names names = names_of(kReadme);
  const std::vector<std::string> formulas = block(kReadme, "formula");
  REQUIRE(names.size() >= 10);
  REQUIRE(formulas.size() >= 8);
  for (const std::string& text : formulas) {
    INFO(text);
    const Result<CheckedFormula> formula = test::checked(text, names);
    INFO(test::text_of(formula.errors()));
    CHECK(formula);
    if (formula) CHECK(test::text_of(formula->warnings).empty());
  }
}

TEST_CASE("every mistake on the page on formulas has the code that it promises") {
  const std::vector<std::string> mistakes = block(kReadme, "refused");
  REQUIRE(mistakes.size() >= 12);
  for (const std::string& line : mistakes) {
    INFO(line);
    std::istringstream in(line);
    std::string code, text;
    in >> code;
    std::getline(in, text);
    const Errors errors = test::checked(text, names_of(kReadme)).errors();
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].code == code);
  }
}

TEST_CASE("every formula in the other documents follows the grammar") {
  for (const char* file : {"README.md", "CONTRIBUTING.md", "core/README.md", "datasets/README.md"}) {
    for (const std::string& text : block(file, "formula")) {
      INFO(file << ": " << text);
      CHECK(test::text_of(parse_formula(text, "f").errors()).empty());
    }
  }
}
