// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/decimal.hpp>
#include <quizlib/base/diagnostics.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/base/ratio.hpp>
#include <quizlib/contest/condition.hpp>
#include <quizlib/contest/per_track.hpp>
#include <quizlib/contest/ranking_key.hpp>
#include <quizlib/text/language.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quiz::contest {

/// What a list of groups is ordered by; all but the first and the last are terms of a score, too.
enum class GroupMeasure {
  score,
  participation,
  finished,
  mean_points,
  total_points,
  attempts,
  all_correct,
  top_mean,      ///< of the best `count` sheets
  prize_points,  ///< for seats held in another award
  column,        ///< a number in groups.csv
  registered
};

/// A measure with what it takes: `mean-points`, `top-mean:5`, `column:publicity`.
struct GroupKey {
  GroupMeasure measure = GroupMeasure::score;
  std::uint32_t count = 0;  ///< of top_mean, at least 1
  std::string column{};     ///< of column

  friend bool operator==(const GroupKey&, const GroupKey&) = default;
};

struct GroupRankingKey {
  GroupKey key;
  bool descending = true;
  Place place{};
};

enum class Over { headcount, registered };

struct GroupTerm {
  GroupKey key;
  std::optional<Ratio> cap;
  Ratio weight{1};
  std::string weight_text = "1";  ///< as written, for printing back
  Over over = Over::headcount;    ///< of participation
  std::uint32_t award = 0;        ///< of prize_points: position in Contest::awards
  std::vector<Decimal> values{};  ///< of prize_points, by prize of that award; 0 where not written
  Place place{};
};

struct Amount {
  std::int64_t value = 0;  ///< whole units of the currency
  std::string currency;    ///< VND, LAK, THB, …

  friend bool operator==(const Amount&, const Amount&) = default;
};

struct Prize {
  PrizeId id;
  text::Localized title;
  PerTrack<std::uint32_t> places{{1}};  ///< in each list; varies only in lists of one track
  std::optional<PerTrack<Amount>> amount;
  Place place;
};

enum class AwardOf { entrants, groups };
enum class PersonLimit { none, highest, first };

/// What becomes of the seats that persons or groups share who are equal on all keys.
enum class Ties {
  report,  ///< they stay open until officials decide
  share,   ///< all get the first of the prizes, the other seats fall away
  extend,  ///< all get that prize, no other seat falls away
  lot      ///< they stay open until a lot is drawn
};

/// A share of the maximum or a number of points that a winner must reach.
struct MinimumPoints {
  bool percent = false;
  Decimal value;  ///< with `percent`, 50 is half of the maximum
  Place place{};
};

/// What a group must reach to get a seat.
struct GroupMinimum {
  std::uint64_t registered = 0;
  std::uint64_t finished = 0;
  std::uint64_t attempts = 0;
  std::uint64_t all_correct = 0;
  std::uint64_t headcount = 0;
};

/// Groups that have a list of their own in an award.
struct Block {
  std::string id;
  text::Localized title;
  Condition where;  ///< of groups.csv
  Place place;
};

struct Award {
  AwardId id;
  text::Localized title;
  AwardOf of = AwardOf::entrants;
  bool per_round = false;       ///< entrants
  bool per_track = false;       ///< entrants
  std::vector<RoundNo> rounds;  ///< in force, ascending, never empty
  std::vector<TrackNo> tracks;  ///< in force, ascending, never empty
  Condition where;              ///< of entrants.csv, or of groups.csv
  std::vector<Prize> prizes;
  Ties ties = Ties::report;

  std::vector<RankingKey> order;                   ///< entrants; in force, never empty
  PersonLimit person_limit = PersonLimit::none;    ///< entrants
  std::optional<Decimal> share;                    ///< entrants: of the finished, in percent
  std::optional<MinimumPoints> minimum_points;     ///< entrants
  AcrossRounds across_rounds = AcrossRounds::sum;  ///< entrants sum or best; groups mean or sum

  std::string level;                         ///< groups
  std::vector<Block> blocks;                 ///< groups; empty: all in one list
  std::vector<GroupTerm> score;              ///< groups; empty: no score
  std::vector<GroupRankingKey> group_order;  ///< groups; in force, never empty
  GroupMinimum minimum;                      ///< groups
  Place place;
};

/// The words for values in files: `prize-points`, `top-mean:5`, `extend`.
[[nodiscard]] std::string name(const GroupKey& key);
[[nodiscard]] std::string_view name(Ties ties);

/// The column of a measure in tables: its name with `_`.
[[nodiscard]] std::string_view column(GroupMeasure measure);

}  // namespace quiz::contest
