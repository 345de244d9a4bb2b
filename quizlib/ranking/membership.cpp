// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/membership.hpp>

#include <quizlib/contest/closing_day.hpp>

#include <algorithm>
#include <utility>

namespace quiz::ranking {
namespace {

/// Whether everybody counts in the same groups on both days.
bool same_above(const roster::GroupTree& a, const roster::GroupTree& b) {
  return std::ranges::equal(a.groups(), b.groups(), {}, &roster::Group::parent, &roster::Group::parent);
}

}  // namespace

Membership::Membership(const Field& field) : field_(field) {
  for (RoundNo round = 0; round < field.contest.rounds.size(); ++round) {
    const Date date = contest::closing_day(field.contest, field.contest.rounds[round]);
    Day day{field.groups.on(date), {}};
    for (GroupNo group = 0; group < field.groups.size(); ++group)
      day.in_force.push_back(field.groups.in_force(group, date));
    const auto known = std::ranges::find_if(days_, [&](const Day& other) {
      return other.in_force == day.in_force && same_above(other.groups, day.groups);
    });
    day_of_.push_back(static_cast<std::size_t>(known - days_.begin()));
    if (known == days_.end()) days_.push_back(std::move(day));
  }
}

std::vector<GroupNo> Membership::groups_of(const Tally& tally, PersonNo person, RoundNo round) const {
  std::vector<GroupNo> result;
  for (const GroupNo own : field_.roster.groups_of(tally.persons.first(person)))
    for (const GroupNo group : chain(own, round))
      if (std::ranges::find(result, group) == result.end()) result.push_back(group);
  return result;
}

std::vector<GroupNo> Membership::chain(GroupNo group, RoundNo round) const {
  const Day& day = days_[day_of_[round]];
  std::vector<GroupNo> result;
  // Where nobody came after it, only what is above counts.
  GroupNo next = day.in_force[group] != kNone ? day.in_force[group] : day.groups[group].parent;
  for (; next != kNone; next = day.groups[next].parent) result.push_back(next);
  return result;
}

bool Membership::is_constant(std::span<const RoundNo> rounds) const {
  return std::ranges::all_of(rounds,
                             [&](RoundNo round) { return day_of_[round] == day_of_[rounds.front()]; });
}

}  // namespace quiz::ranking
