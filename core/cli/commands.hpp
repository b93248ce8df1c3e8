#pragma once

#include <string>
#include <vector>

#include "arguments.hpp"
#include "session.hpp"

namespace footing::cli {

/// One command: its options, its help and what it does. Returns an exit code.
struct Command {
  std::string name;
  std::string summary;
  std::string usage;
  std::vector<OptionSpec> options;
  int (*run)(const Arguments& arguments);
};

const std::vector<Command>& commands();

int run_eval(const Arguments& arguments);
int run_solve(const Arguments& arguments);
int run_explain(const Arguments& arguments);
int run_compare(const Arguments& arguments);
int run_sweep(const Arguments& arguments);
int run_check(const Arguments& arguments);
int run_list(const Arguments& arguments);
int run_describe(const Arguments& arguments);
int run_link(const Arguments& arguments);
int run_closure(const Arguments& arguments);
int run_new(const Arguments& arguments);
int run_prepare(const Arguments& arguments);

/// The break-evens of an explain answer, and each bundle option by option.
void print_break_evens(const Json& answer);

}  // namespace footing::cli
