// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/simulate.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace quiz::cli::commands {
namespace {

struct Options {
  std::optional<std::uint64_t> entrants;
  std::string seed = "1";
};

void run(const Options& options, Context& context) {
  if (!options.entrants) throw Error(ErrorKind::usage, Message("simulate.entrants-missing"));
  const std::shared_ptr<const workflow::ContestFolder> folder = workflow::load_contest(
      context.folder, {.banks = true, .groups = true, .roster = false}, context.diagnostics);
  if (!folder) return;
  workflow::RehearsalRequest request;
  request.persons = static_cast<std::uint32_t>(*options.entrants);
  request.seed = options.seed;
  const std::string& folder_asked = context.everywhere.output;
  request.folder = folder_asked.empty() ? folder->path / "rehearsal" : context.at(folder_asked);
  request.overwrite = context.everywhere.overwrite;
  request.dry_run = context.everywhere.dry_run;
  request.progress = progress(context, "progress.simulate");
  const report::Document document = workflow::simulate(*folder, request);
  context.everywhere.output.clear();
  print(context, document);
}

}  // namespace

Action add_simulate(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.number("--entrants", "N", values->entrants, 1, 10'000'000);
  options.text("--seed", "SEED", values->seed);
  options.example("quiz simulate --entrants 500");
  options.example("quiz simulate --entrants 21217 --seed bac-kan -o rehearsal");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
