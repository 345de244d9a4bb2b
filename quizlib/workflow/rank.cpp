// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/lists.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/ranking/group_standing.hpp>
#include <quizlib/ranking/standing.hpp>
#include <quizlib/workflow/awards.hpp>
#include <quizlib/workflow/chosen.hpp>
#include <quizlib/workflow/group_lines.hpp>
#include <quizlib/workflow/people.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Cell;
using report::Kind;

/// Cut `rows` to the first `top` and say how many equals of the last one are beyond the cut.
template <class Row>
void cut(report::Document& document, std::vector<Row>& rows, std::optional<std::size_t> top) {
  if (!top) return;
  std::int64_t equals = 0;
  for (std::size_t i = *top; *top > 0 && i < rows.size() && rows[i].place == rows[*top - 1].place; ++i) {
    equals += rows[i].place == 0 ? 0 : 1;
  }
  if (rows.size() > *top) rows.resize(*top);
  document.numbers.emplace_back("cut_equals", equals);
  if (equals > 0) document.notes.emplace_back("rank.cut-equals", std::vector<Argument>{{"count", equals}});
}

/// Rows of persons, made as they are asked for.
report::Table person_table(const std::shared_ptr<const Results>& results, ranking::ListRules rules,
                           std::vector<ranking::Standing> standings) {
  return {"rows", person_columns(results->contest()),
          [results, rules = std::move(rules), standings = std::move(standings)](const report::RowSink& sink) {
            for (const ranking::Standing& standing : standings) sink(person_row(*results, rules, standing));
          }};
}

/// The award whose score a list of groups shows: the one asked for, else the only one of the level.
const contest::Award* scoring_award(const contest::Contest& contest, const RankRequest& request) {
  const contest::Award* found = nullptr;
  for (const contest::Award& award : contest.awards) {
    if (award.of != contest::AwardOf::groups) continue;
    if (!request.award.empty() && award.id.text == request.award) return &award;
    if (request.award.empty() && award.level == request.level) {
      if (found != nullptr) return nullptr;
      found = &award;
    }
  }
  if (!request.award.empty())
    throw Error(ErrorKind::not_found, Message("award.unknown", {{"award", request.award}}));
  return found;
}

/// The seats that an award's prize points are for.
std::vector<ranking::HeldSeat> seats_that_count(const Results& results, const contest::Award* award) {
  const auto is_prize_points = [](const contest::GroupTerm& term) {
    return term.key.measure == contest::GroupMeasure::prize_points;
  };
  if (award == nullptr || std::ranges::none_of(award->score, is_prize_points)) return {};
  const Awards awards = compute_awards(results, results.contest().languages.front());
  return ranking::held_seats(results.contest(), awards.result);
}

}  // namespace

report::Document rank_entrants(const std::shared_ptr<const Results>& results, const RankRequest& request) {
  const contest::Contest& contest = results->contest();
  ranking::ListRules rules = ranking::list_of(contest, chosen_scope(contest, request.round, request.track));
  const std::size_t top = request.top ? std::max<std::size_t>(*request.top, 1) : ranking::kWholeList;
  auto standings = ranking::rank(results->field(), results->tally(), results->actuals(), rules, top);
  report::Document document = results->document("rank");
  cut(document, standings, request.top);
  document.rows = person_table(results, std::move(rules), std::move(standings));
  return document;
}

report::Document rank_groups(const std::shared_ptr<const Results>& results, const RankRequest& request) {
  const contest::Contest& contest = results->contest();
  RankRequest chosen = request;
  const contest::Award* award = scoring_award(contest, request);
  if (chosen.level.empty() && award != nullptr) chosen.level = award->level;
  if (award != nullptr && award->level != chosen.level) {
    throw Error(ErrorKind::usage,
                Message("rank.award-of-other-level", {{"award", award->id.text}, {"level", award->level}}));
  }
  if (chosen.level.empty()) throw Error(ErrorKind::usage, Message("rank.level-missing"));
  if (std::ranges::find(contest.levels, chosen.level) == contest.levels.end()) {
    throw Error(ErrorKind::not_found, Message("level.unknown", {{"level", chosen.level}}));
  }
  ranking::Scope scope = chosen_scope(contest, request.round, request.track);
  if (award != nullptr) {
    if (request.round.empty()) scope.rounds = award->rounds;
    if (request.track.empty()) scope.tracks = award->tracks;
  }
  const ranking::Field& field = results->field();
  const std::vector<ranking::HeldSeat> seats = seats_that_count(*results, award);
  const ranking::GroupFigures figures(field, results->tally(), results->membership(), scope, award, seats);
  auto standings = ranking::rank_groups(
      field, figures, ranking::groups_of_level(field, results->membership(), scope.rounds, chosen.level),
      award);
  report::Document document = results->document("rank-groups");
  cut(document, standings, request.top);
  document.rows = {"rows", group_columns(),
                   [results, standings = std::move(standings)](const report::RowSink& sink) {
                     for (const ranking::GroupStanding& standing : standings)
                       sink(group_row(*results, standing));
                   }};
  return document;
}

}  // namespace quiz::workflow
