#include <algorithm>
#include <array>
#include <cmath>

#include "footing/base/number.hpp"
#include "footing/uncertainty/distribution.hpp"
#include "shapes.hpp"

namespace footing {
namespace {

constexpr std::array<ShapeInfo, 11> kShapes = {{
    {Shape::point, "", 1, 1, true},
    {Shape::interval, "", 2, 2, true},
    {Shape::uniform, "uniform", 2, 2, true},
    {Shape::log_uniform, "log_uniform", 2, 2, true},
    {Shape::triangular, "triangular", 3, 3, true},
    {Shape::pert, "pert", 3, 3, true},
    {Shape::normal, "normal", 2, 2, true},
    {Shape::lognormal, "lognormal", 2, 2, true},
    {Shape::beta, "beta", 2, 4, false},
    {Shape::choice, "choice", 1, kMostMembers, false},
    {Shape::empirical, "empirical", 1, kMostMembers, false},
}};

constexpr const char* kExamples =
    "Write a number (1.2), an interval (2000..6000) or a distribution such as uniform(0.7, 0.82).";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

std::string quoted(std::string_view text) {
  std::string result = "\"";
  result += text;
  return result += '"';
}

/// A cursor over the text; every reader skips spaces before what it reads.
class Reader {
 public:
  explicit Reader(std::string_view text) : left_(text) { skip(); }

  bool accept(std::string_view token) {
    if (left_.substr(0, token.size()) != token) return false;
    left_.remove_prefix(token.size());
    skip();
    return true;
  }

  /// A number; empty where there is none or where it is too large for a double.
  std::optional<double> number() {
    const std::size_t length = number_length(left_);
    const std::optional<double> value = parse_number(left_.substr(0, length));
    if (!value) return std::nullopt;
    left_.remove_prefix(length);
    skip();
    return value;
  }

  std::string_view word() {
    std::size_t length = 0;
    while (length < left_.size() && is_letter(left_[length])) ++length;
    const std::string_view word = left_.substr(0, length);
    left_.remove_prefix(length);
    skip();
    return word;
  }

  bool at_letter() const { return !left_.empty() && is_letter(left_[0]); }

  std::string_view left() const {
    std::string_view trimmed = left_;
    while (!trimmed.empty() && is_space(trimmed.back())) trimmed.remove_suffix(1);
    return trimmed;
  }

 private:
  void skip() {
    while (!left_.empty() && is_space(left_[0])) left_.remove_prefix(1);
  }
  std::string_view left_;
};

Error syntax_error(std::string_view text, const std::string& path, const std::string& what) {
  constexpr std::size_t kMostShown = 80;
  std::string shown(text.substr(0, kMostShown));
  if (text.size() > kMostShown) shown += "...";
  return {"value-syntax", path, quoted(shown) + ": " + what + ".", kExamples};
}

/// What is wrong at a place where a number should stand.
std::string number_expected(std::string_view left) {
  if (number_length(left) > 0) return "a number is too large";
  return left.empty() ? "a number is missing at the end" : "a number is expected before " + quoted(left.substr(0, 20));
}

/// The arguments of a named shape, behind its "(". Returns what is wrong, or nothing.
std::string read_arguments(Reader& reader, DistributionSpec& spec) {
  while (true) {
    const std::optional<double> value = reader.number();
    if (!value) return number_expected(reader.left());
    if (spec.numbers.size() == kMostMembers) return "more than " + std::to_string(kMostMembers) + " members";
    spec.numbers.push_back(*value);
    if (spec.shape == Shape::choice) {
      if (!reader.accept(":")) return "a choice has a weight behind each value, as in choice(1: 0.5, 2: 0.5)";
      const std::optional<double> weight = reader.number();
      if (!weight) return number_expected(reader.left());
      spec.weights.push_back(*weight);
    }
    if (reader.accept(")")) return "";
    if (!reader.accept(",")) return "\",\" or \")\" is missing";
  }
}

}  // namespace

const ShapeInfo& shape_info(Shape shape) {
  return *std::find_if(kShapes.begin(), kShapes.end(), [shape](const ShapeInfo& info) { return info.shape == shape; });
}

Result<DistributionSpec> parse_distribution(std::string_view text, std::string* rest, const std::string& path) {
  Reader reader(text);
  DistributionSpec spec;
  if (reader.at_letter()) {
    const std::string_view word = reader.word();
    const auto info =
        std::find_if(kShapes.begin(), kShapes.end(), [word](const ShapeInfo& i) { return i.name == word; });
    if (info == kShapes.end()) {
      return syntax_error(text, path, quoted(word) + " is neither a number nor a distribution");
    }
    if (!reader.accept("(")) return syntax_error(text, path, "\"(\" is missing behind " + std::string(word));
    spec.shape = info->shape;
    const std::string wrong = read_arguments(reader, spec);
    if (!wrong.empty()) return syntax_error(text, path, wrong);
    if (spec.shape == Shape::beta && spec.numbers.size() == 2) {
      for (const double end : {0.0, 1.0}) spec.numbers.push_back(end);
    }
  } else {
    const std::optional<double> value = reader.number();
    if (!value) return syntax_error(text, path, number_expected(reader.left()));
    spec.numbers.push_back(*value);
    if (reader.accept("..")) {
      const std::optional<double> high = reader.number();
      if (!high) return syntax_error(text, path, number_expected(reader.left()));
      spec.shape = Shape::interval;
      spec.numbers.push_back(*high);
    }
  }
  const std::string_view left = reader.left();
  // A digit, point or comma here is a slip in a number ("1,000", "1.2.3", "007"), never the start of a unit.
  const bool slip =
      !left.empty() && ((left[0] >= '0' && left[0] <= '9') || left[0] == '.' || left[0] == ',' || left[0] == '+');
  if (slip || (rest == nullptr && !left.empty())) {
    return syntax_error(text, path, quoted(left.substr(0, 20)) + " is not understood");
  }
  Errors errors = check_spec(spec, path);
  if (!errors.empty()) return errors;
  if (rest != nullptr) *rest = std::string(left);
  return spec;
}

std::string print_distribution(const DistributionSpec& spec) {
  const std::vector<double>& numbers = spec.numbers;
  if (spec.shape == Shape::point && numbers.size() == 1) return shortest(numbers[0]);
  if (spec.shape == Shape::interval && numbers.size() == 2) return shortest(numbers[0]) + ".." + shortest(numbers[1]);
  std::size_t count = numbers.size();
  if (spec.shape == Shape::beta && count == 4 && numbers[2] == 0.0 && numbers[3] == 1.0) count = 2;
  std::string text(shape_info(spec.shape).name);
  text += "(";
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += ",";
    text += shortest(numbers[i]);
    if (spec.shape == Shape::choice && i < spec.weights.size()) text.append(":").append(shortest(spec.weights[i]));
  }
  return text + ")";
}

DistributionSpec scaled(const DistributionSpec& spec, double factor) {
  DistributionSpec result = spec;
  std::size_t first = 0;
  if (spec.shape == Shape::beta) {  // a and b are shapes, not locations
    if (result.numbers.size() == 2) {
      for (const double end : {0.0, 1.0}) result.numbers.push_back(end);
    }
    first = 2;
  }
  for (std::size_t i = first; i < result.numbers.size(); ++i) result.numbers[i] *= factor;
  return result;
}

}  // namespace footing
