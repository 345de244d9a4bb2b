// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/check.hpp>

#include <quizlib/contest/check_parts.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>

namespace quiz::contest {
namespace {

void check_times(const Contest& contest, Diagnostics& diagnostics) {
  const auto too_long = [](const RoundRules& rules) {
    return rules.time_limit && *rules.time_limit > rules.window.closes - rules.window.opens;
  };
  for (const Round& round : contest.rounds)
    if (std::ranges::any_of(round.rules.values, too_long))
      diagnostics.warning(round.place, Message("contest.time-limit-long", {{"round", round.id.text}}));
}

}  // namespace

std::string beside(const Contest& contest, const std::string& file) {
  return (std::filesystem::path(contest.file).parent_path() / file).native();
}

void check(const Contest& contest, const Items& items, const roster::GroupTree& groups,
           const roster::Roster* roster, Diagnostics& diagnostics) {
  check_times(contest, diagnostics);
  const std::size_t errors_before = diagnostics.errors();
  check_papers(contest, items, diagnostics);
  if (diagnostics.errors() == errors_before) check_prizes(contest, items, diagnostics);
  check_groups(contest, groups, diagnostics);
  check_awards(contest, groups, diagnostics);
  if (roster != nullptr) {
    check_members(contest, groups, *roster, diagnostics);
    check_roster(contest, *roster, diagnostics);
  }
  check_languages(contest, items, diagnostics);
}

}  // namespace quiz::contest
