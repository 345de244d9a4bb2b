// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>
#include <cli/correction.hpp>
#include <cli/writer.hpp>

#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/regrade.hpp>

#include <memory>

namespace quiz::cli::commands {
namespace {

struct Options {
  workflow::Correction correction;
};

void run(const Options& options, Context& context) {
  const std::shared_ptr<const workflow::ContestFolder> folder = workflow::load_contest(
      context.folder, {.banks = true, .groups = true, .roster = true}, context.diagnostics);
  if (!folder) return;
  print(context,
        workflow::regrade(folder, correction(options.correction, context), writer(context, "regrade")));
}

}  // namespace

Action add_regrade(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  declare_correction(options, values->correction);
  options.example("quiz regrade");
  options.example("quiz regrade --apply --reason 'question 12 had the wrong key, minutes no. 7'");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
