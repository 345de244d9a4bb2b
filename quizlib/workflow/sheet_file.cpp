// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/sheet_file.hpp>

#include <quizlib/io/json_lines.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

constexpr std::string_view kAnswersList = "answers[]";

bool is_json_lines(const std::string& name) {
  if (name == "-") return false;
  std::array<char, 64> start{};
  io::InputFile file(name);
  std::string_view text(start.data(), file.read(start));
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

RecordSource open_table(const std::string& name) {
  const auto reader = std::make_shared<io::CsvReader>(io::InputFile(name));
  return [reader](io::CsvBlock& block, std::size_t most) { return reader->next(block, most); };
}

std::optional<SheetFile> open_table_of_sheets(const ContestFolder& folder, const std::string& name,
                                              const response::ColumnMap* map, Diagnostics& diagnostics) {
  RecordSource records = open_table(name);
  io::CsvBlock header;
  if (!records(header, 1)) {
    diagnostics.error({name, 1, 0, {}, {}}, Message("sheets.empty"));
    return std::nullopt;
  }
  auto layout =
      response::find_columns(header.record(0), name, map, folder.contest, *folder.items, diagnostics);
  if (!layout) return std::nullopt;
  const auto again = [name] {
    RecordSource source = open_table(name);
    io::CsvBlock skipped;
    static_cast<void>(source(skipped, 1));
    return source;
  };
  return SheetFile{name, *std::move(layout), again, std::move(records)};
}

/// The most items that a paper of the contest has.
std::size_t most_items(const ContestFolder& folder) {
  std::size_t most = 0;
  for (const contest::Round& round : folder.contest.rounds)
    for (const contest::RoundRules& rules : round.rules.values)
      most = std::max<std::size_t>(most, contest::paper_size(*folder.items, rules.paper));
  return most;
}

/// All columns that a sheet in our own form may have.
std::vector<std::string> own_columns(const ContestFolder& folder) {
  std::vector<std::string> columns(response::kFieldNames.begin(), response::kFieldNames.end());
  if (folder.contest.registration == contest::RegistrationMode::open)
    columns.insert(columns.end(), response::kRegistrationColumns.begin(),
                   response::kRegistrationColumns.end());
  for (ItemNo item = 0; item < folder.items->size(); ++item) columns.push_back(folder.items->reference(item));
  return columns;
}

/// A mapping whose one list of answers stands for a column for each of them.
response::ColumnMap with_positions(const ContestFolder& folder, response::ColumnMap map) {
  if (map.items != std::vector<std::string>{std::string(kAnswersList)}) return map;
  map.items.clear();
  for (std::size_t i = 1; i <= most_items(folder); ++i)
    map.items.push_back("answers[" + std::to_string(i) + "]");
  return map;
}

std::vector<std::string> mapped_columns(const response::ColumnMap& map) {
  std::vector<std::string> columns;
  for (const auto& column : map.columns) columns.push_back(column.second);
  columns.insert(columns.end(), map.items.begin(), map.items.end());
  return columns;
}

std::optional<SheetFile> open_lines_of_sheets(const ContestFolder& folder, const std::string& name,
                                              const response::ColumnMap* map, Diagnostics& diagnostics) {
  std::optional<response::ColumnMap> own_map;
  if (map != nullptr) own_map = with_positions(folder, *map);
  const std::vector<std::string> columns = own_map ? mapped_columns(*own_map) : own_columns(folder);
  const std::vector<std::string_view> header(columns.begin(), columns.end());
  auto layout = response::find_columns(header, name, own_map ? &*own_map : nullptr, folder.contest,
                                       *folder.items, diagnostics);
  if (!layout) return std::nullopt;
  const std::function<RecordSource()> open = [name, columns]() -> RecordSource {
    const auto reader = std::make_shared<io::JsonLinesReader>(io::InputFile(name), columns);
    return [reader](io::CsvBlock& block, std::size_t most) { return reader->next(block, most); };
  };
  return SheetFile{name, *std::move(layout), open, open()};
}

}  // namespace

std::optional<SheetFile> open_sheet_file(const ContestFolder& folder, const std::string& name,
                                         const response::ColumnMap* map, Diagnostics& diagnostics) {
  return is_json_lines(name) ? open_lines_of_sheets(folder, name, map, diagnostics)
                             : open_table_of_sheets(folder, name, map, diagnostics);
}

}  // namespace quiz::workflow
