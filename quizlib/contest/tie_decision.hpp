// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>

#include <string>
#include <vector>

namespace quiz::contest {

/// What officials decided about a tie at a boundary: the order in which those who are tied get its seats.
/// Empty ids where the list is not of one round, track or block.
struct TieDecision {
  AwardId award;
  RoundId round;
  TrackId track;
  std::string block;
  std::vector<std::string> order;  ///< ids of persons or codes of groups, all that were tied

  friend bool operator==(const TieDecision&, const TieDecision&) = default;
};

}  // namespace quiz::contest
