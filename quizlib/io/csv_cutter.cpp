// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/csv_cutter.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <string_view>

namespace quiz::io {
namespace {

constexpr std::ptrdiff_t kRecord = std::ptrdiff_t{1} << 20;  ///< the longest record that is well-formed

constexpr std::uint64_t repeated(char byte) { return 0x0101010101010101U * static_cast<unsigned char>(byte); }

/// The high bit of every byte of `word` that is not zero; the other bits mean nothing.
constexpr std::uint64_t nonzero_bytes(std::uint64_t word) {
  constexpr std::uint64_t kLow = repeated('\x7F');
  return ((word & kLow) + kLow) | word;
}

/// Finds the bytes that end a cell or change how it is read, eight at a time.
class Marks {
 public:
  explicit Marks(char separator) : separator_(repeated(separator)) {}

  /// A bit for each separator, newline and quote among the eight bytes at `text`, lowest first: bit 7 for the
  /// first byte, bit 15 for the next. Needs eight bytes there.
  [[nodiscard]] std::uint64_t in(const char* text) const {
    std::uint64_t word = 0;
    std::memcpy(&word, text, sizeof word);
    if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
    const std::uint64_t others = nonzero_bytes(word ^ separator_) & nonzero_bytes(word ^ repeated('\n')) &
                                 nonzero_bytes(word ^ repeated('"'));
    return ~others & repeated('\x80');
  }

 private:
  std::uint64_t separator_;
};

/// A cell written in quotes, without them, each doubled one in it single: moved together where it stands, at
/// `text`.
std::string_view unquoted(std::string_view cell, char* text) {
  const std::string_view inner = cell.substr(1, cell.size() - 2);
  if (inner.find('"') == std::string_view::npos) return inner;
  std::size_t used = 0;
  for (std::size_t i = 0; i < inner.size(); ++i) {
    text[used++] = inner[i];
    if (inner[i] == '"') ++i;
  }
  return {text, used};
}

std::string_view without_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::size_t CsvCutter::cut(CsvBlock& block, std::size_t begin, std::size_t end, bool file_ends,
                           std::size_t most) {
  block_ = &block;
  char* const text = block.buffer.data();
  record_ = text + begin;
  end_ = text + end;
  file_ends_ = file_ends;
  if (in_long_record_) leave_long_record();
  while (record_ < end_ && block.size() < most) {
    if (!cut_plain(most)) break;
    if (block.size() < most && record_ < end_ && !cut_quoted()) break;
  }
  drop_cells();
  if (block.size() < most && end_ - record_ > kRecord) enter_long_record();
  return static_cast<std::size_t>(record_ - text);
}

/// Records without quotes, up to one with quotes. False if the end of a record is missing.
bool CsvCutter::cut_plain(std::size_t most) {
  const Marks marks_of(separator_);
  const char* cell = record_;
  for (const char* word = record_; word < end_; word += kSlack) {
    std::uint64_t marks = marks_of.in(word);
    if (end_ - word < kSlack) marks &= (std::uint64_t{1} << (8 * (end_ - word))) - 1;
    for (; marks != 0; marks &= marks - 1) {
      const char* const at = word + std::countr_zero(marks) / 8;
      if (*at == '"') {
        drop_cells();
        return true;
      }
      if (*at != '\n') {
        block_->cells.emplace_back(cell, static_cast<std::size_t>(at - cell));
        cell = at + 1;
        continue;
      }
      end_line(cell, at);
      record_ = cell = at + 1;
      if (block_->size() == most) return true;
    }
  }
  if (!file_ends_) return false;
  if (record_ < end_) end_line(cell, end_);
  record_ = end_;
  return true;
}

/// The last cell of a record without quotes; a line without any text is no record.
void CsvCutter::end_line(const char* cell, const char* newline) {
  const std::string_view last = without_return({cell, static_cast<std::size_t>(newline - cell)});
  if (cell == record_ && last.empty()) {
    ++line_;
    return;
  }
  block_->cells.push_back(last);
  const bool is_long = newline - record_ > kRecord;
  if (is_long) drop_cells();
  end_record(is_long);
  ++line_;
}

/// A record with quotes. False if its end is missing.
bool CsvCutter::cut_quoted() {
  const char* next = nullptr;
  const Form form = find_quoted_end(next);
  if (form == Form::incomplete) return false;
  if (form == Form::broken) return cut_broken();
  const auto lines = static_cast<std::uint64_t>(std::count(record_, next, '\n'));  // before any cell moves
  for (std::size_t i = cells_of_ended_records(); i < block_->cells.size(); ++i) {
    std::string_view& cell = block_->cells[i];
    if (cell.starts_with('"'))
      cell = unquoted(cell, block_->buffer.data() + (cell.data() - block_->buffer.data()));
  }
  end_record(false);
  line_ += lines;
  record_ = next;
  return true;
}

/// The cells of the record, as they are in the file, and where the next record begins.
CsvCutter::Form CsvCutter::find_quoted_end(const char*& next) {
  const char* cell = record_;
  while (true) {
    const char* after = cell;
    if (cell < end_ && *cell == '"') {
      after = closing_quote(cell);
      if (after == nullptr || (after + 1 == end_ && !file_ends_)) return missing();
      ++after;
    } else {
      after = std::find_if(cell, end_, [&](char c) { return c == separator_ || c == '\n' || c == '"'; });
      if (after != end_ && *after == '"') return Form::broken;
      if (after == end_ && !file_ends_) return missing();
    }
    const std::string_view raw(cell, static_cast<std::size_t>(after - cell));
    if (after != end_ && *after == separator_) {
      block_->cells.push_back(raw);
      cell = after + 1;
      continue;
    }
    const char* newline = after;
    if (newline != end_ && *newline == '\r') ++newline;
    if (newline == end_ && !file_ends_) return missing();
    if (newline != end_ && *newline != '\n') return Form::broken;
    block_->cells.push_back(without_return(raw));
    next = newline == end_ ? end_ : newline + 1;
    return next - record_ > kRecord ? Form::broken : Form::well;
  }
}

/// The quote that ends the cell beginning at `cell`, nullptr where there is none.
const char* CsvCutter::closing_quote(const char* cell) const {
  for (const char* at = cell + 1; at < end_; at += 2) {
    at = static_cast<const char*>(std::memchr(at, '"', static_cast<std::size_t>(end_ - at)));
    if (at == nullptr) return nullptr;
    if (at + 1 == end_ || at[1] != '"') return at;
  }
  return nullptr;
}

/// The text ends before the record does: more may come, or the quotes are never closed.
CsvCutter::Form CsvCutter::missing() const {
  const bool is_long = end_ - record_ > kRecord;
  return file_ends_ || is_long ? Form::broken : Form::incomplete;
}

/// A record that breaks the rules is the one line on which it begins, as it stands, so that one bad quote
/// does not swallow the records after it. False if the line's end is missing.
bool CsvCutter::cut_broken() {
  drop_cells();
  const char* const newline = std::find(record_, end_, '\n');
  if (newline == end_ && !file_ends_) return false;
  const std::string_view line = without_return({record_, static_cast<std::size_t>(newline - record_)});
  if (newline - record_ <= kRecord) {
    for (std::size_t begin = 0; begin <= line.size();) {
      const std::size_t stop = std::min(line.find(separator_, begin), line.size());
      block_->cells.push_back(line.substr(begin, stop - begin));
      begin = stop + 1;
    }
  }
  end_record(true);
  ++line_;
  record_ = newline == end_ ? end_ : newline + 1;
  return true;
}

/// What is too long to be held is a record without cells; the rest of its line goes by.
void CsvCutter::enter_long_record() {
  end_record(true);
  in_long_record_ = true;
  record_ = end_;
}

void CsvCutter::leave_long_record() {
  record_ = std::find(record_, end_, '\n');
  if (record_ == end_) return;
  ++record_;
  ++line_;
  in_long_record_ = false;
}

std::size_t CsvCutter::cells_of_ended_records() const {
  return block_->ends.empty() ? 0 : block_->ends.back();
}

/// Forget the cells of a record that has not ended.
void CsvCutter::drop_cells() { block_->cells.resize(cells_of_ended_records()); }

void CsvCutter::end_record(bool is_malformed) {
  block_->ends.push_back(static_cast<std::uint32_t>(block_->cells.size()));
  block_->lines.push_back(line_);
  block_->malformed.push_back(is_malformed ? Malformed::quoting : Malformed::no);
}

}  // namespace quiz::io
