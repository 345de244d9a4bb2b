// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/bank.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/contest/placement.hpp>
#include <quizlib/ranking/awards.hpp>
#include <quizlib/ranking/group_standing.hpp>
#include <quizlib/ranking/standing.hpp>
#include <quizlib/ranking/tally.hpp>
#include <quizlib/roster/groups.hpp>
#include <quizlib/roster/roster.hpp>
#include <quizlib/scoring/score.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::tests {

/// A row of entrants.csv and what placing it gave.
struct Registration {
  std::string id;
  std::string name{};
  std::string birth_date{};
  std::string registered_at{};
  TrackNo track = 0;
  GroupNo group = kNone;
  roster::Barred barred = roster::Barred::no;
};

/// A scored sheet in whole points; times in ms.
struct Sheet {
  std::int64_t points = 0;
  std::int64_t started = kMissing;
  std::int64_t submitted = kMissing;
  std::int64_t duration = kMissing;
  std::int64_t prediction = kMissing;
  std::uint64_t digest = 0;
  std::uint32_t attempt = 0;
  std::uint16_t correct = 0;
  bool all_correct = false;
  bool late = false;
};

/// A contest of one round over a bank of ten items worth a point each, with what a test puts into it: a
/// roster, in Hanoi, ordered by points, nothing awarded.
class Scene {
 public:
  Scene();
  Scene(const Scene&) = delete;
  Scene& operator=(const Scene&) = delete;

  EntrantNo add(const Registration& registration);
  /// Somebody by that id alone.
  EntrantNo add(std::string_view id) { return add(Registration{.id = std::string(id)}); }
  void add(EntrantNo entrant, const Sheet& sheet);
  /// Somebody with one sheet.
  EntrantNo add(std::string_view id, const Sheet& sheet);

  /// A second track.
  void add_track(std::string_view id);
  /// Replaces the order: by each key in its own direction.
  void order_by(const std::vector<contest::Key>& keys);
  /// An award of entrants with a number of places for each prize, which are called p1, p2 and so on.
  contest::Award& add_award(std::string_view id, const std::vector<std::uint32_t>& places);

  [[nodiscard]] ranking::Field field() const;
  [[nodiscard]] ranking::Tally tally() const { return ranking::tally(field()); }
  /// `1 an, 2 bo, 2 chi`
  [[nodiscard]] std::string ranked(std::size_t top = ranking::kWholeList) const;
  [[nodiscard]] std::string ranked(const ranking::Scope& scope, const ranking::Actual& actual,
                                   std::size_t top = ranking::kWholeList) const;
  /// The groups of a level with their tallies: `1 north, 2 south; - west nobody finished`.
  [[nodiscard]] std::string ranked_groups(std::string_view level,
                                          const contest::Award* award = nullptr) const;
  /// What the awards come to, a line each of: `medal p1: 1 an`, `medal p2 open x2: bo chi`,
  /// `medal p2 vacant x1`, `medal passed over dung (barred), bo moved up`. Lists per track say which.
  [[nodiscard]] std::string awarded() const;
  /// The verdicts by sheet in the order of adding, with attempt numbers: `1 accepted, 2 late`.
  [[nodiscard]] std::string verdicts() const;

  contest::Contest contest;
  roster::GroupTree groups;
  roster::Roster roster;
  std::vector<contest::Placement> placement;
  std::vector<scoring::ScoredSheet> sheets;
  std::vector<std::uint64_t> digests;  ///< beside the sheets

 private:
  [[nodiscard]] std::string id(PersonNo person, const ranking::Tally& tally) const;
  [[nodiscard]] std::string winner(const ranking::AwardList& list, ranking::Rank rank,
                                   const ranking::Tally& tally) const;

  std::vector<bank::Bank> banks_;
  contest::Items items_;
};

/// A group; 0: its headcount is not known.
[[nodiscard]] roster::Group group(std::string_view code, std::string_view level, std::uint64_t headcount = 0,
                                  GroupNo parent = kNone);

/// Milliseconds since 1970 of an ISO 8601 moment with an offset.
[[nodiscard]] std::int64_t ms(std::string_view moment);

}  // namespace quiz::tests
