// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/csv.hpp>

#include <quizlib/io/csv_cutter.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace quiz::io {
namespace {

constexpr std::size_t kPiece = std::size_t{64} << 10;  ///< read at a time
constexpr std::size_t kBlock = std::size_t{4} << 20;   ///< no further record where a block has so many bytes
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The candidate most frequent outside quotes in the first line that is not empty; equals: the first of them.
char find_separator(std::string_view text) {
  constexpr std::array kCandidates = {',', ';', '\t'};
  std::array<std::size_t, 3> counts = {};
  bool in_quotes = false;
  bool in_line = false;
  for (const char c : text) {
    if (c == '"') in_quotes = !in_quotes;
    if (c == '\n' && !in_quotes && in_line) break;
    if (c != '\n' && c != '\r') in_line = true;
    if (in_quotes) continue;
    for (std::size_t i = 0; i < kCandidates.size(); ++i) {
      if (c == kCandidates[i]) ++counts[i];
    }
  }
  return kCandidates[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

/// Make room for `size` bytes in the buffer; the cells found so far move along.
void grow(CsvBlock& block, std::size_t size) {
  if (block.buffer.size() >= size) return;
  std::string larger;
  larger.resize(std::max({size, block.buffer.size() * 2, kPiece}));  // never within the string object itself
  std::ranges::copy(block.buffer, larger.begin());
  for (std::string_view& cell : block.cells) {
    cell = {larger.data() + (cell.data() - block.buffer.data()), cell.size()};
  }
  block.buffer = std::move(larger);
}

}  // namespace

struct CsvReader::Impl {
  explicit Impl(InputFile input) : file(std::move(input)) {}

  /// Add what comes next in the file to the `used` bytes in the block's buffer; how many there are then.
  std::size_t read(CsvBlock& block, std::size_t used) {
    grow(block, used + kPiece + CsvCutter::kSlack);
    const std::size_t got = file.read(std::span(block.buffer).subspan(used, kPiece));
    position += got;
    file_ends = got < kPiece;
    return used + got;
  }

  InputFile file;
  std::string pending;  ///< read and not cut yet
  std::uint64_t position = 0;
  bool file_ends = false;
  char separator = ',';
  CsvCutter cutter{separator};
};

CsvReader::CsvReader(InputFile file) : impl_(std::make_unique<Impl>(std::move(file))) {
  CsvBlock first;
  first.buffer.resize(impl_->read(first, 0));
  impl_->pending = std::move(first.buffer);
  if (impl_->pending.starts_with(kByteOrderMark)) impl_->pending.erase(0, kByteOrderMark.size());
  impl_->separator = find_separator(impl_->pending);
  impl_->cutter = CsvCutter(impl_->separator);
}

CsvReader::CsvReader(CsvReader&&) noexcept = default;
CsvReader& CsvReader::operator=(CsvReader&&) noexcept = default;
CsvReader::~CsvReader() = default;

std::uint64_t CsvReader::position() const { return impl_->position; }
char CsvReader::separator() const { return impl_->separator; }

bool CsvReader::next(CsvBlock& block, std::size_t most) {
  block.cells.clear();
  block.ends.clear();
  block.lines.clear();
  block.malformed.clear();

  std::size_t begin = 0;
  std::size_t used = impl_->pending.size();
  grow(block, used + CsvCutter::kSlack);
  std::ranges::copy(impl_->pending, block.buffer.begin());
  while (true) {
    begin = impl_->cutter.cut(block, begin, used, impl_->file_ends, most);
    if (block.size() == most || impl_->file_ends) break;
    if (block.size() != 0 && begin >= kBlock) break;
    if (block.size() == 0) {  // blank lines, or the rest of a long one
      std::copy(block.buffer.data() + begin, block.buffer.data() + used, block.buffer.data());
      used -= std::exchange(begin, 0);
    }
    used = impl_->read(block, used);
  }
  impl_->pending.assign(block.buffer, begin, used - begin);
  return block.size() != 0;
}

}  // namespace quiz::io
