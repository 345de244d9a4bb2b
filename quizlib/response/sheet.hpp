// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/hash.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/base/instant.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace quiz::response {

/// What became of an incoming row. Only accepted sheets count.
enum class Verdict : std::uint8_t {
  accepted,
  duplicate,        ///< same entrant, round, moment of submission and answers as a stored sheet
  late,             ///< submitted after the end of its sitting and the grace
  over,             ///< beyond the attempts allowed
  excluded,         ///< the entrant may not enter
  unknown_entrant,  ///< not in entrants.csv
  refused           ///< the row cannot be read, with a reason
};

inline constexpr std::size_t kVerdicts = 7;

/// `accepted`, `unknown-entrant`, …
[[nodiscard]] std::string_view name(Verdict verdict);

/// A response as it is stored; 0 = blank. Where choices are chosen a bit mask over the item's choices in file
/// order; for all other items the place, from 1, in the item's list of distinct answers (`is_listed`).
using AnswerCode = std::uint32_t;

/// Sheets of one round by columns, as they are stored. All columns are equally long, but for `items` and
/// `codes`, which have `paper_size` entries a sheet.
struct SheetBatch {
  static constexpr std::size_t kMost = 4096;

  RoundNo round = 0;
  std::uint32_t paper_size = 0;
  std::vector<EntrantNo> entrant;        ///< numbered as the store numbers registrations
  std::vector<std::uint32_t> attempt;    ///< the number that the file or the paper fixes; 0: none
  std::vector<std::int64_t> started;     ///< ms, kMissing
  std::vector<std::int64_t> submitted;   ///< ms, kMissing
  std::vector<std::int64_t> duration;    ///< ms as the file says it, kMissing
  std::vector<std::int64_t> prediction;  ///< a count, or billionths of a percent; kMissing
  std::vector<Hash128> digest;           ///< of entrant, round, submission and answers; see `sheet_digest`
  std::vector<ItemNo> items;             ///< sheet by sheet; empty where all sheets share one fixed paper
  std::vector<AnswerCode> codes;         ///< sheet by sheet, beside the items or the fixed paper

  [[nodiscard]] std::size_t size() const { return entrant.size(); }
  void clear();
};

}  // namespace quiz::response
