// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>
#include <cli/correction.hpp>
#include <cli/writer.hpp>

#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/freeze.hpp>

#include <memory>

namespace quiz::cli::commands {
namespace {

struct Options {
  workflow::FreezeRequest request;
};

void run(const Options& options, Context& context) {
  const std::shared_ptr<const workflow::ContestFolder> folder = workflow::load_contest(
      context.folder, {.banks = true, .groups = true, .roster = true}, context.diagnostics);
  if (!folder) return;
  workflow::FreezeRequest request = options.request;
  request.dry_run = context.everywhere.dry_run;
  if (request.again) require_reason(request.reason, "--again");
  print(context, workflow::freeze(folder, request, context.threads(), context.clock,
                                  writer(context, "contest freeze")));
}

}  // namespace

Action add_contest_freeze(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.text("--round", "ROUND", values->request.round);
  options.flag("--again", values->request.again);
  options.text("--reason", "TEXT", values->request.reason);
  options.example("quiz contest freeze");
  options.example("quiz contest freeze --round w1");
  options.example("quiz contest freeze --round w1 --again --reason 'two late files from the communes'");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
