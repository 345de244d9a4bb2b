// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>

#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/intake_add.hpp>

#include <memory>

namespace quiz::cli::commands {
namespace {

void run(Context& context) {
  const std::shared_ptr<const workflow::ContestFolder> folder = workflow::load_contest(
      context.folder, {.banks = true, .groups = true, .roster = true}, context.diagnostics);
  if (!folder) return;
  print(context, workflow::intake_status(folder, context.threads()));
}

}  // namespace

Action add_intake_status(cli::Options& options) {
  options.example("quiz intake status");
  options.example("quiz intake status --format json");
  return run;
}

}  // namespace quiz::cli::commands
