// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>

#include <quizlib/workflow/roster_check.hpp>

namespace quiz::cli::commands {
namespace {

void run(Context& context) {
  const auto document =
      workflow::check_roster(context.folder, context.catalogue->language(), context.diagnostics);
  if (document) print(context, *document);
}

}  // namespace

Action add_roster_check(cli::Options& options) {
  options.example("quiz roster check");
  return run;
}

}  // namespace quiz::cli::commands
