// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>

#include <quizlib/report/findings.hpp>
#include <quizlib/workflow/check.hpp>

#include <filesystem>
#include <memory>
#include <vector>

namespace quiz::cli::commands {
namespace {

struct Options {
  std::vector<std::filesystem::path> files;
  bool strict = false;
};

/// Findings are printed as those of any command are, but in the form of a document where somebody asks for
/// one.
void run(const Options& options, Context& context) {
  context.is_strict = options.strict;
  workflow::check(context.folder, context.at(options.files), context.diagnostics);
  if (context.everywhere.format || !context.everywhere.output.empty()) {
    print(context, report::findings(context.diagnostics, *context.catalogue));
    context.findings_printed = true;
  } else if (context.diagnostics.errors() + context.diagnostics.warnings() == 0) {
    print_findings(context);
    context.findings_printed = true;
    note(context, Message("check.clean"));
  }
}

}  // namespace

Action add_check(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.files("FILE", values->files);
  options.flag("--strict", values->strict);
  options.example("quiz check");
  options.example("quiz check --strict --format json banks/general.yaml");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
