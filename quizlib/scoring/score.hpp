// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/base/points.hpp>
#include <quizlib/base/ratio.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/response/answer.hpp>
#include <quizlib/response/sheet.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace quiz::scoring {

/// What each item is worth in a paper: the points of the first section that it fits, else its own. Needs an
/// item to be worth the same in all sections that may draw it (`contest::check` reports others).
[[nodiscard]] std::vector<Points> points_in_paper(const contest::Items& items,
                                                  const contest::Blueprint& paper);

/// What one paper got.
struct Score {
  Points points;               ///< rounded half-even from the exact sum, then raised to the floor
  std::uint16_t correct = 0;   ///< items with full points, essays apart
  std::uint16_t answered = 0;  ///< items that are not blank
  bool all_correct = false;    ///< every item is right, essays apart; not of a paper of essays alone
};

/// What an answer is: wholly right, right in part, wrong, none, or an essay, whose points come from whoever
/// marks it.
enum class Outcome : std::uint8_t { right, partial, wrong, blank, unmarked };

/// The points of every item for every answer code, made once for a round and track; a score is then a sum of
/// look-ups.
class PointsTable {
 public:
  /// Needs what `points_in_paper` needs, and lists as long as the codes that will be asked for, but none of
  /// essays. Throws Error{failed} (`scoring.too-fine`) where points and shares do not add up exactly in 64
  /// bits.
  PointsTable(const contest::Items& items, const contest::RoundRules& rules,
              const response::AnswerLists& lists);

  /// Whether the items can have the codes beside them. A damaged store may hold others, which no other
  /// function may be asked for.
  [[nodiscard]] bool covers(std::span<const ItemNo> items, std::span<const response::AnswerCode> codes) const;

  /// The score of the codes for the items beside them, with the points that essays among them were given
  /// `by_hand`, together.
  [[nodiscard]] Score score(std::span<const ItemNo> items, std::span<const response::AnswerCode> codes,
                            Points by_hand = {}) const;

  [[nodiscard]] Outcome outcome(ItemNo item, response::AnswerCode code) const;
  /// The share of the item's points that the answer gets, exact. Of an unmarked essay 0.
  [[nodiscard]] Ratio share(ItemNo item, response::AnswerCode code) const;
  /// The rule in force for the item.
  [[nodiscard]] contest::PartialCredit rule(ItemNo item) const { return rules_[item]; }
  /// The points of the item in this round.
  [[nodiscard]] Points item_points(ItemNo item) const { return points_[item]; }
  /// What all exact points are in whole numbers of: this part of a ten-thousandth.
  [[nodiscard]] std::int64_t denominator() const { return denominator_; }

 private:
  /// An item with more than one right answer, or with answers that are right in part.
  struct Scale {
    std::uint8_t whole = 1;
    bool by_hand = false;              ///< an essay: every answer is the first
    std::vector<std::uint8_t> parts;   ///< by code: of `whole`; `whole` + 1 for none
    std::vector<std::int64_t> points;  ///< by part, exact

    [[nodiscard]] std::uint8_t part(response::AnswerCode code) const;
  };
  struct Worth {
    std::array<std::int64_t, 3> points{};  ///< exact, for the key, anything else, nothing
    response::AnswerCode key = 0;
    std::uint32_t scale = kNone;  ///< in place of all that
  };
  struct Sum {
    std::int64_t points = 0;
    std::uint32_t correct = 0;
    std::uint32_t answered = 0;

    void add(const Worth& worth, response::AnswerCode code);
  };

  [[nodiscard]] static Scale make_scale(const bank::Item& item, contest::PartialCredit rule,
                                        std::span<const std::string> list);
  void find_denominator();
  void fill_in(const contest::Items& items);
  [[nodiscard]] const Scale* scale_of(ItemNo item) const;
  [[nodiscard]] Score score_by_keys(std::span<const ItemNo> items,
                                    std::span<const response::AnswerCode> codes) const;
  [[nodiscard]] Score score_by_scales(std::span<const ItemNo> items,
                                      std::span<const response::AnswerCode> codes, Points by_hand) const;
  /// `counted`: the items that can be right.
  [[nodiscard]] Score finish(const Sum& sum, std::size_t counted) const;

  std::vector<Worth> worth_;  ///< by item
  std::vector<Scale> scales_;
  std::vector<contest::PartialCredit> rules_;  ///< by item
  std::vector<Points> points_;                 ///< by item
  std::int64_t denominator_ = 1;
  contest::ScoringRule rule_;
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
  bool all_correct : 1 = false;  ///< as Score has it
  bool late : 1 = false;
  bool admitted : 1 = false;  ///< by officials, whatever else speaks against it
};

}  // namespace quiz::scoring
