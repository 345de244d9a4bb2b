// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>
#include <cli/writer.hpp>

#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/freeze.hpp>

#include <memory>
#include <string>

namespace quiz::cli::commands {
namespace {

struct Options {
  std::string round;
};

void run(const Options& options, Context& context) {
  const std::shared_ptr<const workflow::ContestFolder> folder = workflow::load_contest(
      context.folder, {.banks = true, .groups = true, .roster = true}, context.diagnostics);
  if (!folder) return;
  print(context, workflow::freeze(folder, options.round, context.threads(), context.clock.now(),
                                  writer(context, "contest freeze"), context.everywhere.dry_run));
}

}  // namespace

Action add_contest_freeze(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.text("--round", "ROUND", values->round);
  options.example("quiz contest freeze");
  options.example("quiz contest freeze --round w1");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
