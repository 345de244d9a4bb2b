// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/io/csv.hpp>
#include <quizlib/io/file.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace quiz::io {

/// JSON Lines as records, in blocks, at constant memory: an object a line becomes the cells of known columns.
///
/// A field is a text, a number, `true`, `false` or `null`, which is an empty cell, or a list of texts, joined
/// by `;`. The fields of the object `answers` are columns, too; where `answers` is a list, its entries are
/// the columns `answers[1]`, `answers[2]` and so on. Fields that are absent are empty cells. Empty lines are
/// no records. A line over 1 MiB, or nested deeper than that, is malformed; the record is then one cell, the
/// line. A byte order mark is skipped.
class JsonLinesReader {
 public:
  JsonLinesReader(InputFile file, const std::vector<std::string>& columns);
  JsonLinesReader(JsonLinesReader&&) noexcept;
  JsonLinesReader& operator=(JsonLinesReader&&) noexcept;
  ~JsonLinesReader();

  /// Replace `block` by the next records, at most `most`; false at the end of the file. Throws Error{failed}.
  [[nodiscard]] bool next(CsvBlock& block, std::size_t most = 4096);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace quiz::io
