// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/awards.hpp>

#include <quizlib/base/ratio.hpp>
#include <quizlib/ranking/seats.hpp>

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <numeric>
#include <tuple>
#include <utility>

namespace quiz::ranking {
namespace {

using contest::Award;
using contest::AwardOf;

/// The round that a list is of. Needs a round for a list of the whole contest, too: its only one.
RoundNo round_of([[maybe_unused]] const Field& field, const AwardList& list) {
  assert(list.round || field.contest.rounds.size() == 1);
  return list.round.value_or(0);
}

/// The lists of all awards, without their lines.
std::vector<AwardList> make_lists(const contest::Contest& contest) {
  std::vector<AwardList> lists;
  for (std::uint32_t no = 0; no < contest.awards.size(); ++no) {
    const Award& award = contest.awards[no];
    const auto rounds = award.per_round ? static_cast<RoundNo>(contest.rounds.size()) : RoundNo{1};
    const auto tracks = award.per_track ? static_cast<TrackNo>(contest.tracks.size()) : TrackNo{1};
    for (RoundNo round = 0; round < rounds; ++round) {
      for (TrackNo track = 0; track < tracks; ++track) {
        AwardList& list = lists.emplace_back();
        list.award = no;
        if (award.per_round) list.round = round;
        if (award.per_track) list.track = track;
      }
    }
  }
  return lists;
}

/// The order of filling: award, prize, round, track; with `per_person: first` the round before all of them.
std::vector<Row> make_rows(const Field& field, std::span<const AwardList> lists) {
  std::vector<Row> rows;
  for (std::uint32_t list = 0; list < lists.size(); ++list) {
    const auto prizes = static_cast<std::uint32_t>(field.contest.awards[lists[list].award].prizes.size());
    for (std::uint32_t prize = 0; prize < prizes; ++prize) rows.push_back(Row{list, prize});
  }
  const bool round_first = std::ranges::any_of(field.contest.awards, [](const Award& award) {
    return award.person_limit == contest::PersonLimit::first;
  });
  // Lists stand in the order of award, round and track.
  std::ranges::sort(rows, {}, [&](const Row& row) {
    const AwardList& list = lists[row.list];
    return std::tuple(round_first ? round_of(field, list) : 0, list.award, row.prize, row.list);
  });
  return rows;
}

/// The points that a winner of a list must reach, by track and in ten-thousandths; empty without a minimum.
std::vector<Ratio> least_points(const Field& field, const Award& award, RoundNo round) {
  std::vector<Ratio> least;
  if (!award.minimum_points) return least;
  for (TrackNo track = 0; track < field.contest.tracks.size(); ++track) {
    const Ratio value(award.minimum_points->value);
    if (award.minimum_points->percent) {
      const Points maximum = contest::maximum_points(field.items, field.contest.rounds[round].paper, track);
      least.push_back(value * Ratio(maximum.units, 100));
    } else {
      least.push_back(value * Ratio(Points::kOne));
    }
  }
  return least;
}

/// Fills in places among those who may win. Needs claims best first.
void assign_places(std::vector<Claim>& claims) {
  std::uint32_t may_win = 0;
  std::uint32_t level = 0;
  std::uint32_t place = 0;
  for (Claim& claim : claims) {
    if (claim.lost == SkipReason::barred) continue;
    ++may_win;
    if (claim.level != level) place = may_win;
    level = claim.level;
    claim.place = place;
  }
}

std::vector<Claim> claims_of_persons(const Field& field, const Tally& tally, const AwardList& list) {
  const Award& award = field.contest.awards[list.award];
  const std::vector<Ratio> least = least_points(field, award, round_of(field, list));
  std::vector<Claim> claims;
  claims.reserve(list.persons.size());
  for (const Standing& standing : list.persons) {
    Claim& claim = claims.emplace_back();
    claim.level = standing.place;
    claim.person = standing.person;
    const std::int64_t units = field.sheets[standing.sheet].points.units;
    if (barred_from(field, tally, standing.person) != roster::Barred::no) {
      claim.lost = SkipReason::barred;
    } else if (!least.empty() && Ratio(units) < least[track_of(field, tally, standing.person)]) {
      claim.lost = SkipReason::below_minimum;
    }
  }
  assign_places(claims);
  return claims;
}

std::vector<Claim> claims_of_groups(const Field& field, const std::vector<GroupTally>& tallies,
                                    const AwardList& list) {
  const Award& award = field.contest.awards[list.award];
  std::vector<Claim> claims;
  for (const GroupStanding& standing : list.groups) {
    if (standing.unranked != Unranked::no) break;
    Claim& claim = claims.emplace_back();
    claim.level = standing.place;
    const bool enough_finished = tallies[standing.group].counters.finished >= award.minimum_finished;
    const std::uint64_t headcount = field.groups[standing.group].headcount.value_or(0);
    if (!enough_finished || headcount < award.minimum_headcount) claim.lost = SkipReason::below_minimum;
  }
  assign_places(claims);
  return claims;
}

std::vector<std::uint32_t> places_of(const Award& award) {
  std::vector<std::uint32_t> places;
  for (const contest::Prize& prize : award.prizes) places.push_back(prize.places);
  return places;
}

/// A list that knows how far down it reaches.
struct Reach {
  std::size_t top = 0;
  bool complete = false;
};

class Awarding {
 public:
  Awarding(const Field& field, const Tally& tally, const std::vector<GroupTally>& groups,
           std::span<const Actual> actuals)
      : field_(field),
        tally_(tally),
        groups_(groups),
        actuals_(actuals) {
    result_.lists = make_lists(field.contest);
    seat_lists_.resize(result_.lists.size());
    reaches_.resize(result_.lists.size());
    for (std::size_t list = 0; list < seat_lists_.size(); ++list) {
      const Award& award = field.contest.awards[result_.lists[list].award];
      seat_lists_[list].places = places_of(award);
      seat_lists_[list].limited = award.person_limit != contest::PersonLimit::none;
      const std::vector<std::uint32_t>& places = seat_lists_[list].places;
      reaches_[list].top = std::accumulate(places.begin(), places.end(), std::size_t{0}) + kSpare;
      read(list);
    }
  }

  [[nodiscard]] AwardResult run() && {
    const std::vector<Row> rows = make_rows(field_, result_.lists);
    Filling filling = fill(seat_lists_, rows);
    while (reach_further(filling)) filling = fill(seat_lists_, rows);
    result_.seats = std::move(filling.seats);
    result_.open = std::move(filling.open);
    result_.vacant = std::move(filling.vacant);
    result_.skipped = std::move(filling.skipped);
    return std::move(result_);
  }

 private:
  static constexpr std::size_t kSpare = 64;
  static constexpr std::size_t kFurther = 8;

  /// Put the best of a list into it, as many as its reach says.
  void read(std::size_t no) {
    AwardList& list = result_.lists[no];
    const Award& award = field_.contest.awards[list.award];
    Reach& reach = reaches_[no];
    if (award.of == AwardOf::groups) {
      list.groups = rank_groups(field_, groups_, award.level, &award);
      seat_lists_[no].claims = claims_of_groups(field_, groups_, list);
      reach.complete = true;
      return;
    }
    const RoundNo round = round_of(field_, list);
    list.persons = rank(field_, tally_, Scope{round, list.track}, actuals_[round], reach.top);
    seat_lists_[no].claims = claims_of_persons(field_, tally_, list);
    reach.complete = list.persons.size() < reach.top;
  }

  /// Read the lists again that ended before their seats did; false where there are none.
  bool reach_further(const Filling& filling) {
    bool any = false;
    for (std::size_t list = 0; list < reaches_.size(); ++list) {
      if (!filling.ran_out[list] || reaches_[list].complete) continue;
      reaches_[list].top *= kFurther;
      read(list);
      any = true;
    }
    return any;
  }

  const Field& field_;
  const Tally& tally_;
  const std::vector<GroupTally>& groups_;
  std::span<const Actual> actuals_;
  AwardResult result_;
  std::vector<SeatList> seat_lists_;  ///< beside the lists of the result
  std::vector<Reach> reaches_;        ///< beside them too
};

}  // namespace

AwardResult award(const Field& field, const Tally& tally, const std::vector<GroupTally>& groups,
                  std::span<const Actual> actuals) {
  return Awarding(field, tally, groups, actuals).run();
}

}  // namespace quiz::ranking
