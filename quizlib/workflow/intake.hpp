// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/contest/placement.hpp>
#include <quizlib/io/csv.hpp>
#include <quizlib/paper/paper.hpp>
#include <quizlib/response/columns.hpp>
#include <quizlib/response/digest_set.hpp>
#include <quizlib/response/registry.hpp>
#include <quizlib/response/row.hpp>
#include <quizlib/response/sheet.hpp>
#include <quizlib/roster/roster.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/intake_add.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quiz::workflow {

/// A table of sheets whose header has been understood.
struct SheetFile {
  std::string name;
  io::CsvReader reader;
  response::Layout layout;
};

/// What became of a file's rows, as far as the rows alone tell; `first_sheet` on are its sheets in the store.
struct FileTally {
  std::uint64_t rows = 0;
  std::uint64_t duplicates = 0;
  std::uint64_t unknown_entrants = 0;
  std::uint64_t refused = 0;
  std::uint64_t sheets = 0;
  std::uint64_t newly_set_aside = 0;  ///< of unknown entrants and refused, what the store did not have yet
  SheetNo first_sheet = 0;
};

/// One run of intake: what the store holds so far, and the sheets on their way into it.
///
/// Rows go through in blocks: their heads and answers are read on all threads, then the sheets are kept in
/// order, and who is new among their entrants gets the next number. Nothing depends on the number of threads.
class Intake {
 public:
  Intake(const ContestFolder& folder, const IntakeRequest& request, store::Store& store,
         const store::Seal& seal, Diagnostics& diagnostics);

  /// Take in a whole file. Without `keep_open` it is committed every now and then.
  FileTally add(SheetFile& file, bool keep_open);

 private:
  /// A row between being read and being kept.
  struct Row {
    std::span<const std::string_view> record;
    std::uint64_t line = 0;
    bool malformed = false;
    response::SheetHead head;
    std::optional<Message> reason;  ///< why it is refused
    bool unknown = false;           ///< not in entrants.csv
    EntrantNo in_roster = kNone;    ///< with a roster
    TrackNo track = 0;
    std::uint32_t paper_size = 0;
    Hash128 digest;
  };

  void load_stored();
  /// Read the next blocks; false when they are the last.
  bool read_blocks(io::CsvReader& reader);
  void number_file(const SheetFile& file, const response::RowReader& reader);
  void read_heads(const response::RowReader& reader);
  void place_new_entrants(const response::RowReader& reader);
  void read_answers(const response::RowReader& reader);
  void keep(const std::string& file, const response::RowReader& reader, FileTally& tally);
  void keep_sheet(const Row& row, std::size_t index, EntrantNo entrant);
  void put_aside(const std::string& file, const response::RowReader& reader, const Row& row,
                 FileTally& tally);
  void flush(response::SheetBatch& batch);
  void flush_all();
  /// Sheets that wait for their batch to be full.
  [[nodiscard]] std::uint64_t waiting_sheets() const;
  void put_registrations();

  const ContestFolder& folder_;
  const IntakeRequest& request_;
  store::Store& store_;
  Diagnostics& diagnostics_;
  HashKey key_;
  RoundNo only_ = kNone;
  std::vector<paper::Drawer> drawers_;              ///< by round
  std::vector<std::optional<paper::Paper>> fixed_;  ///< by round, where everybody gets the same
  bool track_matters_ = false;
  std::size_t largest_paper_ = 0;
  std::vector<contest::Placement> placement_;    ///< with a roster
  std::unique_ptr<roster::EntrantIndex> index_;  ///< with a roster
  response::Registry registry_;
  EntrantNo registered_ = 0;  ///< how many registrations the store has
  response::DigestSet digests_;
  response::DigestSet aside_;           ///< records set aside before
  std::vector<std::uint32_t> numbers_;  ///< attempt numbers by row of the file, where it has none
  std::uint64_t row_of_file_ = 0;
  std::vector<io::CsvBlock> blocks_;
  std::vector<Row> rows_;
  std::vector<ItemNo> items_;  ///< by row x largest paper
  std::vector<response::AnswerCode> codes_;
  std::map<std::pair<RoundNo, std::uint32_t>, response::SheetBatch> batches_;  ///< by round and paper size
};

}  // namespace quiz::workflow
