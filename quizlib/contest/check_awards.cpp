// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/check_parts.hpp>

#include <quizlib/base/nearest.hpp>
#include <quizlib/contest/closing_day.hpp>
#include <quizlib/contest/group_condition.hpp>

#include <algorithm>
#include <span>
#include <utility>

namespace quiz::contest {
namespace {

bool predicts(const Round& round) {
  return std::ranges::any_of(round.rules.values,
                             [](const RoundRules& rules) { return rules.prediction.has_value(); });
}

bool allows_one_attempt(const Round& round) {
  return std::ranges::all_of(round.rules.values,
                             [](const RoundRules& rules) { return rules.attempts.max == 1; });
}

/// An order of a list over some rounds: a prediction must be asked for, and a key by which nobody can differ
/// decides nothing, though the published rules say that it does.
void check_order(const Contest& contest, std::span<const RankingKey> order, std::span<const RoundNo> rounds,
                 Diagnostics& diagnostics) {
  const auto in = [&](auto test) {
    return [&contest, test](RoundNo round) { return test(contest.rounds[round]); };
  };
  for (const RankingKey& key : order) {
    if (key.key == Key::prediction && std::ranges::none_of(rounds, in(predicts)))
      diagnostics.error(key.place, Message("contest.prediction-missing"));
    if (key.key == Key::attempts && rounds.size() == 1 && std::ranges::all_of(rounds, in(allows_one_attempt)))
      diagnostics.warning(key.place, Message("contest.key-idle", {{"key", name(key.key)}}));
  }
}

/// Attempts are kept by what a sheet is, not by what its person is. What tracks share is said once.
void check_keep(const Round& round, Diagnostics& diagnostics) {
  const std::vector<RoundRules>& tracks = round.rules.values;
  for (auto rules = tracks.begin(); rules != tracks.end(); ++rules) {
    const auto is_same = [&](const RoundRules& earlier) { return earlier.attempts == rules->attempts; };
    if (std::any_of(tracks.begin(), rules, is_same)) continue;
    for (const RankingKey& key : rules->attempts.keys)
      if (key.key == Key::attempts || key.key == Key::registered || key.key == Key::rounds_at_max)
        diagnostics.warning(key.place, Message("contest.key-idle", {{"key", name(key.key)}}));
  }
}

class ColumnCheck {
 public:
  ColumnCheck(const roster::GroupTree& groups, Diagnostics& diagnostics)
      : known_(groups.columns()),
        diagnostics_(diagnostics) {}

  void need(std::string_view column, const Place& place) {
    if (std::ranges::find(known_, column) != known_.end()) return;
    diagnostics_.error(place, Message("contest.group-column-unknown",
                                      {{"column", column}, {"suggestion", nearest(column, known_)}}));
  }

  void need(const Condition& condition) {
    for (const Test& test : condition.tests) need(test.column, test.place);
  }

 private:
  std::vector<std::string_view> known_;
  Diagnostics& diagnostics_;
};

void check_columns(const Award& award, const roster::GroupTree& groups, Diagnostics& diagnostics) {
  ColumnCheck columns(groups, diagnostics);
  columns.need(award.where);
  for (const Block& block : award.blocks) columns.need(block.where);
  for (const GroupTerm& term : award.score)
    if (term.key.measure == GroupMeasure::column) columns.need(term.key.column, term.place);
  for (const GroupRankingKey& key : award.group_order)
    if (key.key.measure == GroupMeasure::column) columns.need(key.key.column, key.place);
}

/// Every group that an award is for belongs to just one of its blocks, as the groups are when a list ends.
class BlockCheck {
 public:
  BlockCheck(const Award& award, Diagnostics& diagnostics) : award_(award), diagnostics_(diagnostics) {}

  /// Groups that are not in force on any of the days that a list is of are in none.
  void list(const roster::GroupTree& groups, std::span<const Date> days) {
    const roster::GroupTree last = groups.on(days.back());
    for (GroupNo group = 0; group < last.size(); ++group) {
      const auto counts = [&](Date day) { return groups.in_force(group, day) == group; };
      if (last[group].level == award_.level && std::ranges::any_of(days, counts) &&
          fits(award_.where, last, group) == Fits::yes)
        check(last, group);
    }
  }

 private:
  void check(const roster::GroupTree& groups, GroupNo group) {
    const Block* first = nullptr;
    for (const Block& block : award_.blocks) {
      if (fits(block.where, groups, group) != Fits::yes) continue;
      if (first == nullptr) {
        first = &block;
        continue;
      }
      report(block.place,
             Message("contest.block-overlap",
                     {{"group", groups[group].code.text}, {"block", block.id}, {"earlier", first->id}}));
    }
    if (first == nullptr)
      report(award_.blocks.back().place,
             Message("contest.block-none", {{"group", groups[group].code.text}, {"award", award_.id.text}}));
  }

  /// What several lists have wrong is said once.
  void report(const Place& place, Message message) {
    const auto is_it = [&](const Diagnostic& known) {
      return known.place == place && known.message == message;
    };
    if (std::ranges::none_of(diagnostics_.kept(), is_it)) diagnostics_.error(place, std::move(message));
  }

  const Award& award_;
  Diagnostics& diagnostics_;
};

void check_blocks(const Contest& contest, const Award& award, const roster::GroupTree& groups,
                  Diagnostics& diagnostics) {
  if (award.blocks.empty()) return;
  std::vector<Date> days;
  for (const RoundNo round : award.rounds) days.push_back(closing_day(contest, contest.rounds[round]));
  BlockCheck check(award, diagnostics);
  if (!award.per_round) return check.list(groups, days);
  for (const Date& day : days) check.list(groups, std::span(&day, 1));
}

/// What an award would be of nobody for, as the groups are when its last list ends.
class ReachCheck {
 public:
  ReachCheck(const Award& award, const roster::GroupTree& groups, Date day, Diagnostics& diagnostics)
      : groups_(groups.on(day)),
        diagnostics_(diagnostics) {
    for (GroupNo group = 0; group < groups_.size(); ++group)
      if (groups_[group].level == award.level && groups_[group].valid_on(day) &&
          fits(award.where, groups_, group) == Fits::yes)
        listed_.push_back(group);
    if (listed_.empty() && !award.where.empty())
      diagnostics_.warning(award.place, Message("contest.award-nobody", {{"award", award.id.text}}));
  }

  void blocks(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      const auto belongs = [&](GroupNo group) { return fits(block.where, groups_, group) == Fits::yes; };
      if (!listed_.empty() && std::ranges::none_of(listed_, belongs))
        diagnostics_.warning(block.place, Message("contest.block-empty", {{"block", block.id}}));
    }
  }

  void number(const GroupKey& key, const Place& place) {
    if (key.measure != GroupMeasure::column) return;
    const auto lacks = std::ranges::count_if(
        listed_, [&](GroupNo group) { return !parse_decimal(groups_.cell(group, key.column)); });
    if (lacks != 0)
      diagnostics_.warning(place,
                           Message("contest.column-no-number", {{"column", key.column},
                                                                {"count", static_cast<std::int64_t>(lacks)},
                                                                {"groups", listed_.size()}}));
  }

 private:
  roster::GroupTree groups_;
  std::vector<GroupNo> listed_;
  Diagnostics& diagnostics_;
};

void check_reach(const Contest& contest, const Award& award, const roster::GroupTree& groups,
                 Diagnostics& diagnostics) {
  const Date day = closing_day(contest, contest.rounds[award.rounds.back()]);
  ReachCheck check(award, groups, day, diagnostics);
  check.blocks(award.blocks);
  for (const GroupTerm& term : award.score) check.number(term.key, term.place);
  for (const GroupRankingKey& key : award.group_order) check.number(key.key, key.place);
}

}  // namespace

void check_awards(const Contest& contest, const roster::GroupTree& groups, Diagnostics& diagnostics) {
  std::vector<RoundNo> all_rounds;
  for (RoundNo round = 0; round < contest.rounds.size(); ++round) {
    all_rounds.push_back(round);
    check_keep(contest.rounds[round], diagnostics);
  }
  check_order(contest, contest.order, all_rounds, diagnostics);
  for (const Award& award : contest.awards) {
    if (award.of == AwardOf::entrants) {
      if (award.order != contest.order) check_order(contest, award.order, award.rounds, diagnostics);
    } else if (!groups.groups().empty()) {
      const std::size_t errors = diagnostics.errors();
      check_columns(award, groups, diagnostics);
      check_blocks(contest, award, groups, diagnostics);
      if (diagnostics.errors() == errors) check_reach(contest, award, groups, diagnostics);
    }
  }
}

}  // namespace quiz::contest
