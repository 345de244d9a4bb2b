// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>

#include <quizlib/workflow/lists.hpp>

#include <memory>

namespace quiz::cli::commands {
namespace {

void run(Context& context) {
  const auto results = workflow::load_results(context.folder, context.threads(), context.diagnostics);
  if (!results) return;
  print(context, workflow::award(results, context.catalogue->language()));
}

}  // namespace

Action add_award(cli::Options& options) {
  options.example("quiz award");
  options.example("quiz award --format json");
  return run;
}

}  // namespace quiz::cli::commands
