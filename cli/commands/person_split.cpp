// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>
#include <cli/correction.hpp>
#include <cli/writer.hpp>

#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/persons.hpp>

#include <memory>
#include <string>

namespace quiz::cli::commands {
namespace {

struct Options {
  std::string entrant;
  workflow::Correction correction;
};

void run(const Options& options, Context& context) {
  const std::shared_ptr<const workflow::ContestFolder> folder = workflow::load_contest(
      context.folder, {.banks = true, .groups = true, .roster = true}, context.diagnostics);
  if (!folder) return;
  const workflow::PersonRequest request{{options.entrant}, correction(options.correction, context)};
  print(context, workflow::split_person(folder, request, writer(context, "person split")));
}

}  // namespace

Action add_person_split(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.argument("ENTRANT", values->entrant);
  declare_correction(options, values->correction);
  options.example("quiz person split E0001234");
  options.example("quiz person split E0001234 --apply --reason 'two brothers with one name, minutes no. 6'");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
