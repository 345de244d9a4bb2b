// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/lists.hpp>

#include <quizlib/ranking/standing.hpp>
#include <quizlib/workflow/chosen.hpp>
#include <quizlib/workflow/people.hpp>
#include <quizlib/workflow/published.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Cell;

/// A list for every round and track, and where there are several rounds one over all of them for every track.
std::vector<ranking::ListRules> lists_of_standings(const contest::Contest& contest, const ReportScope& of) {
  const ranking::Scope scope = chosen_scope(contest, of.round, of.track);
  std::vector<ranking::ListRules> lists;
  const auto add = [&](const std::vector<RoundNo>& rounds) {
    for (const TrackNo track : scope.tracks) lists.push_back(ranking::list_of(contest, {rounds, {track}}));
  };
  for (const RoundNo round : scope.rounds) add({round});
  if (scope.rounds.size() > 1) add(scope.rounds);
  return lists;
}

const std::string& round_id(const Results& results, const ranking::ListRules& rules) {
  return results.contest().rounds[rules.scope.rounds.front()].id.text;
}

}  // namespace

report::Document standings(const std::shared_ptr<const Results>& results, const ReportScope& scope) {
  const contest::Contest& contest = results->contest();
  const bool several_rounds = contest.rounds.size() > 1;
  std::vector<std::string> names = contest.publish.columns;
  if (names.empty()) {
    for (const report::Column& column : person_columns(contest)) names.push_back(column.name);
  }
  if (contest.has_tracks() && std::ranges::find(names, "track") == names.end()) {
    names.insert(names.begin(), "track");
  }
  std::vector<PublishedColumn> published = published_columns(contest, names);
  std::vector<report::Column> columns;
  if (several_rounds) columns.push_back({"round"});
  for (const PublishedColumn& column : published) columns.push_back(column.column);

  std::vector<std::pair<ranking::ListRules, std::vector<ranking::Standing>>> lists;
  for (ranking::ListRules& rules : lists_of_standings(contest, scope)) {
    auto standings = ranking::rank(results->field(), results->tally(), results->actuals(), rules);
    lists.emplace_back(std::move(rules), std::move(standings));
  }
  report::Document document = results->document("standings");
  document.rows = {"rows", std::move(columns),
                   [results, several_rounds, published = std::move(published),
                    lists = std::move(lists)](const report::RowSink& sink) {
                     for (const auto& [rules, standings] : lists) {
                       const bool of_round = rules.scope.rounds.size() == 1;
                       for (const ranking::Standing& standing : standings) {
                         std::vector<Cell> row = published_row(*results, published, rules, standing);
                         if (several_rounds)
                           row.insert(row.begin(), of_round ? text_cell(round_id(*results, rules)) : Cell());
                         sink(row);
                       }
                     }
                   }};
  return document;
}

}  // namespace quiz::workflow
