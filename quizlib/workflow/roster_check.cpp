// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/roster_check.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/contest/placement.hpp>
#include <quizlib/workflow/contest_folder.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Cell;
using report::Kind;

/// The registrations of one track, or of none.
struct Count {
  std::int64_t registrations = 0;
  std::int64_t without_group = 0;
  std::int64_t may_not_enter = 0;
  std::int64_t may_not_win = 0;
};

/// One a track, then those in none.
std::vector<Count> count(const ContestFolder& folder) {
  const roster::Roster& roster = *folder.roster;
  const std::size_t tracks = folder.contest.tracks.size();
  std::vector<Count> counts(tracks + 1);
  const auto placements = contest::place_entrants(folder.contest, roster, folder.exclusions);
  for (EntrantNo entrant = 0; entrant < roster.size(); ++entrant) {
    const contest::Placement& placement = placements[entrant];
    Count& count = counts[placement.track == kNone ? tracks : placement.track];
    ++count.registrations;
    if (roster.group[entrant] == kNone) ++count.without_group;
    if (placement.barred_from() == roster::Barred::from_enter) ++count.may_not_enter;
    if (placement.barred_from() == roster::Barred::from_win) ++count.may_not_win;
  }
  return counts;
}

std::vector<Cell> row(Cell track, Cell title, const Count& count) {
  return {std::move(track),    std::move(title),    count.registrations,
          count.without_group, count.may_not_enter, count.may_not_win};
}

}  // namespace

std::optional<report::Document> check_roster(const std::filesystem::path& start, text::Language language,
                                             Diagnostics& diagnostics) {
  const auto folder = load_contest(start, {.roster = true}, diagnostics);
  if (!folder) return std::nullopt;
  const contest::Contest& contest = folder->contest;
  if (!folder->roster) throw Error(ErrorKind::failed, Message("roster.open", {{"file", contest.file}}));

  const std::vector<Count> counts = count(*folder);
  std::vector<std::vector<Cell>> rows;
  for (std::size_t i = 0; i < contest.tracks.size(); ++i) {
    const contest::Track& track = contest.tracks[i];
    rows.push_back(row(track.id.text, std::string(track.title.in(language)), counts[i]));
  }
  if (counts.back().registrations != 0) rows.push_back(row({}, {}, counts.back()));

  report::Document document;
  document.name = "roster";
  document.contest = contest.id;
  document.title = contest.title;
  document.rows = report::table("rows",
                                {{"track"},
                                 {"name"},
                                 {"registrations", Kind::count},
                                 {"without_group", Kind::count},
                                 {"may_not_enter", Kind::count},
                                 {"may_not_win", Kind::count}},
                                std::move(rows));
  document.numbers = {{"groups", static_cast<std::int64_t>(folder->groups.size())}};
  return document;
}

}  // namespace quiz::workflow
