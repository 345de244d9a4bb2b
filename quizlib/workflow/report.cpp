// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/report.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/io/file.hpp>
#include <quizlib/report/output.hpp>
#include <quizlib/report/page.hpp>
#include <quizlib/text/catalogue.hpp>
#include <quizlib/workflow/lists.hpp>
#include <quizlib/workflow/winners.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace quiz::workflow {
namespace {

using report::Format;

constexpr std::array<std::string_view, 5> kNames{"winners", "standings", "participation", "bulletin",
                                                 "responses"};

/// One file to be written.
struct File {
  std::string_view report;
  std::filesystem::path path;
  const report::Document* document = nullptr;
  report::Form form;
};

std::string_view extension(Format format) {
  switch (format) {
    case Format::table:
    case Format::plain:
      break;
    case Format::json:
      return ".json";
    case Format::csv:
      return ".csv";
    case Format::html:
      return ".html";
  }
  return ".txt";
}

/// The forms of a report. With a column for every question, responses are for programs only.
std::vector<Format> formats(const report::Document& document) {
  if (document.name == "responses") return {Format::csv, Format::json};
  std::vector<Format> formats{Format::table, Format::csv, Format::json};
  if (document.winners != nullptr || document.name == "bulletin") formats.push_back(Format::html);
  return formats;
}

report::Document list_of(const std::vector<File>& files, const Results& results) {
  std::vector<std::vector<report::Cell>> rows;
  for (const File& file : files) rows.push_back({std::string(file.report), file.path.string()});
  report::Document document = results.document("report");
  document.counters.reset();
  document.rows = report::table("rows", {{"report"}, {"file"}}, std::move(rows));
  return document;
}

}  // namespace

text::Language report_language(const Results& results, std::optional<text::Language> wanted) {
  return wanted.value_or(results.contest().languages.front());
}

std::span<const std::string_view> report_names() { return kNames; }

report::Document make_report(const std::shared_ptr<const Results>& results, std::string_view name,
                             const ReportScope& scope, text::Language language) {
  if (name == "winners") return winners(results, language);
  if (name == "standings") return standings(results, scope);
  if (name == "participation") return participation(results, scope, language);
  if (name == "bulletin") return bulletin(results, scope, language);
  assert(name == "responses");
  return responses(results);
}

void require_released(const Results& results, std::span<const std::string> names) {
  if (!results.on_hold()) return;
  for (const std::string& name : names)
    if (name == "winners" || name == "standings")
      throw Error(ErrorKind::failed, Message("report.held", {{"report", name}}));
}

std::optional<report::Document> write_reports(const std::shared_ptr<const Results>& results,
                                              const ReportRequest& request, Diagnostics& diagnostics) {
  if (!request.held) require_released(*results, request.names);
  const text::Language language = report_language(*results, request.language);
  const text::Catalogue catalogue(language);
  // In both vectors nothing moves any more once a file points to it.
  std::vector<report::Document> documents;
  std::vector<std::optional<report::Template>> pages;
  bool usable = true;
  for (const std::string& name : request.names) {
    documents.push_back(make_report(results, name, request.scope, language));
    std::optional<report::Template>& page = pages.emplace_back();
    const std::vector<Format> own = formats(documents.back());
    if (std::ranges::find(own, Format::html) == own.end()) continue;
    page = read_page(documents.back(), request.templates, catalogue, diagnostics);
    usable = usable && page.has_value();
  }
  if (!usable) return std::nullopt;

  const std::filesystem::path folder = results->folder().path / "out";
  std::vector<File> files;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const std::string& name = request.names[i];
    for (const Format format : formats(documents[i])) {
      const report::Template* page = pages[i] ? &*pages[i] : nullptr;
      files.push_back({name,
                       folder / (name + std::string(extension(format))),
                       &documents[i],
                       {format, 0, request.byte_order_mark, page}});
    }
  }
  std::optional<report::Document> key;
  if (request.key) {
    if (std::ranges::find(request.names, "responses") == request.names.end()) {
      throw Error(ErrorKind::usage, Message("report.key-without-responses"));
    }
    key = answer_key(results);
    files.push_back({"responses",
                     folder / "responses-key.csv",
                     &*key,
                     {Format::csv, 0, request.byte_order_mark, nullptr}});
  }
  if (!request.dry_run) {
    io::make_folder(folder);
    for (const File& file : files) render_file(*file.document, catalogue, file.form, file.path, true);
  }
  return list_of(files, *results);
}

}  // namespace quiz::workflow
