// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>

#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/freeze.hpp>

#include <memory>

namespace quiz::cli::commands {
namespace {

void run(Context& context) {
  const std::shared_ptr<const workflow::ContestFolder> folder = workflow::load_contest(
      context.folder, {.banks = true, .groups = true, .roster = true}, context.diagnostics);
  if (!folder) return;
  print(context, workflow::contest_status(folder, context.threads(), context.clock));
}

}  // namespace

Action add_contest_status(cli::Options& options) {
  options.example("quiz contest status");
  return run;
}

}  // namespace quiz::cli::commands
