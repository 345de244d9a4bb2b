// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>

#include <quizlib/workflow/lists.hpp>

#include <memory>
#include <string>

namespace quiz::cli::commands {
namespace {

struct Options {
  std::string round;
};

void run(const Options& options, Context& context) {
  const auto results = workflow::load_results(context.folder, context.threads(), context.diagnostics);
  if (!results) return;
  print(context, workflow::award(results, options.round, context.catalogue->language()));
}

}  // namespace

Action add_award(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.text("--round", "ROUND", values->round);
  options.example("quiz award");
  options.example("quiz award --round w1");
  options.example("quiz award --format json");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
