#include "arguments.hpp"

#include <algorithm>

namespace footing::cli {

std::string Arguments::last(const std::string& option) const {
  const auto found = options.find(option);
  return found == options.end() ? "" : found->second.back();
}

Arguments parse_arguments(const std::vector<std::string>& argv, const std::vector<OptionSpec>& known,
                          std::string& problem) {
  Arguments out;
  bool only_words = false;
  for (std::size_t i = 0; i < argv.size(); ++i) {
    const std::string& word = argv[i];
    if (only_words || word.size() < 2 || word[0] != '-') {
      out.words.push_back(word);
      continue;
    }
    if (word == "--") {
      only_words = true;
      continue;
    }
    const auto equals = word.find('=');
    const std::string name = word.substr(0, equals);
    const auto spec = std::find_if(known.begin(), known.end(), [&](const OptionSpec& o) { return o.name == name; });
    if (spec == known.end()) {
      problem = "unknown option " + name;
      return out;
    }
    if (!spec->value) {
      if (equals != std::string::npos) {
        problem = name + " takes no value";
        return out;
      }
      out.options[name].push_back("");
    } else if (equals != std::string::npos) {
      out.options[name].push_back(word.substr(equals + 1));
    } else if (i + 1 < argv.size()) {
      out.options[name].push_back(argv[++i]);
    } else {
      problem = name + " needs a value";
      return out;
    }
  }
  return out;
}

}  // namespace footing::cli
