// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/group_figures.hpp>

#include <quizlib/base/decimal.hpp>

#include <algorithm>
#include <cassert>
#include <functional>
#include <map>
#include <utility>

namespace quiz::ranking {
namespace {

using contest::GroupKey;
using contest::GroupMeasure;

Ratio whole(std::uint64_t number) { return Ratio(static_cast<std::int64_t>(number)); }

/// What a person did is added to each of its groups by the rounds in which it counted there.
void add_by_rounds(const Field& field, const Tally& tally, const Membership& membership, const Scope& scope,
                   PersonNo person, std::vector<Counts>& counts) {
  std::map<GroupNo, std::vector<RoundNo>> rounds;
  for (const RoundNo round : scope.rounds)
    for (const GroupNo group : membership.groups_of(tally, person, round)) rounds[group].push_back(round);
  for (const auto& [group, in] : rounds) add(counts[group], count_person(field, tally, in, person));
}

}  // namespace

std::vector<Counts> count_groups(const Field& field, const Tally& tally, const Membership& membership,
                                 const Scope& scope) {
  const bool constant = membership.is_constant(scope.rounds);
  std::vector<Counts> counts(field.groups.size());
  std::vector<Counts> own(field.groups.size());  // of those who stand in one group all the time
  for (PersonNo person = 0; person < tally.persons.size(); ++person) {
    const auto groups = field.roster.groups_of(tally.persons.first(person));
    if (groups.empty() || !is_in_tracks(field, tally, scope, person)) continue;
    if (constant && groups.size() == 1) {
      add(own[groups.front()], count_person(field, tally, scope.rounds, person));
    } else {
      add_by_rounds(field, tally, membership, scope, person, counts);
    }
  }
  for (GroupNo group = 0; group < own.size(); ++group)
    for (const GroupNo counting : membership.chain(group, scope.rounds.front()))
      add(counts[counting], own[group]);
  return counts;
}

std::optional<Ratio> participation(const Counts& counts, std::optional<std::uint64_t> people) {
  if (people.value_or(0) == 0) return std::nullopt;
  return Ratio(100) * whole(counts.counters.finished) / whole(*people);
}

GroupFigures::GroupFigures(const Field& field, const Tally& tally, const Membership& membership, Scope scope,
                           const contest::Award* award, std::span<const HeldSeat> seats)
    : field_(field),
      tally_(tally),
      membership_(membership),
      scope_(std::move(scope)),
      award_(award),
      whole_(count_groups(field, tally, membership, scope_)) {
  if (award_ == nullptr) return;
  for (const RoundNo round : scope_.rounds) {
    const bool only_one = scope_.rounds.size() == 1;
    by_round_.push_back(only_one ? whole_
                                 : count_groups(field, tally, membership, Scope{{round}, scope_.tracks}));
  }
  if (asks_for(GroupMeasure::top_mean)) collect_points();
  collect_prize_points(seats);
}

bool GroupFigures::asks_for(GroupMeasure measure) const {
  const auto is_it = [&](const auto& part) { return part.key.measure == measure; };
  return std::ranges::any_of(award_->score, is_it) || std::ranges::any_of(award_->group_order, is_it);
}

void GroupFigures::collect_points() {
  for (const RoundNo round : scope_.rounds) {
    std::vector<std::vector<Points>>& by_group = points_.emplace_back(field_.groups.size());
    for (PersonNo person = 0; person < tally_.persons.size(); ++person) {
      const SheetNo kept = tally_.kept_sheet(round, person);
      if (kept == kNone || !is_in_tracks(field_, tally_, scope_, person)) continue;
      for (const GroupNo group : membership_.groups_of(tally_, person, round))
        by_group[group].push_back(field_.sheets[kept].points);
    }
    for (std::vector<Points>& points : by_group) std::ranges::sort(points, std::greater(), &Points::units);
  }
}

void GroupFigures::collect_prize_points(std::span<const HeldSeat> seats) {
  for (const contest::GroupTerm& term : award_->score) {
    std::map<GroupNo, Ratio>& sums = prize_points_.emplace_back();
    if (term.key.measure != GroupMeasure::prize_points) continue;
    for (const HeldSeat& seat : seats) {
      if (seat.award != term.award) continue;
      for (const GroupNo group : membership_.groups_of(tally_, seat.person, seat.round))
        sums[group] = sums[group] + Ratio(term.values[seat.prize]);
    }
  }
}

std::optional<Ratio> GroupFigures::measure(const GroupKey& key, GroupNo group) const {
  switch (key.measure) {
    case GroupMeasure::score:
      return score(group);
    case GroupMeasure::registered:
      return whole(whole_[group].counters.registered);
    case GroupMeasure::column:
      return column(key.column, group);
    case GroupMeasure::prize_points: {
      Ratio sum;
      for (std::size_t term = 0; term < prize_points_.size(); ++term) sum = sum + prize_points(term, group);
      return sum;
    }
    case GroupMeasure::participation: {
      const auto is_it = [](const contest::GroupTerm& term) {
        return term.key.measure == GroupMeasure::participation;
      };
      const auto term = std::ranges::find_if(award_->score, is_it);
      const contest::Over over = term == award_->score.end() ? contest::Over::headcount : term->over;
      return over_rounds(key, over, std::nullopt, group);
    }
    case GroupMeasure::finished:
    case GroupMeasure::mean_points:
    case GroupMeasure::total_points:
    case GroupMeasure::attempts:
    case GroupMeasure::all_correct:
    case GroupMeasure::top_mean:
      break;
  }
  return over_rounds(key, contest::Over::headcount, std::nullopt, group);
}

std::optional<Ratio> GroupFigures::score(GroupNo group) const {
  if (award_ == nullptr || award_->score.empty()) return std::nullopt;
  Ratio sum;
  for (std::size_t no = 0; no < award_->score.size(); ++no) {
    const std::optional<Ratio> value = term(no, group);
    if (!value) return std::nullopt;
    sum = sum + *value * award_->score[no].weight;
  }
  return sum;
}

std::optional<Ratio> GroupFigures::term(std::size_t no, GroupNo group) const {
  const contest::GroupTerm& term = award_->score[no];
  std::optional<Ratio> once;
  if (term.key.measure == GroupMeasure::column) {
    once = column(term.key.column, group);
    if (!once) return std::nullopt;
  } else if (term.key.measure == GroupMeasure::prize_points) {
    once = prize_points(no, group);
  } else {
    return over_rounds(term.key, term.over, term.cap, group);
  }
  return term.cap && *once > *term.cap ? term.cap : once;
}

std::optional<Ratio> GroupFigures::over_rounds(const GroupKey& key, contest::Over over,
                                               const std::optional<Ratio>& cap, GroupNo group) const {
  Ratio sum;
  for (std::size_t round = 0; round < by_round_.size(); ++round) {
    std::optional<Ratio> value = in_round(key, over, round, group);
    if (!value) return std::nullopt;
    if (cap && *value > *cap) value = cap;
    sum = sum + *value;
  }
  if (award_->across_rounds == contest::AcrossRounds::sum) return sum;
  return sum / whole(by_round_.size());
}

std::optional<Ratio> GroupFigures::in_round(const GroupKey& key, contest::Over over, std::size_t round,
                                            GroupNo group) const {
  const Counts& counts = by_round_[round][group];
  if (counts.counters.finished == 0) return Ratio(0);
  if (key.measure == GroupMeasure::participation) {
    if (over == contest::Over::headcount)
      return participation(counts, membership_.headcount(group, scope_.rounds[round]));
    return participation(counts, counts.counters.registered);
  }
  switch (key.measure) {
    case GroupMeasure::finished:
      return whole(counts.counters.finished);
    case GroupMeasure::attempts:
      return whole(counts.counters.attempts);
    case GroupMeasure::all_correct:
      return whole(counts.counters.all_correct);
    case GroupMeasure::total_points:
      return Ratio(counts.total_points.units, Points::kOne);
    case GroupMeasure::mean_points:
      return counts.mean_points();
    case GroupMeasure::top_mean:
      return top_mean(key.count, round, group);
    case GroupMeasure::score:
    case GroupMeasure::participation:
    case GroupMeasure::prize_points:
    case GroupMeasure::column:
    case GroupMeasure::registered:
      break;
  }
  assert(false && "not a measure of a round");
  return std::nullopt;
}

Ratio GroupFigures::top_mean(std::uint32_t count, std::size_t round, GroupNo group) const {
  const std::vector<Points>& points = points_[round][group];
  Points sum;
  for (std::size_t i = 0; i < std::min<std::size_t>(count, points.size()); ++i) sum = sum + points[i];
  return Ratio(sum.units, Points::kOne) / whole(count);
}

std::optional<Ratio> GroupFigures::column(const std::string& name, GroupNo group) const {
  const std::optional<Decimal> value = parse_decimal(field_.groups.cell(group, name));
  if (!value) return std::nullopt;
  return Ratio(*value);
}

Ratio GroupFigures::prize_points(std::size_t term, GroupNo group) const {
  const auto found = prize_points_[term].find(group);
  return found == prize_points_[term].end() ? Ratio() : found->second;
}

}  // namespace quiz::ranking
