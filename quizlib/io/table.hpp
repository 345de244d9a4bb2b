// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/base/text_column.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::io {

/// A table file held in memory by columns: the form of groups.csv, entrants.csv and excluded.csv.
struct Table {
  std::string file;
  std::vector<std::string> names;    ///< of the columns, from the header: trimmed, A to Z in lower case
  std::vector<TextColumn> columns;   ///< cells trimmed of blanks at their ends
  std::vector<std::uint32_t> lines;  ///< where each record starts in the file, 1-based

  [[nodiscard]] std::size_t rows() const { return lines.size(); }
  /// The column of that name, nullptr where there is none.
  [[nodiscard]] const TextColumn* find(std::string_view name) const;
  /// Row `row`, with the column's name as the `where` of the finding; empty name: the row as a whole.
  [[nodiscard]] Place place(std::size_t row, std::string_view column = {}) const;
};

/// Read a CSV file whole. Findings (`table.*`): no header, a column twice or without a name, bytes that are
/// no UTF-8, hostile characters, a record with more or fewer cells than the header, broken quoting, over 4
/// GiB. Nothing is returned when there was an error. Throws Error{failed} where the file cannot be read.
[[nodiscard]] std::optional<Table> read_table(const std::filesystem::path& path, std::string_view shown_as,
                                              Diagnostics& diagnostics);

}  // namespace quiz::io
