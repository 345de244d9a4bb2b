// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/check_parts.hpp>

#include <quizlib/base/nearest.hpp>
#include <quizlib/contest/closing_day.hpp>
#include <quizlib/roster/headcounts.hpp>
#include <quizlib/roster/persons.hpp>

#include <algorithm>
#include <set>

namespace quiz::contest {
namespace {

Place place(const Contest& contest, const roster::Group& group) {
  Place result;
  result.file = beside(contest, contest.groups_file);
  result.line = group.line;
  return result;
}

bool is_over_headcount(const GroupTerm& term) {
  return term.key.measure == GroupMeasure::participation && term.over == Over::headcount;
}

/// Whether an award's participation is over headcounts: by a term of its score, else as a key by itself.
bool needs_headcount(const Award& award) {
  const auto is_term = [](const GroupTerm& term) { return term.key.measure == GroupMeasure::participation; };
  const auto is_key = [](const GroupRankingKey& key) {
    return key.key.measure == GroupMeasure::participation;
  };
  const bool only_key =
      std::ranges::none_of(award.score, is_term) && std::ranges::any_of(award.group_order, is_key);
  return award.minimum.headcount > 0 || only_key || std::ranges::any_of(award.score, is_over_headcount);
}

/// The headcounts that awards ask for, as of a day on which a round closes.
class HeadcountCheck {
 public:
  HeadcountCheck(const Contest& contest, const roster::GroupTree& groups, Diagnostics& diagnostics)
      : contest_(contest),
        groups_(groups),
        diagnostics_(diagnostics),
        missing_(groups.size(), false),
        differs_(groups.size(), false) {
    for (const Award& award : contest.awards)
      if (needs_headcount(award)) levels_.insert(award.level);
  }

  void on(Date day) {
    std::vector<roster::Group> groups = groups_.on(day).groups();
    const roster::ChildrenSums sums = roster::add_headcounts(groups, day);
    for (GroupNo no = 0; no < groups.size(); ++no) {
      const roster::Group& group = groups[no];
      if (!group.valid_on(day)) continue;
      if (levels_.contains(group.level) && !group.headcount) missing(no);
      // Where groups are not dated this was found when they were read.
      if (groups_.is_dated() && sums[no] && *sums[no] != *group.headcount) differs(no, *sums[no], day);
    }
  }

 private:
  void missing(GroupNo no) {
    if (missing_[no]) return;
    missing_[no] = true;
    diagnostics_.warning(place(contest_, groups_[no]),
                         Message("contest.headcount-missing", {{"group", groups_[no].code.text}}));
  }

  void differs(GroupNo no, std::uint64_t sum, Date day) {
    if (differs_[no]) return;
    differs_[no] = true;
    diagnostics_.warning(place(contest_, groups_[no]),
                         Message("contest.headcount-differs", {{"group", groups_[no].code.text},
                                                               {"headcount", *groups_[no].headcount},
                                                               {"sum", sum},
                                                               {"day", format_date(day)}}));
  }

  const Contest& contest_;
  const roster::GroupTree& groups_;
  Diagnostics& diagnostics_;
  std::set<std::string_view> levels_;
  std::vector<bool> missing_;  ///< found already, by group
  std::vector<bool> differs_;
};

void check_headcounts(const Contest& contest, const roster::GroupTree& groups, Diagnostics& diagnostics) {
  std::set<Date> days;
  for (const Round& round : contest.rounds) days.insert(closing_day(contest, round));
  HeadcountCheck check(contest, groups, diagnostics);
  for (const Date day : days) check.on(day);
}

/// A child is of the level of its parent or of one below it.
void check_level_order(const Contest& contest, const roster::GroupTree& groups, Diagnostics& diagnostics) {
  const auto depth = [&contest](const std::string& level) {
    return std::ranges::find(contest.levels, level) - contest.levels.begin();
  };
  for (const roster::Group& group : groups.groups()) {
    if (group.parent == kNone) continue;
    const roster::Group& parent = groups[group.parent];
    // An unknown level is deeper than all; a parent that has one is a finding by itself.
    const auto above = depth(parent.level);
    if (above < std::ssize(contest.levels) && depth(group.level) < above)
      diagnostics.warning(place(contest, group),
                          Message("contest.group-above-parent", {{"group", group.code.text},
                                                                 {"level", group.level},
                                                                 {"parent", parent.code.text},
                                                                 {"parent_level", parent.level}}));
  }
}

void check_levels(const Contest& contest, const roster::GroupTree& groups, Diagnostics& diagnostics) {
  const std::vector<std::string_view> known(contest.levels.begin(), contest.levels.end());
  std::set<std::string_view> used;
  for (const roster::Group& group : groups.groups()) {
    used.insert(group.level);
    if (std::ranges::find(known, group.level) == known.end())
      diagnostics.warning(place(contest, group), Message("contest.group-level-unknown",
                                                         {{"group", group.code.text},
                                                          {"level", group.level},
                                                          {"suggestion", nearest(group.level, known)}}));
  }
  for (std::size_t i = 0; i < known.size(); ++i)
    if (!used.contains(known[i]))
      diagnostics.error(contest.places.levels[i], Message("contest.level-empty", {{"level", known[i]}}));
}

/// How many entrants are in each group.
std::vector<std::uint64_t> members(const roster::GroupTree& groups, const roster::Roster& roster) {
  std::vector<std::uint64_t> counts(groups.size());
  for (EntrantNo entrant = 0; entrant < roster.size(); ++entrant)
    for (const GroupNo group : roster.groups_of(entrant)) ++counts[group];
  return counts;
}

/// How many persons belong to each group and to those below it on a day.
std::vector<std::uint64_t> people(const Contest& contest, const roster::GroupTree& groups,
                                  const roster::Roster& roster, Date day) {
  const roster::Persons persons = roster::merge_registrations(roster, contest.person, {}, {});
  std::vector<std::uint64_t> own(groups.size());
  for (PersonNo person = 0; person < persons.size(); ++person)
    for (const GroupNo group : roster.groups_of(persons.first(person))) ++own[group];
  std::vector<std::uint64_t> all(groups.size());
  for (GroupNo group = 0; group < groups.size(); ++group)
    if (own[group] != 0)
      for (const GroupNo above : groups.lineage(group, day)) all[above] += own[group];
  return all;
}

/// A headcount is of everybody: who registered is among them.
void check_registered(const Contest& contest, const roster::GroupTree& groups, const roster::Roster& roster,
                      Diagnostics& diagnostics) {
  const Date day = closing_day(contest, contest.rounds.back());
  const roster::GroupTree then = groups.on(day);
  const std::vector<std::uint64_t> registered = people(contest, groups, roster, day);
  for (GroupNo group = 0; group < then.size(); ++group)
    if (then[group].headcount && *then[group].headcount != 0 && *then[group].headcount < registered[group])
      diagnostics.warning(place(contest, then[group]),
                          Message("contest.headcount-below", {{"group", then[group].code.text},
                                                              {"headcount", *then[group].headcount},
                                                              {"registered", registered[group]}}));
}

}  // namespace

void check_groups(const Contest& contest, const roster::GroupTree& groups, Diagnostics& diagnostics) {
  check_levels(contest, groups, diagnostics);
  check_level_order(contest, groups, diagnostics);
  check_headcounts(contest, groups, diagnostics);
}

void check_members(const Contest& contest, const roster::GroupTree& groups, const roster::Roster& roster,
                   Diagnostics& diagnostics) {
  check_registered(contest, groups, roster, diagnostics);
  if (!groups.is_dated()) return;
  const std::vector<std::uint64_t> counts = members(groups, roster);
  for (GroupNo group = 0; group < groups.size(); ++group) {
    if (counts[group] == 0) continue;
    for (const Round& round : contest.rounds) {
      const Date day = closing_day(contest, round);
      if (groups.in_force(group, day) != kNone) continue;
      diagnostics.warning(place(contest, groups[group]),
                          Message("contest.group-not-in-force", {{"count", counts[group]},
                                                                 {"group", groups[group].code.text},
                                                                 {"day", format_date(day)},
                                                                 {"round", round.id.text}}));
    }
  }
}

}  // namespace quiz::contest
