// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/bank.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/contest/items.hpp>
#include <quizlib/contest/placement.hpp>
#include <quizlib/contest/tie_decision.hpp>
#include <quizlib/ranking/actuals.hpp>
#include <quizlib/ranking/awards.hpp>
#include <quizlib/ranking/group_standing.hpp>
#include <quizlib/ranking/membership.hpp>
#include <quizlib/ranking/standing.hpp>
#include <quizlib/ranking/tally.hpp>
#include <quizlib/roster/groups.hpp>
#include <quizlib/roster/roster.hpp>
#include <quizlib/scoring/score.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
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
  std::string kind{};
  TrackNo track = 0;
  GroupNo group = kNone;
  std::vector<GroupNo> further_groups{};  ///< of other trees
  roster::Barred barred = roster::Barred::no;
};

/// A scored sheet in whole points; times in ms.
struct Sheet {
  RoundNo round = 0;
  std::int64_t points = 0;
  std::int64_t started = kMissing;
  std::int64_t submitted = kMissing;
  std::int64_t duration = kMissing;
  std::int64_t prediction = kMissing;  ///< a count, or billionths of a percent
  std::uint64_t digest = 0;
  std::uint32_t attempt = 0;
  std::uint16_t correct = 0;
  bool all_correct = false;
  bool late = false;
  bool admitted = false;
};

/// A contest with what a test puts into it. Every bank has ten items worth a point each.
class Scene {
 public:
  /// One round, w1, over a bank: a roster, in Hanoi, ordered by points, nothing awarded.
  Scene();
  /// What contest.yaml says; nothing may be wrong with it.
  explicit Scene(std::string_view yaml);
  Scene(const Scene&) = delete;
  Scene& operator=(const Scene&) = delete;

  EntrantNo add(const Registration& registration);
  /// Somebody by that id alone.
  EntrantNo add(std::string_view id) { return add(Registration{.id = std::string(id)}); }
  void add(EntrantNo entrant, const Sheet& sheet);
  /// Somebody with one sheet.
  EntrantNo add(std::string_view id, const Sheet& sheet);
  EntrantNo add(const Registration& registration, const Sheet& sheet);

  /// A further round like the first.
  void add_round(std::string_view id);
  /// A further track, for which all rounds are what they are for the first.
  void add_track(std::string_view id);
  /// Replaces the order: by each key in its own direction.
  void order_by(const std::vector<contest::Key>& keys);
  /// An award of entrants with a number of places for each prize, which are called p1, p2 and so on. It is
  /// ordered and added up over the rounds as the contest is by then.
  contest::Award& add_award(std::string_view id, const std::vector<std::uint32_t>& places);
  /// The same of groups, by mean points and then finished.
  contest::Award& add_group_award(std::string_view id, std::string_view level,
                                  const std::vector<std::uint32_t>& places);
  /// Hold the predictions of a round against so many persons all-correct, rather than those counted.
  void freeze(std::uint64_t all_correct, RoundNo round = 0);

  [[nodiscard]] ranking::Field field() const;
  [[nodiscard]] ranking::Tally tally() const { return ranking::tally(field()); }
  /// As counted, but for what was frozen.
  [[nodiscard]] ranking::Actuals actuals(const ranking::Tally& tally) const;
  [[nodiscard]] ranking::AwardResult award_result() const;

  /// The contest's own list: `1 an, 2 bo, 2 chi`.
  [[nodiscard]] std::string ranked(std::size_t top = ranking::kWholeList) const;
  [[nodiscard]] std::string ranked(const ranking::ListRules& rules,
                                   std::size_t top = ranking::kWholeList) const;
  /// The contest's own list of one round, or of one track.
  [[nodiscard]] std::string ranked_in_round(RoundNo round) const;
  [[nodiscard]] std::string ranked_in_track(TrackNo track) const;
  /// The groups of a level over all rounds, or those of the award: `1 north, 2 south, - west (nobody
  /// finished)`.
  [[nodiscard]] std::string ranked_groups(std::string_view level,
                                          const contest::Award* award = nullptr) const;
  [[nodiscard]] std::vector<ranking::GroupStanding> group_standings(std::string_view level,
                                                                    const contest::Award* award) const;
  /// What the groups did over all rounds, by group.
  [[nodiscard]] std::vector<ranking::Counts> group_counts() const;
  /// What the awards come to, a line each of: `medal p1: 1 an`, `medal p2 open x2: bo chi`,
  /// `medal p2 vacant x1`, `medal p2 fallen x1`, `medal passed over dung (barred), bo moved up`,
  /// `decision 1 lapsed`. Lists per round, track and block say which.
  [[nodiscard]] std::string awarded() const;
  /// The verdicts by sheet in the order of adding, with attempt numbers: `1 accepted, 2 late`.
  [[nodiscard]] std::string verdicts() const;

  contest::Contest contest;
  roster::GroupTree groups;
  roster::Roster roster;
  std::vector<contest::Placement> placement;
  std::vector<scoring::ScoredSheet> sheets;
  std::vector<std::uint64_t> digests;  ///< beside the sheets
  std::vector<contest::TieDecision> decisions;

 private:
  explicit Scene(contest::Contest made);

  [[nodiscard]] std::string id(PersonNo person, const ranking::Tally& tally) const;

  std::vector<bank::Bank> banks_;
  contest::Items items_;
  std::map<RoundNo, ranking::Counters> frozen_;
};

/// A group; 0: its headcount is not known.
[[nodiscard]] roster::Group group(std::string_view code, std::string_view level, std::uint64_t headcount = 0,
                                  GroupNo parent = kNone);

/// A day, as ISO 8601 has it.
[[nodiscard]] Date day(std::string_view date);

/// Milliseconds since 1970 of an ISO 8601 moment with an offset.
[[nodiscard]] std::int64_t ms(std::string_view moment);

}  // namespace quiz::tests
