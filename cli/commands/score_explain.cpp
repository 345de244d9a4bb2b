// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>

#include <quizlib/workflow/lists.hpp>

#include <memory>
#include <string>

namespace quiz::cli::commands {
namespace {

struct Options {
  std::string entrant;
};

void run(const Options& options, Context& context) {
  const auto results = workflow::load_results(context.folder, context.threads(), context.diagnostics);
  if (!results) return;
  print(context, workflow::explain(results, options.entrant));
}

}  // namespace

Action add_score_explain(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.argument("ENTRANT", values->entrant);
  options.example("quiz score explain E0000001");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
