// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>
#include <cli/correction.hpp>
#include <cli/writer.hpp>

#include <quizlib/workflow/award_decide.hpp>

#include <memory>
#include <string>

namespace quiz::cli::commands {
namespace {

struct Options {
  workflow::DecideRequest request;
  std::string lot;
};

void run(const Options& options, Context& context) {
  workflow::DecideRequest request = options.request;
  request.dry_run = context.everywhere.dry_run;
  if (!options.lot.empty()) request.lot = context.at(options.lot);
  if (!request.dry_run) require_reason(request.reason, "quiz award decide");
  const std::shared_ptr<const workflow::ContestFolder> folder = workflow::load_contest(
      context.folder, {.banks = true, .groups = true, .roster = true}, context.diagnostics);
  if (!folder) return;
  print(context, workflow::decide(folder, request, context.threads(), context.clock.now(),
                                  writer(context, "award decide")));
}

}  // namespace

Action add_award_decide(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.argument("AWARD", values->request.award);
  options.text("--round", "ROUND", values->request.round);
  options.text("--track", "TRACK", values->request.track);
  options.text("--block", "BLOCK", values->request.block);
  options.text("--order", "IDS", values->request.order);
  options.text("--lot", "FILE", values->lot);
  options.text("--reason", "TEXT", values->request.reason);
  options.example("quiz award decide individual --order 'E0000007;E0000003' --reason 'minutes no. 4'");
  options.example("quiz award decide individual --track people --lot lottery.txt --reason 'drawn in public'");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
