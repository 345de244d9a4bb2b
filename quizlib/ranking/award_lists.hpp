// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/contest/tie_decision.hpp>
#include <quizlib/ranking/group_standing.hpp>
#include <quizlib/ranking/seats.hpp>
#include <quizlib/ranking/standing.hpp>
#include <quizlib/ranking/tally.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quiz::ranking {

/// A list of an award: its persons or groups, best first, and where it stands in the contest. Persons reach
/// as far down as anybody was looked at, which need not be the end.
struct AwardList {
  std::uint32_t award = 0;             ///< position in contest.awards
  std::optional<RoundNo> round;        ///< of an award per round
  std::optional<TrackNo> track;        ///< of an award per track
  std::optional<std::uint32_t> block;  ///< of an award with blocks: position in them
  std::vector<Standing> persons;       ///< of an award of entrants
  std::vector<GroupStanding> groups;   ///< of an award of groups
};

/// The lists of all awards, without their lines, by award, round, track and block in file order.
[[nodiscard]] std::vector<AwardList> make_lists(const contest::Contest& contest);

/// The rounds and tracks of a list.
[[nodiscard]] Scope scope_of(const contest::Contest& contest, const AwardList& list);

/// What a list of persons is made of.
[[nodiscard]] ListRules rules_of(const contest::Contest& contest, const AwardList& list);

/// What the seats of the list are filled by; its lines must be there. Without the decisions.
[[nodiscard]] SeatList seats_of_persons(const Field& field, const Tally& tally, const AwardList& list);
[[nodiscard]] SeatList seats_of_groups(const Field& field, const AwardList& list);

/// The id of the person or the code of the group at a rank of a list.
[[nodiscard]] std::string holder(const Field& field, const Tally& tally, const AwardList& list, Rank rank);

/// Whether a decision is about the list.
[[nodiscard]] bool concerns(const contest::Contest& contest, const contest::TieDecision& decision,
                            const AwardList& list);

}  // namespace quiz::ranking
