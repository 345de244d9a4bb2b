// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/contest/award.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace quiz::ranking {

/// Who may be given a seat: a position in a list's persons or groups.
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

/// Seats that nobody gets: vacant ones, or ones that fall away.
struct Vacancy {
  std::uint32_t list = 0;
  std::uint32_t prize = 0;
  std::uint32_t places = 0;
};

/// Why somebody was passed over.
enum class SkipReason {
  barred,         ///< may not win
  below_minimum,  ///< under the award's minimum
  holds_seat,     ///< has a seat of an award with a limit per person
  decided         ///< by the decision on a tie, or by lot
};

/// Somebody whose turn it was, and who was passed over.
struct Skip {
  std::uint32_t list = 0;
  Rank rank = 0;
  SkipReason reason = SkipReason::barred;
  std::optional<Rank> moved_up;  ///< who got the seat instead; nothing where it stayed vacant or open
};

/// A line of a list as the filling of seats sees it.
struct Claim {
  std::uint32_t level = 0;         ///< who is equal has the same; larger further down
  std::uint32_t place = 0;         ///< among those who may win
  PersonNo person = kNone;         ///< kNone: a group
  std::optional<SkipReason> lost;  ///< why no seat of this list can be given here, whatever else happens
};

/// A list of an award with its rows of seats.
struct SeatList {
  std::vector<std::uint32_t> places;  ///< by prize
  bool limited = false;               ///< of an award with a limit per person
  contest::Ties ties = contest::Ties::report;
  std::vector<Claim> claims;                 ///< best first
  std::vector<std::vector<Rank>> decisions;  ///< ties that officials have put in order, the latest first
};

/// The seats of one prize of one list: a step of the filling.
struct Row {
  std::uint32_t list = 0;
  std::uint32_t prize = 0;
};

/// A decision that was made use of: its list, and its position among the decisions of that.
struct UsedDecision {
  std::uint32_t list = 0;
  std::size_t decision = 0;
};

/// What the filling came to. Without shared and extended ties, seats + open + vacant = places in each list.
struct Filling {
  std::vector<Seat> seats;
  std::vector<OpenTie> open;
  std::vector<Vacancy> vacant;
  std::vector<Vacancy> fallen;  ///< seats that fall away because a prize is shared
  std::vector<Skip> skipped;
  std::vector<UsedDecision> used;
  std::vector<bool> ran_out;  ///< by list: all of its claims were looked at, and seats were left
};

/// Fill the rows one by one (docs/scoring-rules.md, "Seats" and "Ties"); seats that depend on open ties are
/// marked. The rows of a list come in the order of its prizes.
[[nodiscard]] Filling fill(std::span<const SeatList> lists, std::span<const Row> rows);

}  // namespace quiz::ranking
