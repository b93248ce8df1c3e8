#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace footing::cli {

/// Exit codes: scripts may rely on them.
inline constexpr int kOk = 0;     ///< done, nothing amiss
inline constexpr int kAmiss = 1;  ///< the data, the claim or a value is amiss; errors are printed
inline constexpr int kUsage = 2;  ///< the command line itself cannot be understood

/// A command line taken apart.
struct Arguments {
  std::vector<std::string> words;                           ///< what is no option
  std::map<std::string, std::vector<std::string>> options;  ///< "--set" -> values in order; flags have ""

  bool has(const std::string& option) const { return options.count(option) != 0; }
  std::string last(const std::string& option) const;
};

/// What an option takes.
struct OptionSpec {
  std::string name;  ///< "--samples"
  bool value = false;
};

/// Takes apart argv behind the command; `problem` says what cannot be understood ("" if all can).
Arguments parse_arguments(const std::vector<std::string>& argv, const std::vector<OptionSpec>& known,
                          std::string& problem);

}  // namespace footing::cli
