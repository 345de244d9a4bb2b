// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>

#include <quizlib/workflow/banks.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace quiz::cli::commands {
namespace {

struct Options {
  std::string item;
  std::vector<std::filesystem::path> files;
};

void run(const Options& options, Context& context) {
  const auto document = workflow::show_item(context.folder, context.at(options.files), options.item,
                                            context.catalogue->language(), context.diagnostics);
  if (document) print(context, *document);
}

}  // namespace

Action add_bank_show(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.argument("ITEM", values->item);
  options.files("FILE", values->files);
  options.example("quiz bank show general/pw-strength");
  options.example("quiz bank show pw-strength banks/general.yaml");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
