// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>

#include <quizlib/workflow/roster_duplicates.hpp>

namespace quiz::cli::commands {
namespace {

void run(Context& context) {
  const auto document = workflow::propose_duplicates(context.folder, context.diagnostics);
  if (document) print(context, *document);
}

}  // namespace

Action add_roster_duplicates(cli::Options& options) {
  options.example("quiz roster duplicates");
  options.example("quiz roster duplicates --format csv -o duplicates.csv");
  return run;
}

}  // namespace quiz::cli::commands
