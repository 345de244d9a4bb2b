// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/io/csv.hpp>

#include <cstddef>
#include <cstdint>

namespace quiz::io {

/// Cuts text into CSV records and cells, one stretch of a file after the other.
class CsvCutter {
 public:
  /// So many bytes must be readable after the text.
  static constexpr std::ptrdiff_t kSlack = sizeof(std::uint64_t);

  explicit CsvCutter(char separator) : separator_(separator) {}

  /// Cut [begin, end) of the block's buffer until there are `most` records; the offset of what is not cut. A
  /// record whose end is not there is left, unless the file ends.
  std::size_t cut(CsvBlock& block, std::size_t begin, std::size_t end, bool file_ends, std::size_t most);

 private:
  enum class Form { well, broken, incomplete };

  bool cut_plain(std::size_t most);
  bool cut_quoted();
  bool cut_broken();
  void end_line(const char* cell, const char* newline);
  [[nodiscard]] Form find_quoted_end(const char*& next);
  [[nodiscard]] const char* closing_quote(const char* cell) const;
  [[nodiscard]] Form missing() const;
  void enter_long_record();
  void leave_long_record();
  [[nodiscard]] std::size_t cells_of_ended_records() const;
  void drop_cells();
  void end_record(bool is_malformed);

  char separator_;
  std::uint64_t line_ = 1;  ///< the line on which the next record begins
  bool in_long_record_ = false;

  // Of the stretch being cut.
  CsvBlock* block_ = nullptr;
  const char* record_ = nullptr;  ///< the beginning of the record being cut
  const char* end_ = nullptr;     ///< of the text
  bool file_ends_ = false;        ///< there is nothing after the text
};

}  // namespace quiz::io
