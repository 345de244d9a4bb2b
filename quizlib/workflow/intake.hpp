// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/io/csv.hpp>
#include <quizlib/response/answer_book.hpp>
#include <quizlib/response/columns.hpp>
#include <quizlib/response/digest_set.hpp>
#include <quizlib/response/registry.hpp>
#include <quizlib/response/row.hpp>
#include <quizlib/response/sheet.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/incoming.hpp>
#include <quizlib/workflow/intake_add.hpp>
#include <quizlib/workflow/sheet_file.hpp>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace quiz::workflow {

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
/// Rows go through in blocks, some of which are read on all threads while the next ones come from the file;
/// then their sheets are kept in order, and who is new among their entrants gets the next number. Nothing
/// depends on the number of threads.
class Intake {
 public:
  Intake(const ContestFolder& folder, const IntakeRequest& request, store::Store& store,
         const store::Seal& seal, Diagnostics& diagnostics);

  /// Take in a whole file. Without `keep_open` it is committed every now and then.
  FileTally add(SheetFile& file, bool keep_open);

 private:
  /// A file on its way in.
  struct Passage {
    SheetFile& file;
    response::RowReader reader;
    std::vector<std::uint32_t> attempts;  ///< as `read_rows` takes them
    std::vector<IncomingBlock> blocks;    ///< to be read and kept
    std::vector<IncomingBlock> next;      ///< being cut from the file meanwhile
    std::uint64_t rows = 0;               ///< cut from the file so far
    FileTally tally;
  };

  void load_stored();
  [[nodiscard]] std::vector<std::uint32_t> number_file(const SheetFile& file,
                                                       const response::RowReader& reader);
  void cut_blocks(Passage& passage);
  void read_blocks(Passage& passage);
  void keep(Passage& passage, const IncomingBlock& block);
  void keep_sheet(const IncomingBlock& block, std::size_t i, EntrantNo entrant);
  void list_answers(const IncomingBlock& block, std::size_t i, std::span<response::AnswerCode> codes);
  void put_aside(Passage& passage, const IncomingBlock& block, std::size_t i);
  void flush(response::SheetBatch& batch);
  void flush_all();
  void put_registrations();
  void put_answers();

  const ContestFolder& folder_;
  const IntakeRequest& request_;
  store::Store& store_;
  Diagnostics& diagnostics_;
  Desks desks_;
  response::Registry registry_;
  EntrantNo registered_ = 0;  ///< how many registrations the store has
  response::AnswerBook answers_;
  response::DigestSet digests_;
  response::DigestSet aside_;                                                  ///< records set aside before
  std::map<std::pair<RoundNo, std::uint32_t>, response::SheetBatch> batches_;  ///< by round and paper size
};

}  // namespace quiz::workflow
