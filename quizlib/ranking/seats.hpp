// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/ranking/awards.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace quiz::ranking {

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
  std::vector<Claim> claims;          ///< best first
};

/// The seats of one prize of one list: a step of the filling.
struct Row {
  std::uint32_t list = 0;
  std::uint32_t prize = 0;
};

/// What the filling came to. For each list seats + open + vacant = places.
struct Filling {
  std::vector<Seat> seats;
  std::vector<OpenTie> open;
  std::vector<Vacancy> vacant;
  std::vector<Skip> skipped;
  std::vector<bool> ran_out;  ///< by list: all of its claims were looked at, and seats were left
};

/// Fill the rows one by one (docs/scoring-rules.md, "Seats" and "Ties"); seats that depend on open ties are
/// marked. The rows of a list come in the order of its prizes. Needs lists that share no person where the
/// rows of one stand between those of another, as it is with one round: else a mark may be missing.
[[nodiscard]] Filling fill(std::span<const SeatList> lists, std::span<const Row> rows);

}  // namespace quiz::ranking
