// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/report/document.hpp>
#include <quizlib/text/language.hpp>
#include <quizlib/workflow/lists.hpp>
#include <quizlib/workflow/results.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::workflow {

/// Which reports to write, and how.
struct ReportRequest {
  std::vector<std::string> names;
  ReportScope scope;
  std::optional<text::Language> language;  ///< nothing: the first of the contest
  std::filesystem::path templates;         ///< a folder whose files stand in for our own; empty: none
  bool key = false;                        ///< with `responses`: the key of every item too
  bool byte_order_mark = false;            ///< before CSV
  bool dry_run = false;                    ///< write nothing
  bool held = false;                       ///< also what officials hold back
};

/// The language of a contest's reports: `wanted`, else the first of the contest.
[[nodiscard]] text::Language report_language(const Results& results, std::optional<text::Language> wanted);

/// The names of all reports.
[[nodiscard]] std::span<const std::string_view> report_names();

/// The report of that name. Needs one of `report_names`.
[[nodiscard]] report::Document make_report(const std::shared_ptr<const Results>& results,
                                           std::string_view name, const ReportScope& scope,
                                           text::Language language);

/// Throws Error{failed} (`report.held`) where officials hold back one of these reports: while `quiz contest
/// hold` is on, winners and standings.
void require_released(const Results& results, std::span<const std::string> names);

/// Write reports in all their forms into the folder `out` of the contest, which is made where it is missing:
/// CSV and JSON, a table for people (.txt) but of the responses, and a page of the winners. What earlier runs
/// wrote there is replaced.
///
/// Returns what has been written, a row a file; nothing when a template has findings, and then no file is
/// touched. Throws Error{usage} (`report.key-without-responses`) before that, as `require_released` does, and
/// Error{failed} where a file cannot be written. Needs names of `report_names`, each once.
[[nodiscard]] std::optional<report::Document> write_reports(const std::shared_ptr<const Results>& results,
                                                            const ReportRequest& request,
                                                            Diagnostics& diagnostics);

}  // namespace quiz::workflow
