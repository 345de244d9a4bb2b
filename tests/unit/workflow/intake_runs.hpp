// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/report/document.hpp>
#include <quizlib/workflow/intake_add.hpp>
#include <quizlib/workflow/lists.hpp>
#include <quizlib/workflow/results.hpp>

#include <tests/support/contest_dir.hpp>
#include <tests/support/findings.hpp>

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quiz::tests {

/// 2023-09-11T07:00+07:00, after the small contests have closed.
inline constexpr Instant kLater{Milliseconds(1'694'390'400'000)};

/// What a run of intake said: a line a file such as `a.csv: in 3, accepted 2, refused 1`, then the findings,
/// then the notes.
inline std::string add(const ContestDir& dir, const std::vector<std::string>& files,
                       workflow::IntakeRequest request = {}) {
  for (const std::string& file : files) request.files.push_back((dir.folder() / file).string());
  if (!request.map.empty()) request.map = (dir.folder() / request.map).string();
  request.now = kLater;
  Diagnostics diagnostics;
  const auto document = workflow::add_sheets(dir.load(), request, dir.writer(), diagnostics);
  std::string text;
  if (document) {
    document->rows.each([&](std::span<const report::Cell> row) {
      std::string line = cell_text(row[0]) + ": ";
      for (std::size_t i = 1; i < row.size(); ++i) {
        if (i > 1 && cell_text(row[i]) == "0") continue;
        line += (i > 1 ? ", " : "") + document->rows.columns[i].name + " " + cell_text(row[i]);
      }
      text += line + "\n";
    });
  }
  for (const std::string& finding : findings(diagnostics)) text += finding + "\n";
  for (const Message& note : document ? document->notes : std::vector<Message>())
    text += "note: " + sentence(note) + "\n";
  const std::string prefix = dir.path().string() + "/";
  for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix))
    text.erase(at, prefix.size());
  return text;
}

/// The same for one table of sheets, which is written to `sheets.csv`.
inline std::string add_table(const ContestDir& dir, std::string_view csv,
                             workflow::IntakeRequest request = {}) {
  dir.folder().add("sheets.csv", csv);
  return add(dir, {"sheets.csv"}, std::move(request));
}

/// Every sheet: entrant, round, attempt, status, points, correct, answered, duration, submission, whether it
/// is the one kept.
inline std::string scores(const ContestDir& dir) {
  return rows_text(workflow::score(std::make_shared<workflow::Results>(dir.load(), 1), "").rows);
}

/// All rows and those of each verdict, the runs, and the rows set aside.
inline std::string status(const ContestDir& dir) {
  const report::Document document = workflow::intake_status(dir.load(), 1);
  std::string text = rows_text(document.rows);
  for (const report::Table& table : document.more) text += table.name + "\n" + rows_text(table);
  const std::string prefix = dir.path().string() + "/";
  for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix))
    text.erase(at, prefix.size());
  return text;
}

}  // namespace quiz::tests
