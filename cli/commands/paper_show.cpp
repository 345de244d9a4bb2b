// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/paper_show.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace quiz::cli::commands {
namespace {

struct Options {
  std::string round;
  std::string entrant;
  std::string track;
  std::optional<std::uint64_t> attempt = 1;
};

void run(const Options& options, Context& context) {
  if (options.entrant.empty()) throw Error(ErrorKind::usage, Message("paper.entrant-missing"));
  const std::shared_ptr<const workflow::ContestFolder> folder = workflow::load_contest(
      context.folder, {.banks = true, .groups = true, .roster = true}, context.diagnostics);
  if (!folder) return;
  print(context,
        workflow::show_paper(*folder, options.round, options.entrant, options.track,
                             static_cast<std::uint32_t>(*options.attempt), context.catalogue->language()));
}

}  // namespace

Action add_paper_show(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.text("--round", "ROUND", values->round);
  options.text("--entrant", "ENTRANT", values->entrant);
  options.text("--track", "TRACK", values->track);
  options.number("--attempt", "N", values->attempt, 1, 1000);
  options.example("quiz paper show --entrant E0000001");
  options.example("quiz paper show --round w1 --entrant E0000001 --attempt 2");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
