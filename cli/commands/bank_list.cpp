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
  workflow::ItemFilter filter;
};

void run(const Options& options, Context& context) {
  const auto document = workflow::list_items(context.folder, context.at(options.files), options.filter,
                                             context.catalogue->language(), context.diagnostics);
  if (document) print(context, *document);
}

}  // namespace

Action add_bank_list(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.files("FILE", values->files);
  options.text("--skill", "SKILL", values->filter.skill);
  options.text("--tag", "TAG", values->filter.tag);
  options.choice<std::string_view>("--difficulty", {{"easy", "easy"}, {"medium", "medium"}, {"hard", "hard"}},
                                   values->filter.difficulty);
  options.flag("--retired", values->filter.retired);
  options.example("quiz bank list");
  options.example("quiz bank list --difficulty hard --format csv banks/general.yaml");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
