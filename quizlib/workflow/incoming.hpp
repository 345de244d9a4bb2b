// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/hash.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/base/message.hpp>
#include <quizlib/base/text_column.hpp>
#include <quizlib/contest/placement.hpp>
#include <quizlib/io/csv.hpp>
#include <quizlib/paper/paper.hpp>
#include <quizlib/response/row.hpp>
#include <quizlib/response/sheet.hpp>
#include <quizlib/roster/roster.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/contest_folder.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace quiz::workflow {

/// What reading rows needs to know of a sealed contest, made once for a run of intake.
struct Desks {
  /// Throws Error{not_found} for a `round` that there is not; empty: the rows say.
  Desks(const ContestFolder& contest_folder, std::string_view round, const store::Seal& seal);

  const ContestFolder& folder;
  HashKey key;
  RoundNo only = kNone;                            ///< the round that all rows belong to
  std::vector<paper::Drawer> drawers;              ///< by round
  std::vector<std::optional<paper::Paper>> fixed;  ///< by round, where everybody gets the same paper
  bool all_fixed = true;
  bool track_matters = false;                         ///< to who gets which paper
  std::size_t largest_paper = 0;                      ///< items
  std::vector<contest::Placement> placement;          ///< with a roster
  std::unique_ptr<const roster::EntrantIndex> index;  ///< with a roster
};

/// A row of a table of sheets between being read and being kept.
struct IncomingRow {
  response::SheetHead head;
  std::optional<Message> reason;  ///< why it is refused
  bool unknown = false;           ///< not in entrants.csv
  TrackNo track = 0;
  std::uint32_t paper_size = 0;
  std::uint32_t first_listed = 0;  ///< of the row's answers in `IncomingBlock::listed`
  Hash128 digest;
};

/// Some of the rows of a table with the answers to their papers.
struct IncomingBlock {
  io::CsvBlock records;
  std::uint64_t first_row = 0;  ///< of these in the file, 0-based
  std::vector<IncomingRow> rows;
  std::size_t stride = 0;                   ///< places in `items` and `codes` for each row
  std::vector<ItemNo> items;                ///< empty where all papers are fixed
  std::vector<response::AnswerCode> codes;  ///< 1 for an answer in `listed`
  TextColumn listed;  ///< answers that are kept in lists, row by row in the order of the papers

  [[nodiscard]] std::span<const ItemNo> items_of(std::size_t row) const;
  [[nodiscard]] std::span<const response::AnswerCode> codes_of(std::size_t row) const;
};

/// Read the rows of the block's records: their heads, their entrants' places, and their answers on the papers
/// that they got. `attempts` gives the attempt number of every row of the file where the file has none;
/// empty: it has them, or no paper depends on them. Blocks may be read on several threads.
void read_rows(const Desks& desks, const response::RowReader& reader, std::span<const std::uint32_t> attempts,
               IncomingBlock& block);

}  // namespace quiz::workflow
