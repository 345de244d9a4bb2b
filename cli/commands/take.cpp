// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/take_plain.hpp>
#include <cli/terminal/take_screen.hpp>
#include <cli/writer.hpp>

#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/open_sitting.hpp>

#include <unistd.h>

#include <memory>

namespace quiz::cli::commands {
namespace {

struct Options {
  workflow::TakeRequest request;
  bool plain = false;
};

void run(const Options& options, Context& context) {
  const std::shared_ptr<const workflow::ContestFolder> folder = workflow::load_contest(
      context.folder, {.banks = true, .groups = true, .roster = true}, context.diagnostics);
  if (!folder) return;
  workflow::OpenSitting sitting(folder, options.request, context.clock, writer(context, "take"));
  const bool is_terminal = context.out.terminal && ::isatty(STDIN_FILENO) == 1;
  const bool is_plain = options.plain || !is_terminal || context.variable("TERM") == "dumb";
  if (is_plain)
    take_plain(sitting, context);
  else
    terminal::take_screen(sitting, context);
}

}  // namespace

Action add_take(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.text("--round", "ROUND", values->request.round);
  options.text("--entrant", "ENTRANT", values->request.entrant);
  options.flag("--plain", values->plain);
  options.flag("--take-over", values->request.take_over);
  options.example("quiz take --round w1 --entrant E0000007");
  options.example("quiz take --round w1 --entrant E0000007 --plain");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
