// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>

#include <quizlib/workflow/new_contest.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace quiz::cli::commands {
namespace {

struct Options {
  std::string folder;
  std::string_view name = "basic";
};

void run(const Options& options, Context& context) {
  print(context, workflow::new_contest(context.at(options.folder), options.name, context.clock.now(),
                                       {"quiz new", context.lock_wait}, context.everywhere.dry_run));
}

}  // namespace

Action add_new(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.argument("DIR", values->folder);
  options.choice<std::string_view>(
      "--template", {{"basic", "basic"}, {"weekly", "weekly"}, {"practice-run", "practice-run"}},
      values->name);
  options.example("quiz new my-contest");
  options.example("quiz new my-season --template weekly");
  options.example("quiz new practice --template practice-run");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
