// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>

#include <quizlib/workflow/contest_show.hpp>

namespace quiz::cli::commands {
namespace {

void run(Context& context) {
  const auto document =
      workflow::show_contest(context.folder, context.catalogue->language(), context.diagnostics);
  if (document) print(context, *document);
}

}  // namespace

Action add_contest_show(cli::Options& options) {
  options.example("quiz contest show");
  options.example("quiz contest show --format json");
  return run;
}

}  // namespace quiz::cli::commands
