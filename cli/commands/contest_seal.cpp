// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>
#include <cli/writer.hpp>

#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <memory>

namespace quiz::cli::commands {
namespace {

void run(Context& context) {
  const std::shared_ptr<const workflow::ContestFolder> folder = workflow::load_contest(
      context.folder, {.banks = true, .groups = true, .roster = false}, context.diagnostics);
  if (!folder) return;
  const auto document = workflow::seal_contest(*folder, context.clock.now(), writer(context, "contest seal"),
                                               context.everywhere.dry_run, context.diagnostics);
  if (document) print(context, *document);
}

}  // namespace

Action add_contest_seal(cli::Options& options) {
  options.example("quiz contest seal");
  return run;
}

}  // namespace quiz::cli::commands
