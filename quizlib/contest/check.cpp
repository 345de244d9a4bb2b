// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/check.hpp>

#include <quizlib/contest/check_parts.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>

namespace quiz::contest {
namespace {

void check_times(const Contest& contest, Diagnostics& diagnostics) {
  for (const Round& round : contest.rounds) {
    if (!round.time_limit || *round.time_limit <= round.window.closes - round.window.opens) continue;
    diagnostics.warning(round.place, Message("contest.time-limit-long", {{"round", round.id.text}}));
  }
}

/// A key by which nobody can differ decides nothing, though the published rules say that it does.
void check_keys(const Contest& contest, Diagnostics& diagnostics) {
  const bool one_attempt =
      std::ranges::all_of(contest.rounds, [](const Round& round) { return round.attempts.max == 1; });
  for (const RankingKey& key : contest.order)
    if (key.key == Key::attempts && one_attempt && contest.rounds.size() == 1)
      diagnostics.warning(key.place, Message("contest.key-idle", {{"key", name(key.key)}}));
}

}  // namespace

std::string beside(const Contest& contest, const std::string& file) {
  return (std::filesystem::path(contest.file).parent_path() / file).native();
}

void check(const Contest& contest, const Items& items, const roster::GroupTree& groups,
           const roster::Roster* roster, Diagnostics& diagnostics) {
  check_times(contest, diagnostics);
  check_keys(contest, diagnostics);
  const std::size_t errors_before = diagnostics.errors();
  check_papers(contest, items, diagnostics);
  if (diagnostics.errors() == errors_before) check_prizes(contest, items, diagnostics);
  check_groups(contest, groups, diagnostics);
  if (roster != nullptr) check_roster(contest, *roster, diagnostics);
  check_languages(contest, items, diagnostics);
}

}  // namespace quiz::contest
