// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/base/ratio.hpp>
#include <quizlib/contest/award.hpp>
#include <quizlib/ranking/group_figures.hpp>
#include <quizlib/ranking/tally.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace quiz::ranking {

/// Why a group has no place.
enum class Unranked {
  no,
  nobody_finished,
  no_headcount,  ///< what its participation is over is missing or 0
  no_number      ///< a column that is asked for holds none
};

/// One group's line in a list.
struct GroupStanding {
  GroupNo group = kNone;
  Counts counts;                           ///< over the rounds and tracks of the list
  std::optional<std::uint64_t> headcount;  ///< in the last round of the list
  std::optional<Ratio> score;              ///< of the award; nothing without one or where a term has no value
  Unranked unranked = Unranked::no;
  std::uint32_t place = 0;  ///< 1-based; 0: unranked
};

/// The groups of a level that are in force in at least one of the rounds, in the order of the file.
[[nodiscard]] std::vector<GroupNo> groups_of_level(const Field& field, const Membership& membership,
                                                   std::span<const RoundNo> rounds, std::string_view level);

/// `listed` by an award's order (docs/scoring-rules.md, "Groups"); with nullptr by mean-points, then
/// finished. Needs figures made with that award. Unranked groups follow, by code. Equals share a place and
/// are listed by code. An award's minimums leave groups ranked: they are for its seats.
[[nodiscard]] std::vector<GroupStanding> rank_groups(const Field& field, const GroupFigures& figures,
                                                     std::span<const GroupNo> listed,
                                                     const contest::Award* award);

}  // namespace quiz::ranking
