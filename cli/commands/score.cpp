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
  print(context, workflow::score(results, options.round));
}

}  // namespace

Action add_score(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.text("--round", "ROUND", values->round);
  options.example("quiz score");
  options.example("quiz score --format csv -o scores.csv");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
