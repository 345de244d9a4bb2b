// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>
#include <cli/writer.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/contest_hold.hpp>

#include <memory>
#include <string>

namespace quiz::cli::commands {
namespace {

struct Options {
  std::string state;
  std::string reason;
};

void run(const Options& options, Context& context) {
  if (options.state != "on" && options.state != "off")
    throw Error(ErrorKind::usage, Message("hold.state", {{"state", options.state}}));
  const std::shared_ptr<const workflow::ContestFolder> folder =
      workflow::load_contest(context.folder, {.banks = true}, context.diagnostics);
  if (!folder) return;
  const workflow::HoldRequest request{options.state == "on", options.reason, context.everywhere.dry_run};
  print(context, workflow::hold(*folder, request, context.clock.now(), writer(context, "contest hold")));
}

}  // namespace

Action add_contest_hold(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.argument("STATE", values->state);
  options.text("--reason", "TEXT", values->reason);
  options.example("quiz contest hold on --reason 'the council meets on Friday'");
  options.example("quiz contest hold off");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
