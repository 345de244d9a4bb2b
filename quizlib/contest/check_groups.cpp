// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/check_parts.hpp>

#include <quizlib/base/nearest.hpp>

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
  return term.term == GroupKey::participation && term.over == Over::headcount;
}

/// Whether an award's participation is over headcounts: by a term of its score, else as a key by itself.
bool needs_headcount(const Award& award) {
  const auto is_term = [](const GroupTerm& term) { return term.term == GroupKey::participation; };
  const auto is_key = [](const GroupRankingKey& key) { return key.key == GroupKey::participation; };
  const bool only_key =
      std::ranges::none_of(award.score, is_term) && std::ranges::any_of(award.order, is_key);
  return award.minimum_headcount > 0 || only_key || std::ranges::any_of(award.score, is_over_headcount);
}

void check_headcounts(const Contest& contest, const roster::GroupTree& groups, Diagnostics& diagnostics) {
  std::set<std::string_view> levels;
  for (const Award& award : contest.awards)
    if (needs_headcount(award)) levels.insert(award.level);
  for (const roster::Group& group : groups.groups())
    if (levels.contains(group.level) && group.headcount.value_or(0) == 0)
      diagnostics.warning(place(contest, group),
                          Message("contest.headcount-missing", {{"group", group.code.text}}));
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

}  // namespace

void check_groups(const Contest& contest, const roster::GroupTree& groups, Diagnostics& diagnostics) {
  check_levels(contest, groups, diagnostics);
  check_headcounts(contest, groups, diagnostics);
}

}  // namespace quiz::contest
