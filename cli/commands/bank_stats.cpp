// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>

#include <quizlib/workflow/banks.hpp>

#include <filesystem>
#include <memory>
#include <vector>

namespace quiz::cli::commands {
namespace {

struct Options {
  std::vector<std::filesystem::path> files;
};

void run(const Options& options, Context& context) {
  const auto document =
      workflow::bank_statistics(context.folder, context.at(options.files), context.diagnostics);
  if (document) print(context, *document);
}

}  // namespace

Action add_bank_stats(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.files("FILE", values->files);
  options.example("quiz bank stats");
  options.example("quiz bank stats --format json banks/general.yaml");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
