// SPDX-License-Identifier: Apache-2.0
#include <quizlib/io/table.hpp>

#include <quizlib/base/trim.hpp>
#include <quizlib/base/utf8.hpp>
#include <quizlib/io/csv.hpp>
#include <quizlib/io/file.hpp>

#include <algorithm>
#include <span>
#include <utility>

namespace quiz::io {
namespace {

/// What a TextColumn can hold.
constexpr std::uint64_t kGibibytes = 4;

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

class TableReader {
 public:
  TableReader(std::string_view shown_as, Diagnostics& diagnostics) : diagnostics_(diagnostics) {
    table_.file = shown_as;
  }

  Table read(CsvReader reader) {
    CsvBlock block;
    if (!reader.next(block, 1)) {
      error(0, {}, Message("table.header-missing"));
      return {};
    }
    const std::string_view start = block.cells.empty() ? std::string_view() : block.cells.front();
    if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) {
      error(0, {}, Message("table.utf16"));
      return {};
    }
    read_header(block);
    while (reader.next(block)) {
      if (reader.position() > kGibibytes << 30) {
        error(0, {}, Message("table.large", {{"limit", kGibibytes}}));
        return {};
      }
      for (std::size_t i = 0; i < block.size(); ++i) read_record(block, i);
    }
    return std::move(table_);
  }

 private:
  void error(std::uint64_t line, std::string_view column, Message message) {
    diagnostics_.error(Place{table_.file, static_cast<std::uint32_t>(line), 0, {}, std::string(column)},
                       std::move(message));
  }

  void read_header(const CsvBlock& block) {
    const std::uint64_t line = block.lines[0];
    if (block.malformed[0] != Malformed::no) error(line, {}, Message("table.quoting"));
    for (const std::string_view cell : block.record(0)) {
      std::string name = lower_case(trim(cell));
      check_characters(line, {}, name);
      const std::uint64_t number = table_.names.size() + 1;
      if (name.empty()) error(line, {}, Message("table.column-unnamed", {{"number", number}}));
      if (!name.empty() && table_.find(name) != nullptr) {
        error(line, {}, Message("table.column-twice", {{"column", name}}));
      }
      table_.names.push_back(std::move(name));
      table_.columns.emplace_back();
    }
  }

  void read_record(const CsvBlock& block, std::size_t i) {
    const std::uint64_t line = block.lines[i];
    if (block.malformed[i] != Malformed::no) return error(line, {}, Message("table.quoting"));
    const std::span<const std::string_view> cells = block.record(i);
    if (cells.size() != table_.columns.size()) {
      return error(line, {},
                   Message("table.cells", {{"cells", cells.size()}, {"columns", table_.columns.size()}}));
    }
    for (std::size_t column = 0; column < cells.size(); ++column) {
      const std::string_view cell = trim(cells[column]);
      check_characters(line, table_.names[column], cell);
      table_.columns[column].push_back(cell);
    }
    table_.lines.push_back(static_cast<std::uint32_t>(line));
  }

  void check_characters(std::uint64_t line, std::string_view column, std::string_view cell) {
    if (const auto bad = invalid_utf8(cell)) {
      const auto byte = static_cast<unsigned char>(cell[*bad]);
      error(line, column, Message("table.not-utf8", {{"byte", byte_name(byte)}}));
    }
    if (const auto hostile = find_hostile(cell)) {
      error(line, column,
            Message("table.character-hostile", {{"character", character_name(hostile->value)}}));
    }
  }

  Diagnostics& diagnostics_;
  Table table_;
};

}  // namespace

const TextColumn* Table::find(std::string_view name) const {
  const auto found = std::ranges::find(names, name);
  return found == names.end() ? nullptr : &columns[static_cast<std::size_t>(found - names.begin())];
}

Place Table::place(std::size_t row, std::string_view column) const {
  return Place{file, lines[row], 0, {}, std::string(column)};
}

std::optional<Table> read_table(const std::filesystem::path& path, std::string_view shown_as,
                                Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.errors();
  Table table = TableReader(shown_as, diagnostics).read(CsvReader(InputFile(path)));
  if (diagnostics.errors() != errors) return std::nullopt;
  return table;
}

}  // namespace quiz::io
