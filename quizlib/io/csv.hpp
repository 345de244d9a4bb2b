// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/io/file.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::io {

/// How a record breaks the rules of its form.
enum class Malformed : std::uint8_t { no, quoting, no_object, unknown_field, repeated_field, wrong_value };

/// Many records of a file at once: cells as views into one buffer.
///
/// A cell's view is valid as long as the block is not read into again, also where the block is moved; a copy
/// has the cells of the original. Records may span lines.
struct CsvBlock {
  std::string buffer;                   ///< as read, and more; quoted cells are unescaped in place
  std::vector<std::string_view> cells;  ///< of all records, one after the other
  std::vector<std::uint32_t> ends;      ///< record i has cells [ends[i-1], ends[i])
  std::vector<std::uint64_t> lines;     ///< record i starts on this line
  std::vector<Malformed> malformed;     ///< whether record i breaks the rules of its form

  [[nodiscard]] std::size_t size() const { return ends.size(); }
  [[nodiscard]] std::span<const std::string_view> record(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends[i - 1];
    return std::span(cells).subspan(begin, ends[i] - begin);
  }
};

/// RFC 4180 from a file or standard input, in blocks, at constant memory.
///
/// A UTF-8 byte order mark is skipped; the separator (`,` `;` or tab) is the one most frequent outside quotes
/// in the first line; line ends are LF, CRLF or CR LF mixed. Empty lines are no records. Bytes are not
/// checked to be UTF-8: a row is refused by whoever judges it, not the file. A record over 1 MiB is
/// malformed.
class CsvReader {
 public:
  explicit CsvReader(InputFile file);
  CsvReader(CsvReader&&) noexcept;
  CsvReader& operator=(CsvReader&&) noexcept;
  ~CsvReader();

  /// Replace `block` by the next records, at most `most` (fewer where they are long); false at the end of the
  /// file. Throws Error{failed}.
  [[nodiscard]] bool next(CsvBlock& block, std::size_t most = 4096);
  /// Bytes read so far, for progress.
  [[nodiscard]] std::uint64_t position() const;
  [[nodiscard]] char separator() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Writes CSV records, with commas and LF: quoted where needed (separator, quote, newline, leading or
/// trailing blank). The sink gets a record at a time.
///
/// A text cell that a spreadsheet would take for a formula (`=` `+` `-` `@` tab CR or their full-width forms
/// first) gets an apostrophe in front; cells written as numbers never do.
class CsvWriter {
 public:
  explicit CsvWriter(Sink sink, bool byte_order_mark = false);
  void text(std::string_view cell);
  /// A number, or a text for programs: quoted, but never with an apostrophe.
  void verbatim(std::string_view cell);
  void end_record();

 private:
  void separate();

  Sink sink_;
  std::string record_;
  std::size_t begin_ = 0;  ///< of the cells in record_, after a byte order mark
  bool first_ = true;
};

}  // namespace quiz::io
