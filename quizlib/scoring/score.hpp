// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/base/points.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/response/sheet.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace quiz::scoring {

/// What one paper got.
struct Score {
  Points points;               ///< rounded half-even from the exact sum, then raised to the floor
  std::uint16_t correct = 0;   ///< items with full points
  std::uint16_t answered = 0;  ///< items that are not blank
};

/// What one item of a paper got: `right` for exactly the key, blank without an answer, wrong otherwise.
enum class Outcome : std::uint8_t { right, wrong, blank };

/// The points of every item for every answer code, made once for a round and track; a score is then a sum of look-ups.
/// An item's points are its section's where that says so, else its own.
class PointsTable {
 public:
  /// Needs an item to be worth the same in all sections that may draw it (`contest::check` reports others).
  /// Throws Error{failed} (`scoring.too-fine`) where points and shares do not add up exactly in 64
  /// bits.
  PointsTable(const contest::Items& items, const contest::RoundRules& rules);

  /// The score of the codes for the items beside them.
  [[nodiscard]] Score score(std::span<const ItemNo> items, std::span<const response::AnswerCode> codes) const;

  [[nodiscard]] Outcome outcome(ItemNo item, response::AnswerCode code) const;
  /// The points that an outcome of the item is worth, exact: a numerator over `denominator()`
  /// ten-thousandths.
  [[nodiscard]] std::int64_t exact(ItemNo item, Outcome outcome) const;
  [[nodiscard]] std::int64_t denominator() const { return denominator_; }
  /// The points of the item in this round.
  [[nodiscard]] Points item_points(ItemNo item) const { return points_[item]; }

 private:
  struct Worth {
    std::array<std::int64_t, 3> points{};  ///< by outcome
    response::AnswerCode key = 0;
  };

  std::vector<Worth> worth_;  ///< by item
  std::vector<Points> points_;
  std::int64_t denominator_ = 1;
  Points floor_;
};

/// A stored sheet and its score: what ranking knows of it.
struct ScoredSheet {
  std::int64_t started = 0;     ///< ms, kMissing
  std::int64_t submitted = 0;   ///< ms, kMissing
  std::int64_t duration = 0;    ///< ms: as the sheet says, else submitted - started; kMissing
  std::int64_t prediction = 0;  ///< a count, or billionths of a percent; kMissing
  Points points;
  EntrantNo entrant = 0;      ///< in the roster; kNone: not in it any more
  std::uint32_t attempt = 0;  ///< the number that file or paper fixes; 0: none
  std::uint16_t correct = 0;
  std::uint16_t answered = 0;
  std::uint16_t round = 0;
  bool all_correct = false;  ///< every item of the paper is right
  bool late = false;
  bool admitted = false;  ///< by officials, whatever else speaks against it
};

}  // namespace quiz::scoring
