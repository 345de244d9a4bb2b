// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/io/csv.hpp>
#include <quizlib/response/columns.hpp>
#include <quizlib/workflow/contest_folder.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace quiz::workflow {

/// Replaces a block by the next records of a file, at most so many; false at its end.
using RecordSource = std::function<bool(io::CsvBlock&, std::size_t)>;

/// A file of sheets whose columns are known: a table, or JSON Lines.
struct SheetFile {
  std::string name;
  response::Layout layout;
  std::function<RecordSource()> open;  ///< its records from the beginning, without the header of a table
  RecordSource next;                   ///< the same, once
};

/// Open a file of sheets and understand its columns; JSON Lines are told by their first character, in files,
/// not in what comes from standard input. `map` may be nullptr. Findings as of `response::find_columns`;
/// nothing is returned when there was an error. Throws Error{failed} as io::InputFile does.
[[nodiscard]] std::optional<SheetFile> open_sheet_file(const ContestFolder& folder, const std::string& name,
                                                       const response::ColumnMap* map,
                                                       Diagnostics& diagnostics);

}  // namespace quiz::workflow
