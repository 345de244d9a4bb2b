// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/base/points.hpp>
#include <quizlib/base/ratio.hpp>
#include <quizlib/ranking/tally.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::ranking {

/// What the persons of a group and of all groups below it did.
struct GroupTally {
  Counters counters;
  Points total_points;  ///< of kept sheets

  /// total points / finished; nothing where nobody finished.
  [[nodiscard]] std::optional<Ratio> mean_points() const;
};

/// By group, every person counted once in its own group and in each above it. Persons without a group or with
/// an unknown one are in none.
[[nodiscard]] std::vector<GroupTally> tally_groups(const Field& field, const Tally& tally);

/// The share of the `over` that finished, in percent and exact; nothing where the `over` is missing or 0.
[[nodiscard]] std::optional<Ratio> participation(const roster::Group& group, const GroupTally& tally,
                                                 contest::Over over);

/// Why a group has no place.
enum class Unranked {
  no,
  nobody_finished,
  no_headcount  ///< what its participation is over is missing or 0
};

/// One group's line in a list.
struct GroupStanding {
  GroupNo group = kNone;
  std::optional<Ratio> score;  ///< of the award; nothing without one or where a term has no value
  Unranked unranked = Unranked::no;
  std::uint32_t place = 0;  ///< 1-based; 0: unranked
};

/// The groups of a level by an award's order (docs/scoring-rules.md, "Groups"); with nullptr by mean-points,
/// then finished. Unranked groups follow, by code. Equals share a place and are listed by code. An award's
/// minimums leave groups ranked: they are for its seats.
[[nodiscard]] std::vector<GroupStanding> rank_groups(const Field& field,
                                                     const std::vector<GroupTally>& tallies,
                                                     std::string_view level, const contest::Award* award);

}  // namespace quiz::ranking
