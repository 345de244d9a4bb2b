// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/group_standing.hpp>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <utility>

namespace quiz::ranking {
namespace {

using contest::GroupMeasure;
using contest::GroupRankingKey;

/// A group on the way into its list.
struct Runner {
  GroupStanding standing;
  std::vector<Ratio> keys;  ///< beside the order; they say nothing where the group is unranked
};

/// Why a group that somebody finished in has no value by a measure.
Unranked reason(GroupMeasure measure) {
  return measure == GroupMeasure::column ? Unranked::no_number : Unranked::no_headcount;
}

/// Why a group has no score.
Unranked reason(const GroupFigures& figures, const contest::Award& award, GroupNo group) {
  const auto lacks_number = [&](const contest::GroupTerm& term) {
    return term.key.measure == GroupMeasure::column && !figures.measure(term.key, group);
  };
  return std::ranges::any_of(award.score, lacks_number) ? Unranked::no_number : Unranked::no_headcount;
}

Runner make_runner(GroupNo group, const GroupFigures& figures, const contest::Award* award) {
  Runner runner;
  runner.standing.group = group;
  runner.standing.counts = figures.counts(group);
  runner.standing.headcount = figures.headcount(group);
  if (figures.counts(group).counters.finished == 0) {
    runner.standing.unranked = Unranked::nobody_finished;
    return runner;
  }
  if (award == nullptr) {
    runner.keys = {figures.counts(group).mean_points().value_or(Ratio()),
                   Ratio(static_cast<std::int64_t>(figures.counts(group).counters.finished))};
    return runner;
  }
  runner.standing.score = figures.score(group);
  if (!award->score.empty() && !runner.standing.score)
    runner.standing.unranked = reason(figures, *award, group);
  for (const GroupRankingKey& key : award->group_order) {
    const bool is_score = key.key.measure == GroupMeasure::score;
    std::optional<Ratio> value = is_score ? runner.standing.score : figures.measure(key.key, group);
    if (!value && !is_score) runner.standing.unranked = reason(key.key.measure);
    runner.keys.push_back(value.value_or(Ratio()));
  }
  return runner;
}

/// Less: `a` is the better one. Without an award more is better by all keys.
std::strong_ordering compare(const Runner& a, const Runner& b, const contest::Award* award) {
  for (std::size_t i = 0; i < a.keys.size(); ++i) {
    const std::strong_ordering ascending = a.keys[i] <=> b.keys[i];
    const bool descending = award == nullptr || award->group_order[i].descending;
    if (ascending != 0) return descending ? 0 <=> ascending : ascending;
  }
  return std::strong_ordering::equal;
}

}  // namespace

std::vector<GroupNo> groups_of_level(const Field& field, const Membership& membership,
                                     std::span<const RoundNo> rounds, std::string_view level) {
  std::vector<GroupNo> result;
  for (GroupNo group = 0; group < field.groups.size(); ++group) {
    const auto counts = [&](RoundNo round) { return membership.is_in_force(group, round); };
    if (field.groups[group].level == level && std::ranges::any_of(rounds, counts)) result.push_back(group);
  }
  return result;
}

std::vector<GroupStanding> rank_groups(const Field& field, const GroupFigures& figures,
                                       std::span<const GroupNo> listed, const contest::Award* award) {
  std::vector<Runner> runners;
  runners.reserve(listed.size());
  for (const GroupNo group : listed) runners.push_back(make_runner(group, figures, award));
  std::vector<Runner*> sorted;  // a fraction is dear to move
  for (Runner& runner : runners) sorted.push_back(&runner);
  std::ranges::sort(sorted, [&](const Runner* a, const Runner* b) {
    const bool b_unranked = b->standing.unranked != Unranked::no;
    const bool a_unranked = a->standing.unranked != Unranked::no;
    if (a_unranked != b_unranked) return b_unranked;
    if (!a_unranked) {
      if (const auto by_keys = compare(*a, *b, award); by_keys != 0) return by_keys < 0;
    }
    return field.groups[a->standing.group].code < field.groups[b->standing.group].code;
  });
  std::vector<GroupStanding> standings;
  standings.reserve(runners.size());
  for (std::size_t at = 0; at < sorted.size(); ++at) {
    GroupStanding& standing = sorted[at]->standing;
    if (standing.unranked == Unranked::no) {
      const bool equal = at != 0 && compare(*sorted[at - 1], *sorted[at], award) == 0;
      standing.place = equal ? standings.back().place : static_cast<std::uint32_t>(at + 1);
    }
    standings.push_back(std::move(standing));
  }
  return standings;
}

}  // namespace quiz::ranking
