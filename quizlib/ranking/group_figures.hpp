// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/base/points.hpp>
#include <quizlib/base/ratio.hpp>
#include <quizlib/contest/award.hpp>
#include <quizlib/ranking/counters.hpp>
#include <quizlib/ranking/membership.hpp>
#include <quizlib/ranking/tally.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quiz::ranking {

/// What the persons of each group did in some rounds and tracks, in it and in all groups below it. By group.
[[nodiscard]] std::vector<Counts> count_groups(const Field& field, const Tally& tally,
                                               const Membership& membership, const Scope& scope);

/// The share of all `people` that finished, in percent and exact; nothing where these are missing or 0.
[[nodiscard]] std::optional<Ratio> participation(const Counts& counts, std::optional<std::uint64_t> people);

/// A seat that a person holds, for prize points.
struct HeldSeat {
  std::uint32_t award = 0;  ///< position in contest.awards
  std::uint32_t prize = 0;
  PersonNo person = kNone;
  RoundNo round = 0;  ///< on the day of which the person's groups count
};

/// What a list of groups is made from.
class GroupFigures {
 public:
  /// `award` may be nullptr: no terms. `seats` are those of awards of entrants. Keeps references to all but
  /// the seats.
  GroupFigures(const Field& field, const Tally& tally, const Membership& membership, Scope scope,
               const contest::Award* award, std::span<const HeldSeat> seats);

  /// Over all rounds of the scope, each person once.
  [[nodiscard]] const Counts& counts(GroupNo group) const { return whole_[group]; }

  /// In the last round of the scope.
  [[nodiscard]] std::optional<std::uint64_t> headcount(GroupNo group) const {
    return membership_.headcount(group, scope_.rounds.back());
  }

  /// The value of a measure for a group as an order compares it, neither capped nor weighted; nothing where
  /// the group has none.
  [[nodiscard]] std::optional<Ratio> measure(const contest::GroupKey& key, GroupNo group) const;
  /// The sum of the award's terms; nothing without terms or where one has no value.
  [[nodiscard]] std::optional<Ratio> score(GroupNo group) const;

 private:
  [[nodiscard]] std::optional<Ratio> term(std::size_t no, GroupNo group) const;
  [[nodiscard]] std::optional<Ratio> over_rounds(const contest::GroupKey& key, contest::Over over,
                                                 const std::optional<Ratio>& cap, GroupNo group) const;
  [[nodiscard]] std::optional<Ratio> in_round(const contest::GroupKey& key, contest::Over over,
                                              std::size_t round, GroupNo group) const;
  [[nodiscard]] Ratio top_mean(std::uint32_t count, std::size_t round, GroupNo group) const;
  [[nodiscard]] std::optional<Ratio> column(const std::string& name, GroupNo group) const;
  [[nodiscard]] Ratio prize_points(std::size_t term, GroupNo group) const;
  void collect_points();
  void collect_prize_points(std::span<const HeldSeat> seats);
  [[nodiscard]] bool asks_for(contest::GroupMeasure measure) const;

  const Field& field_;
  const Tally& tally_;
  const Membership& membership_;
  Scope scope_;
  const contest::Award* award_;
  std::vector<Counts> whole_;                             ///< by group
  std::vector<std::vector<Counts>> by_round_;             ///< beside the rounds of the scope
  std::vector<std::vector<std::vector<Points>>> points_;  ///< beside them by group, falling; for top-mean
  std::vector<std::map<GroupNo, Ratio>> prize_points_;    ///< by term; empty but for prize-points
};

}  // namespace quiz::ranking
