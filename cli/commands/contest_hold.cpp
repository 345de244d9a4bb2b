// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>
#include <cli/writer.hpp>

#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/contest_hold.hpp>

#include <memory>
#include <string>

namespace quiz::cli::commands {
namespace {

struct Options {
  bool on = false;
  std::string reason;
};

void run(const Options& options, Context& context) {
  const std::shared_ptr<const workflow::ContestFolder> folder =
      workflow::load_contest(context.folder, {.banks = true}, context.diagnostics);
  if (!folder) return;
  const workflow::HoldRequest request{options.on, options.reason, context.everywhere.dry_run};
  print(context, workflow::hold(*folder, request, context.clock.now(), writer(context, "contest hold")));
}

}  // namespace

Action add_contest_hold(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.choice<bool>("STATE", {{"on", true}, {"off", false}}, values->on);
  options.text("--reason", "TEXT", values->reason);
  options.example("quiz contest hold on --reason 'the council meets on Friday'");
  options.example("quiz contest hold off");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
