// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/hash.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/base/message.hpp>
#include <quizlib/base/text_column.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/paper/paper.hpp>
#include <quizlib/response/columns.hpp>
#include <quizlib/response/sheet.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quiz::response {

/// What a row says besides its answers and its registration. Times in ms, kMissing where absent.
struct SheetHead {
  RoundNo round = 0;
  std::uint32_t attempt = 0;  ///< 0: the row gives none
  std::int64_t started = kMissing;
  std::int64_t submitted = kMissing;
  std::int64_t duration = kMissing;
  std::int64_t prediction = kMissing;
  bool prediction_unreadable = false;  ///< there is one, but it is no count
  bool duration_contradicts = false;   ///< over a second away from submitted - started
};

/// Reads the records of one table. Reading touches nothing shared: rows may be read on several threads.
class RowReader {
 public:
  /// `only`: the round that all rows belong to, kNone where the rows may say.
  RowReader(const contest::Contest& contest, const contest::Items& items, const Layout& layout, RoundNo only);

  /// The entrant's id, trimmed; empty where there is none or the record is too short for it.
  [[nodiscard]] std::string_view entrant(std::span<const std::string_view> record) const;

  /// Read the head. Gives the reason where the row must be refused: wrong number of cells, no UTF-8, no
  /// entrant, an unknown or another round, an attempt outside 1..1000, a time that is none, before the round
  /// opened, submitted before started, a duration that is none, extra time outside 100..400 percent. Needs
  /// the cells to stand in one buffer in their order, as those of a CsvBlock do.
  [[nodiscard]] std::optional<Message> head(std::span<const std::string_view> record, SheetHead& head) const;

  /// Read the answers on `paper` into `codes`, one an item of the paper. An answer that belongs into a list
  /// has the code 1 there, and is appended to `listed`, in the order of the paper. Gives the reason where the
  /// row must be refused: an answer that is none of the choices or pairs, two answers where one is asked for,
  /// one that names a choice or a left side twice, one that is too long, an answer to an item that is not in
  /// the paper.
  [[nodiscard]] std::optional<Message> answers(std::span<const std::string_view> record,
                                               const paper::Paper& paper, std::span<AnswerCode> codes,
                                               TextColumn& listed) const;

  /// What the row registers, in the packed form of `Registry`, with the id in NFC.
  void registration(std::span<const std::string_view> record, std::string& packed) const;

 private:
  [[nodiscard]] RoundNo default_round() const;
  [[nodiscard]] std::optional<Message> listed_answer(std::string_view text, const paper::PaperItem& shown,
                                                     TextColumn& listed) const;
  [[nodiscard]] std::string_view cell(std::span<const std::string_view> record, Field field) const;
  [[nodiscard]] static std::string_view cell(std::span<const std::string_view> record, std::uint32_t column);
  [[nodiscard]] std::optional<Message> round(std::span<const std::string_view> record, SheetHead& head) const;
  [[nodiscard]] std::optional<Message> numbers(std::span<const std::string_view> record,
                                               SheetHead& head) const;
  [[nodiscard]] std::optional<Message> times(std::span<const std::string_view> record, SheetHead& head) const;

  const contest::Contest& contest_;
  const contest::Items& items_;
  const Layout& layout_;
  RoundNo only_;
  std::vector<std::uint32_t> column_of_;  ///< by item; kNone: the table has no column for it
  /// Positions in kRegistrationColumns, in that order, and the columns that hold them.
  std::vector<std::pair<std::size_t, std::uint32_t>> registration_;
  std::uint32_t time_factor_ = kNone;  ///< its column, kNone: there is none
};

}  // namespace quiz::response
