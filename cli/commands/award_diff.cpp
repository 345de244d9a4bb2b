// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>

#include <quizlib/workflow/award_diff.hpp>
#include <quizlib/workflow/contest_folder.hpp>

#include <cstdint>
#include <memory>
#include <optional>

namespace quiz::cli::commands {
namespace {

struct Options {
  std::optional<std::uint64_t> from;
  std::optional<std::uint64_t> to;
};

void run(const Options& options, Context& context) {
  const std::shared_ptr<const workflow::ContestFolder> folder = workflow::load_contest(
      context.folder, {.banks = true, .groups = true, .roster = true}, context.diagnostics);
  if (!folder) return;
  print(context, workflow::award_diff(folder, static_cast<std::uint32_t>(*options.from),
                                      static_cast<std::uint32_t>(*options.to), context.threads()));
}

}  // namespace

Action add_award_diff(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.number("FROM", "FROM", values->from, 1);
  options.number("TO", "TO", values->to, 1);
  options.example("quiz award diff 1 2");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
