// SPDX-License-Identifier: Apache-2.0
#include <cli/commands/commands.hpp>
#include <cli/console.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/report/page.hpp>
#include <quizlib/text/catalogue.hpp>
#include <quizlib/workflow/chosen.hpp>
#include <quizlib/workflow/report.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quiz::cli::commands {
namespace {

struct Options {
  std::vector<std::string> names;
  std::optional<report::Format> format;
  std::string templates;
  bool key = false;
  bool held = false;
  std::string at;
  workflow::ReportScope scope;
};

/// What the reports are about. Moments without an offset are in the contest's zone.
workflow::ReportScope scope(const Options& options, const workflow::Results& results,
                            const Context& context) {
  workflow::ReportScope scope = options.scope;
  scope.at =
      options.at.empty() ? context.clock.now() : workflow::require_moment(results.contest(), options.at);
  return scope;
}

/// The folder of `--templates`; empty: none.
std::filesystem::path templates(const Options& options, const Context& context) {
  return options.templates.empty() ? std::filesystem::path() : context.at(options.templates);
}

/// One report, to standard output or the file of `-o`.
void print_report(const Options& options, const std::shared_ptr<const workflow::Results>& results,
                  Context& context) {
  if (options.names.size() != 1 || options.key) {
    throw Error(ErrorKind::usage, Message("report.one-at-a-time"));
  }
  if (!options.held) workflow::require_released(*results, options.names);
  const text::Catalogue catalogue(workflow::report_language(*results, context.everywhere.language));
  const report::Document document = workflow::make_report(
      results, options.names.front(), scope(options, *results, context), catalogue.language());
  std::optional<report::Template> page;
  if (options.format == report::Format::html) {
    page = report::read_page(document, templates(options, context), catalogue, context.diagnostics);
    if (!page) return;
  }
  context.everywhere.format = options.format;
  print(context, document, catalogue, page ? &*page : nullptr);
}

void run(const Options& options, Context& context) {
  const auto results = workflow::load_results(context.folder, context.threads(), context.diagnostics);
  if (!results) return;
  if (options.format || !context.everywhere.output.empty()) return print_report(options, results, context);
  workflow::ReportRequest request;
  request.names = options.names;
  request.scope = scope(options, *results, context);
  request.language = context.everywhere.language;
  request.templates = templates(options, context);
  request.key = options.key;
  request.held = options.held;
  request.byte_order_mark = context.everywhere.byte_order_mark;
  request.dry_run = context.everywhere.dry_run;
  if (const auto written = workflow::write_reports(results, request, context.diagnostics)) {
    print(context, *written);
  }
}

}  // namespace

Action add_report(cli::Options& options) {
  const auto values = std::make_shared<Options>();
  options.words("NAME", workflow::report_names(), values->names);
  options.choice<report::Format>("--format",
                                 {{"table", report::Format::table},
                                  {"plain", report::Format::plain},
                                  {"json", report::Format::json},
                                  {"csv", report::Format::csv},
                                  {"html", report::Format::html}},
                                 values->format);
  options.text("--templates", "DIR", values->templates);
  options.text("--round", "ROUND", values->scope.round);
  options.text("--track", "TRACK", values->scope.track);
  options.text("--at", "MOMENT", values->at);
  options.flag("--key", values->key);
  options.flag("--held", values->held);
  options.example("quiz report winners participation");
  options.example("quiz report winners --format html -o winners.html");
  options.example("quiz report responses --key");
  options.example("quiz report bulletin --at '2027-03-05 11:00' --format table");
  return [values](Context& context) { run(*values, context); };
}

}  // namespace quiz::cli::commands
