// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>
#include <cli/correction.hpp>
#include <cli/writer.hpp>

#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/disqualify.hpp>

#include <memory>

namespace quiz::cli::commands {
namespace {

struct Options {
  workflow::DisqualifyRequest request;
};

void run(const Options& options, Context& context) {
  const std::shared_ptr<const workflow::ContestFolder> folder = workflow::load_contest(
      context.folder, {.banks = true, .groups = true, .roster = true}, context.diagnostics);
  if (!folder) return;
  workflow::DisqualifyRequest request = options.request;
  request.correction = correction(request.correction, context);
  print(context, workflow::disqualify(folder, request, writer(context, "disqualify")));
}

}  // namespace

Action add_disqualify(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.argument("ENTRANT", values->request.entrant);
  options.choice<bool>("--from", {{"enter", true}, {"win", false}}, values->request.from_entering);
  declare_correction(options, values->request.correction);
  options.example("quiz disqualify E0000007 --from win");
  options.example(
      "quiz disqualify E0000007 --from enter --apply --reason 'sat for somebody else, minutes no. 4'");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
