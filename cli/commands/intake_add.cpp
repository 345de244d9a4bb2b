// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>
#include <cli/correction.hpp>
#include <cli/writer.hpp>

#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/intake_add.hpp>
#include <quizlib/workflow/intake_marks.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace quiz::cli::commands {
namespace {

struct Options {
  std::vector<std::filesystem::path> files;
  std::string round;
  std::string map;
  bool strict = false;
  bool marks = false;
  workflow::Correction correction;
};

void run(const Options& options, Context& context) {
  const std::shared_ptr<const workflow::ContestFolder> folder = workflow::load_contest(
      context.folder, {.banks = true, .groups = true, .roster = true}, context.diagnostics);
  if (!folder) return;
  workflow::IntakeRequest request;
  for (const std::filesystem::path& file : context.at(options.files)) request.files.push_back(file.string());
  request.round = options.round;
  if (!options.map.empty()) request.map = context.at(options.map).string();
  request.strict = options.strict;
  request.dry_run = context.everywhere.dry_run;
  request.apply = correction(options.correction, context).apply;
  request.reason = options.correction.reason;
  request.threads = context.threads();
  request.progress = progress(context, "progress.intake");
  request.now = context.clock.now();
  const workflow::Writer who = writer(context, "intake add");
  const auto document = options.marks ? workflow::add_marks(folder, request, who, context.diagnostics)
                                      : workflow::add_sheets(folder, request, who, context.diagnostics);
  if (document) print(context, *document);
}

}  // namespace

Action add_intake_add(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.files("FILE", values->files, true);
  options.text("--round", "ROUND", values->round);
  options.text("--map", "FILE", values->map);
  options.flag("--marks", values->marks);
  options.flag("--strict", values->strict);
  declare_correction(options, values->correction);
  options.example("quiz intake add sheets-1.csv sheets-2.csv");
  options.example("quiz intake add --map columns.yaml export.csv");
  options.example("quiz intake add --marks essays.csv");
  options.example("quiz intake add late.csv --apply --reason 'sent in time, found late, minutes no. 8'");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
