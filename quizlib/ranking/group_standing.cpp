// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/group_standing.hpp>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <utility>

namespace quiz::ranking {
namespace {

using contest::GroupKey;

Ratio whole(std::uint64_t number) { return Ratio(static_cast<std::int64_t>(number)); }

void add(GroupTally& to, const GroupTally& from) {
  to.counters.registered += from.counters.registered;
  to.counters.finished += from.counters.finished;
  to.counters.attempts += from.counters.attempts;
  to.counters.all_correct += from.counters.all_correct;
  to.total_points = to.total_points + from.total_points;
}

/// What one person is in its group's tally.
GroupTally tally_person(const Field& field, const Tally& tally, PersonNo person) {
  GroupTally result;
  for (RoundNo round = 0; round < field.contest.rounds.size(); ++round) {
    const SheetNo kept = tally.kept_sheet(round, person);
    if (kept == kNone) continue;
    result.counters.finished = 1;
    result.counters.attempts += tally.counted_sheets(round, person);
    if (field.sheets[kept].all_correct) result.counters.all_correct = 1;
    result.total_points = result.total_points + field.sheets[kept].points;
  }
  const bool on_the_list =
      !field.roster.open && barred_from(field, tally, person) != roster::Barred::from_enter;
  result.counters.registered = on_the_list || result.counters.finished != 0 ? 1 : 0;
  return result;
}

/// What the key `participation` is over: as the award's term says, where its score has one.
contest::Over over_of(const contest::Award* award) {
  if (award == nullptr) return contest::Over::headcount;
  const auto term = std::ranges::find(award->score, GroupKey::participation, &contest::GroupTerm::term);
  return term == award->score.end() ? contest::Over::headcount : term->over;
}

/// Works out the keys of one group.
class Keys {
 public:
  Keys(const roster::Group& group, const GroupTally& tally, const contest::Award* award)
      : group_(group),
        tally_(tally),
        award_(award) {}

  /// A key's value, neither capped nor weighted; nothing where the group has none.
  [[nodiscard]] std::optional<Ratio> operator()(GroupKey key) const {
    return key == GroupKey::score ? score() : plain(key, over_of(award_));
  }

  [[nodiscard]] bool has_score() const { return award_ != nullptr && !award_->score.empty(); }

  /// The sum of the award's terms; nothing without terms or where one has no value.
  [[nodiscard]] std::optional<Ratio> score() const {
    if (!has_score()) return std::nullopt;
    Ratio sum;
    for (const contest::GroupTerm& term : award_->score) {
      std::optional<Ratio> value = plain(term.term, term.over);
      if (!value) return std::nullopt;
      if (term.cap && *value > *term.cap) value = term.cap;
      sum = sum + *value * term.weight;
    }
    return sum;
  }

 private:
  [[nodiscard]] std::optional<Ratio> plain(GroupKey key, contest::Over over) const {
    switch (key) {
      case GroupKey::participation:
        return participation(group_, tally_, over);
      case GroupKey::finished:
        return whole(tally_.counters.finished);
      case GroupKey::mean_points:
        return tally_.mean_points();
      case GroupKey::total_points:
        return Ratio(tally_.total_points.units, Points::kOne);
      case GroupKey::attempts:
        return whole(tally_.counters.attempts);
      case GroupKey::all_correct:
        return whole(tally_.counters.all_correct);
      case GroupKey::registered:
        return whole(tally_.counters.registered);
      case GroupKey::score:
        break;
    }
    return std::nullopt;
  }

  const roster::Group& group_;
  const GroupTally& tally_;
  const contest::Award* award_;
};

std::vector<contest::GroupRankingKey> order_of(const contest::Award* award) {
  if (award != nullptr) return award->order;
  return {{GroupKey::mean_points, true}, {GroupKey::finished, true}};
}

/// A group on the way into its list.
struct Runner {
  GroupStanding standing;
  std::vector<Ratio> keys;  ///< beside the order; they say nothing where the group is unranked
};

Runner make_runner(GroupNo group, const Keys& keys, const GroupTally& tally,
                   const std::vector<contest::GroupRankingKey>& order) {
  Runner runner;
  runner.standing.group = group;
  if (tally.counters.finished == 0) {
    runner.standing.unranked = Unranked::nobody_finished;
    return runner;
  }
  // Where somebody finished only a participation can have no value.
  runner.standing.score = keys.score();
  if (keys.has_score() && !runner.standing.score) runner.standing.unranked = Unranked::no_headcount;
  for (const contest::GroupRankingKey& key : order) {
    const std::optional<Ratio> value = keys(key.key);
    if (!value) runner.standing.unranked = Unranked::no_headcount;
    runner.keys.push_back(value.value_or(Ratio()));
  }
  return runner;
}

/// Less: `a` is the better one.
std::strong_ordering compare(const Runner& a, const Runner& b,
                             const std::vector<contest::GroupRankingKey>& order) {
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::strong_ordering ascending = a.keys[i] <=> b.keys[i];
    if (ascending != 0) return order[i].descending ? 0 <=> ascending : ascending;
  }
  return std::strong_ordering::equal;
}

}  // namespace

std::optional<Ratio> GroupTally::mean_points() const {
  if (counters.finished == 0) return std::nullopt;
  return Ratio(total_points.units, Points::kOne) / whole(counters.finished);
}

std::vector<GroupTally> tally_groups(const Field& field, const Tally& tally) {
  std::vector<GroupTally> own(field.groups.size());
  for (PersonNo person = 0; person < tally.persons.size(); ++person) {
    const GroupNo group = field.roster.group[tally.persons.first(person)];
    if (group != kNone) add(own[group], tally_person(field, tally, person));
  }
  std::vector<GroupTally> whole_trees(own.size());
  for (GroupNo group = 0; group < own.size(); ++group) {
    for (GroupNo above = group; above != kNone; above = field.groups[above].parent)
      add(whole_trees[above], own[group]);
  }
  return whole_trees;
}

std::optional<Ratio> participation(const roster::Group& group, const GroupTally& tally, contest::Over over) {
  const std::uint64_t all =
      over == contest::Over::headcount ? group.headcount.value_or(0) : tally.counters.registered;
  if (all == 0) return std::nullopt;
  return Ratio(100) * whole(tally.counters.finished) / whole(all);
}

std::vector<GroupStanding> rank_groups(const Field& field, const std::vector<GroupTally>& tallies,
                                       std::string_view level, const contest::Award* award) {
  const std::vector<contest::GroupRankingKey> order = order_of(award);
  std::vector<Runner> runners;
  for (GroupNo group = 0; group < field.groups.size(); ++group) {
    if (field.groups[group].level != level) continue;
    const Keys keys(field.groups[group], tallies[group], award);
    runners.push_back(make_runner(group, keys, tallies[group], order));
  }
  std::vector<Runner*> sorted;  // a fraction is dear to move
  for (Runner& runner : runners) sorted.push_back(&runner);
  std::ranges::sort(sorted, [&](const Runner* a, const Runner* b) {
    const bool b_unranked = b->standing.unranked != Unranked::no;
    const bool a_unranked = a->standing.unranked != Unranked::no;
    if (a_unranked != b_unranked) return b_unranked;
    if (!a_unranked) {
      if (const auto by_keys = compare(*a, *b, order); by_keys != 0) return by_keys < 0;
    }
    return field.groups[a->standing.group].code < field.groups[b->standing.group].code;
  });
  std::vector<GroupStanding> standings;
  standings.reserve(runners.size());
  for (std::size_t at = 0; at < sorted.size(); ++at) {
    GroupStanding& standing = sorted[at]->standing;
    if (standing.unranked == Unranked::no) {
      const bool equal = at != 0 && compare(*sorted[at - 1], *sorted[at], order) == 0;
      standing.place = equal ? standings.back().place : static_cast<std::uint32_t>(at + 1);
    }
    standings.push_back(std::move(standing));
  }
  return standings;
}

}  // namespace quiz::ranking
