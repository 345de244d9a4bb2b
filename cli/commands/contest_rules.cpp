// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>

#include <quizlib/report/page.hpp>
#include <quizlib/text/catalogue.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/contest_rules.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace quiz::cli::commands {
namespace {

struct Options {
  std::optional<report::Format> format;
  std::string templates;
};

void run(const Options& options, Context& context) {
  const auto folder = workflow::load_contest(context.folder, {.banks = true, .groups = true, .roster = false},
                                             context.diagnostics);
  if (!folder) return;
  const text::Catalogue catalogue(context.everywhere.language.value_or(folder->contest.languages.front()));
  const auto document = workflow::contest_rules(*folder, catalogue, context.diagnostics);
  if (!document) return;
  std::optional<report::Template> page;
  if (options.format == report::Format::html) {
    const std::filesystem::path own =
        options.templates.empty() ? std::filesystem::path() : context.at(options.templates);
    page = report::read_page(*document, own, catalogue, context.diagnostics);
    if (!page) return;
  }
  context.everywhere.format = options.format;
  print(context, *document, catalogue, page ? &*page : nullptr);
}

}  // namespace

Action add_contest_rules(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.choice<report::Format>("--format",
                                 {{"table", report::Format::table},
                                  {"plain", report::Format::plain},
                                  {"json", report::Format::json},
                                  {"csv", report::Format::csv},
                                  {"html", report::Format::html}},
                                 values->format);
  options.text("--templates", "DIR", values->templates);
  options.example("quiz contest rules");
  options.example("quiz contest rules --lang en --format html -o rules.html");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
