// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/award_lists.hpp>

#include <quizlib/base/decimal.hpp>
#include <quizlib/base/ratio.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace quiz::ranking {
namespace {

using contest::Award;

/// What an award is given per: each of `values`, or once for all of them.
template <class Value>
std::vector<std::optional<Value>> parts(bool per, const std::vector<Value>& values) {
  if (!per) return {std::nullopt};
  return {values.begin(), values.end()};
}

std::vector<std::optional<std::uint32_t>> blocks(const Award& award) {
  if (award.blocks.empty()) return {std::nullopt};
  std::vector<std::optional<std::uint32_t>> result;
  for (std::uint32_t block = 0; block < award.blocks.size(); ++block) result.emplace_back(block);
  return result;
}

/// The most points that a person of a track can have in a line of the list whose sheet is of `round`.
Points most_points(const Field& field, const ListRules& rules, RoundNo round, TrackNo track) {
  const auto of_round = [&](RoundNo no) {
    return contest::maximum_points(field.items, field.contest.rounds[no].of(track).paper);
  };
  if (rules.across == contest::AcrossRounds::best) return of_round(round);
  Points sum;
  for (const RoundNo no : rules.scope.rounds) sum = sum + of_round(no);
  return sum;
}

/// The points that a winner must reach, for one kind of line of the list; found once each.
class Minimum {
 public:
  Minimum(const Field& field, const Award& award, const ListRules& rules)
      : field_(field),
        award_(award),
        rules_(rules),
        least_(field.contest.rounds.size() * field.contest.tracks.size()) {}

  [[nodiscard]] bool reached_by(std::int64_t units, RoundNo round, TrackNo track) {
    if (!award_.minimum_points) return true;
    std::optional<Ratio>& least = least_[round * field_.contest.tracks.size() + track];
    if (!least) {
      const Ratio value(award_.minimum_points->value);
      least = award_.minimum_points->percent
                  ? value * Ratio(most_points(field_, rules_, round, track).units, 100)
                  : value * Ratio(Points::kOne);
    }
    return Ratio(units) >= *least;
  }

 private:
  const Field& field_;
  const Award& award_;
  const ListRules& rules_;
  std::vector<std::optional<Ratio>> least_;  ///< by round x tracks + track, in ten-thousandths
};

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

std::uint64_t count_listed(const Field& field, const Tally& tally, const ListRules& rules) {
  std::uint64_t count = 0;
  for (PersonNo person = 0; person < tally.persons.size(); ++person)
    if (is_listed(field, tally, rules, person)) ++count;
  return count;
}

/// Let seats beyond `most` fall away, from the last prize upwards.
void cut_seats(std::vector<std::uint32_t>& places, std::uint64_t most) {
  for (std::uint32_t& of_prize : places) {
    of_prize = static_cast<std::uint32_t>(std::min<std::uint64_t>(of_prize, most));
    most -= of_prize;
  }
}

bool reaches(const contest::GroupMinimum& minimum, const Counters& counters, std::uint64_t headcount) {
  return counters.registered >= minimum.registered && counters.finished >= minimum.finished &&
         counters.attempts >= minimum.attempts && counters.all_correct >= minimum.all_correct &&
         headcount >= minimum.headcount;
}

SeatList empty_seats(const Award& award, const AwardList& list) {
  SeatList seats;
  for (const contest::Prize& prize : award.prizes)
    seats.places.push_back(prize.places.of(list.track.value_or(0)));
  seats.ties = award.ties;
  return seats;
}

}  // namespace

std::vector<AwardList> make_lists(const contest::Contest& contest) {
  std::vector<AwardList> lists;
  for (std::uint32_t no = 0; no < contest.awards.size(); ++no) {
    const Award& award = contest.awards[no];
    for (const std::optional<RoundNo> round : parts(award.per_round, award.rounds))
      for (const std::optional<TrackNo> track : parts(award.per_track, award.tracks))
        for (const std::optional<std::uint32_t> block : blocks(award))
          lists.push_back(AwardList{no, round, track, block, {}, {}});
  }
  return lists;
}

Scope scope_of(const contest::Contest& contest, const AwardList& list) {
  const Award& award = contest.awards[list.award];
  Scope scope{award.rounds, award.tracks};
  if (list.round) scope.rounds = {*list.round};
  if (list.track) scope.tracks = {*list.track};
  return scope;
}

ListRules rules_of(const contest::Contest& contest, const AwardList& list) {
  const Award& award = contest.awards[list.award];
  return {scope_of(contest, list), award.where.empty() ? nullptr : &award.where, award.order,
          award.across_rounds};
}

SeatList seats_of_persons(const Field& field, const Tally& tally, const AwardList& list) {
  const Award& award = field.contest.awards[list.award];
  const ListRules rules = rules_of(field.contest, list);
  SeatList seats = empty_seats(award, list);
  seats.limited = award.person_limit != contest::PersonLimit::none;
  if (award.share) {
    constexpr std::int64_t kWhole = 100 * Decimal::kOne;
    const auto listed = static_cast<std::int64_t>(count_listed(field, tally, rules));
    cut_seats(seats.places, static_cast<std::uint64_t>(listed * award.share->billionths / kWhole));
  }
  Minimum minimum(field, award, rules);
  seats.claims.reserve(list.persons.size());
  for (const Standing& standing : list.persons) {
    Claim& claim = seats.claims.emplace_back();
    claim.level = standing.place;
    claim.person = standing.person;
    const RoundNo round = field.sheets[standing.sheet].round;
    const TrackNo track = track_of(field, tally, standing.person);
    if (barred_from(field, tally, standing.person) != roster::Barred::no) {
      claim.lost = SkipReason::barred;
    } else if (!minimum.reached_by(points_of(field, tally, rules, standing).units, round, track)) {
      claim.lost = SkipReason::below_minimum;
    }
  }
  assign_places(seats.claims);
  return seats;
}

SeatList seats_of_groups(const Field& field, const AwardList& list) {
  const Award& award = field.contest.awards[list.award];
  SeatList seats = empty_seats(award, list);
  for (const GroupStanding& standing : list.groups) {
    if (standing.unranked != Unranked::no) break;
    Claim& claim = seats.claims.emplace_back();
    claim.level = standing.place;
    if (!reaches(award.minimum, standing.counts.counters, standing.headcount.value_or(0)))
      claim.lost = SkipReason::below_minimum;
  }
  assign_places(seats.claims);
  return seats;
}

std::string holder(const Field& field, const Tally& tally, const AwardList& list, Rank rank) {
  if (field.contest.awards[list.award].of == contest::AwardOf::groups)
    return field.groups[list.groups[rank].group].code.text;
  return std::string(field.roster.ids[tally.persons.first(list.persons[rank].person)]);
}

bool concerns(const contest::Contest& contest, const contest::TieDecision& decision, const AwardList& list) {
  const Award& award = contest.awards[list.award];
  const std::string round = list.round ? contest.rounds[*list.round].id.text : std::string();
  const std::string track = list.track ? contest.tracks[*list.track].id.text : std::string();
  const std::string block = list.block ? award.blocks[*list.block].id : std::string();
  return decision.award == award.id && decision.round.text == round && decision.track.text == track &&
         decision.block == block;
}

}  // namespace quiz::ranking
