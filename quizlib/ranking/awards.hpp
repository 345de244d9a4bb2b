// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/contest/tie_decision.hpp>
#include <quizlib/ranking/actuals.hpp>
#include <quizlib/ranking/award_lists.hpp>
#include <quizlib/ranking/membership.hpp>
#include <quizlib/ranking/seats.hpp>
#include <quizlib/ranking/tally.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace quiz::ranking {

/// What the awards of a contest come to.
struct AwardResult {
  std::vector<AwardList> lists;  ///< by award, round, track, block in file order
  std::vector<Seat> seats;       ///< in the order of filling, as the others
  std::vector<OpenTie> open;     ///< one a prize, so that a tie that spans two has two
  std::vector<Vacancy> vacant;
  std::vector<Vacancy> fallen;  ///< seats that fall away: of a shared prize, or beyond a limit
  std::vector<Skip> skipped;
  std::vector<std::size_t> lapsed;  ///< positions of decisions that no tie was met for
};

/// Fill the seats (docs/scoring-rules.md, "Seats" and "Ties"). Of decisions for the same tie the last one
/// holds.
[[nodiscard]] AwardResult award(const Field& field, const Tally& tally, const Membership& membership,
                                const Actuals& actuals, std::span<const contest::TieDecision> decisions);

/// The seats of awards of entrants in `result`, for the points that groups get for them.
[[nodiscard]] std::vector<HeldSeat> held_seats(const contest::Contest& contest, const AwardResult& result);

}  // namespace quiz::ranking
