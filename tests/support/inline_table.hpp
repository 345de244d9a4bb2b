// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/text_column.hpp>
#include <quizlib/io/table.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace quiz::tests {

/// The text before the next `end`, taken away from `text` together with it.
inline std::string_view take_until(std::string_view& text, char end) {
  const std::size_t size = std::min(text.find(end), text.size());
  const std::string_view taken = text.substr(0, size);
  text.remove_prefix(std::min(size + 1, text.size()));
  return taken;
}

/// A table as if read from a file of that name, from plain CSV: no quotes, a header, as many cells in each
/// line.
inline io::Table inline_table(std::string file, std::string_view csv) {
  io::Table table;
  table.file = std::move(file);
  for (std::string_view header = take_until(csv, '\n'); !header.empty();) {
    table.names.emplace_back(take_until(header, ','));
  }
  table.columns.resize(table.names.size());
  for (std::uint32_t line = 2; !csv.empty(); ++line) {
    std::string_view record = take_until(csv, '\n');
    for (TextColumn& column : table.columns) column.push_back(take_until(record, ','));
    table.lines.push_back(line);
  }
  return table;
}

}  // namespace quiz::tests
