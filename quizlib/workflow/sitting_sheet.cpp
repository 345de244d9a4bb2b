// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/sitting_sheet.hpp>

#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

/// A block of one record.
io::CsvBlock block_of(const std::vector<std::string>& cells) {
  io::CsvBlock block;
  std::size_t size = 0;
  for (const std::string& cell : cells) size += cell.size();
  block.buffer.reserve(size);
  for (const std::string& cell : cells) {
    const std::size_t begin = block.buffer.size();
    block.buffer += cell;
    block.cells.emplace_back(block.buffer.data() + begin, cell.size());
  }
  block.ends = {static_cast<std::uint32_t>(cells.size())};
  block.lines = {1};
  block.malformed = {io::Malformed::no};
  return block;
}

RecordSource once(std::vector<std::string> cells) {
  const auto rest = std::make_shared<std::vector<std::string>>(std::move(cells));
  return [rest](io::CsvBlock& block, std::size_t) {
    if (rest->empty()) return false;
    block = block_of(*rest);
    rest->clear();
    return true;
  };
}

}  // namespace

SheetFile sheet_of(const ContestFolder& folder, const EndedSitting& ended, const sitting::Sitting& sitting,
                   const paper::Paper& paper) {
  const contest::Contest& contest = folder.contest;
  std::vector<std::string> names{"entrant",      "round",       "attempt",   "started_at",
                                 "submitted_at", "duration_ms", "prediction"};
  std::vector<std::string> cells{ended.entrant,
                                 contest.rounds[ended.round].id.text,
                                 std::to_string(ended.attempt),
                                 contest.zone.format(ended.started),
                                 contest.zone.format(ended.started + ended.duration),
                                 std::to_string(ended.duration.count()),
                                 sitting.prediction};
  for (std::size_t i = 0; i < paper.items.size(); ++i) {
    if (sitting.slots[i].answer.empty()) continue;
    names.push_back(folder.items->reference(paper.items[i].item));
    cells.push_back(sitting.slots[i].answer);
  }
  const std::vector<std::string_view> header(names.begin(), names.end());
  Diagnostics none;  // our own columns are right
  const std::string name = "sitting " + ended.entrant + '/' + contest.rounds[ended.round].id.text;
  response::Layout layout =
      response::find_columns(header, name, nullptr, contest, *folder.items, none).value();
  const auto open = [cells] { return once(cells); };
  return {name, std::move(layout), open, open()};
}

}  // namespace quiz::workflow
