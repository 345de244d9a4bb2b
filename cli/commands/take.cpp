// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>
#include <cli/take_plain.hpp>
#include <cli/terminal/take_screen.hpp>
#include <cli/writer.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/open_sitting.hpp>

#include <unistd.h>

#include <memory>
#include <string_view>

namespace quiz::cli::commands {
namespace {

struct Options {
  workflow::TakeRequest request;
  bool plain = false;
};

bool is_plain(const Options& options, const Context& context) {
  const std::string_view term = context.variable("TERM");
  const bool is_terminal = context.out.terminal && ::isatty(STDIN_FILENO) == 1;
  return options.plain || !is_terminal || term.empty() || term == "dumb";
}

void run(const Options& options, Context& context) {
  if (context.everywhere.writes_file()) throw Error(ErrorKind::usage, Message("take.output"));
  const std::shared_ptr<const workflow::ContestFolder> folder = workflow::load_contest(
      context.folder, {.banks = true, .groups = true, .roster = true}, context.diagnostics);
  if (!folder) return;
  workflow::OpenSitting sitting(folder, options.request, context.clock, writer(context, "take"));
  if (context.everywhere.dry_run) return note(context, Message("dry-run"));
  if (is_plain(options, context))
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
