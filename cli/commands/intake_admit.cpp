// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>
#include <cli/correction.hpp>
#include <cli/writer.hpp>

#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/intake_admit.hpp>

#include <memory>

namespace quiz::cli::commands {
namespace {

struct Options {
  workflow::AdmitRequest request;
};

void run(const Options& options, Context& context) {
  const std::shared_ptr<const workflow::ContestFolder> folder = workflow::load_contest(
      context.folder, {.banks = true, .groups = true, .roster = true}, context.diagnostics);
  if (!folder) return;
  workflow::AdmitRequest request = options.request;
  request.correction = correction(request.correction, context);
  print(context, workflow::admit(folder, request, writer(context, "intake admit")));
}

}  // namespace

Action add_intake_admit(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.argument("SHEET", values->request.sheet);
  declare_correction(options, values->request.correction);
  options.example("quiz intake admit E0000007/w1/2");
  options.example(
      "quiz intake admit E0000007/w1/2 --apply --reason 'power cut in the commune, minutes no. 3'");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
