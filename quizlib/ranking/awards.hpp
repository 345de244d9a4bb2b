// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/ranking/group_standing.hpp>
#include <quizlib/ranking/standing.hpp>
#include <quizlib/ranking/tally.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace quiz::ranking {

/// A list of an award: its persons or groups, best first, and where it stands in the contest. Persons reach
/// as far down as anybody was looked at, which need not be the end.
struct AwardList {
  std::uint32_t award = 0;            ///< position in contest.awards
  std::optional<RoundNo> round;       ///< of an award per round
  std::optional<TrackNo> track;       ///< of an award per track
  std::vector<Standing> persons;      ///< of an award of entrants
  std::vector<GroupStanding> groups;  ///< of an award of groups
};

/// Who may be given a seat: a position in the list's persons or groups.
using Rank = std::uint32_t;

/// A prize given.
struct Seat {
  std::uint32_t list = 0;
  std::uint32_t prize = 0;  ///< position in the award's prizes
  Rank rank = 0;
  std::uint32_t place = 0;  ///< 1-based, among those of the list who may win; equals share it
  bool depends = false;     ///< may go elsewhere when open ties are decided
};

/// A tie at a boundary: `places` seats of one prize that wait for a decision between the candidates.
struct OpenTie {
  std::uint32_t list = 0;
  std::uint32_t prize = 0;
  std::uint32_t places = 0;
  std::vector<Rank> candidates;
  std::uint32_t place = 0;  ///< that the candidates share, among those of the list who may win
};

/// Seats nobody is left for.
struct Vacancy {
  std::uint32_t list = 0;
  std::uint32_t prize = 0;
  std::uint32_t places = 0;
};

/// Why somebody was passed over.
enum class SkipReason {
  barred,         ///< may not win
  below_minimum,  ///< under the award's minimum
  holds_seat      ///< has a seat of an award with a limit per person
};

/// Somebody whose turn it was, and who was passed over.
struct Skip {
  std::uint32_t list = 0;
  Rank rank = 0;
  SkipReason reason = SkipReason::barred;
  std::optional<Rank> moved_up;  ///< who got the seat instead; nothing where it stayed vacant or open
};

/// What the awards of a contest come to. seats + open + vacant = places of all lists.
struct AwardResult {
  std::vector<AwardList> lists;  ///< by award, round, track in file order
  std::vector<Seat> seats;       ///< in the order of filling, as the others
  std::vector<OpenTie> open;     ///< one a prize, so that a tie that spans two has two
  std::vector<Vacancy> vacant;
  std::vector<Skip> skipped;
};

/// Fill the seats (docs/scoring-rules.md, "Seats" and "Ties"). `groups` as `tally_groups` gives them,
/// `actuals` by round.
[[nodiscard]] AwardResult award(const Field& field, const Tally& tally, const std::vector<GroupTally>& groups,
                                std::span<const Actual> actuals);

}  // namespace quiz::ranking
