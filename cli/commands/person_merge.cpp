// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>
#include <cli/correction.hpp>
#include <cli/writer.hpp>

#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/persons.hpp>

#include <memory>

namespace quiz::cli::commands {
namespace {

struct Options {
  workflow::PersonRequest request;
};

void run(const Options& options, Context& context) {
  const std::shared_ptr<const workflow::ContestFolder> folder = workflow::load_contest(
      context.folder, {.banks = true, .groups = true, .roster = true}, context.diagnostics);
  if (!folder) return;
  workflow::PersonRequest request = options.request;
  request.correction = correction(request.correction, context);
  print(context, workflow::merge_persons(folder, request, writer(context, "person merge")));
}

}  // namespace

Action add_person_merge(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.arguments("ENTRANT", values->request.entrants);
  declare_correction(options, values->request.correction);
  options.example("quiz person merge E0000007 E0001234");
  options.example("quiz person merge E0000007 E0001234 --apply --reason 'one identity card, minutes no. 5'");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
