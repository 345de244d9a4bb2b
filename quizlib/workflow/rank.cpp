// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/lists.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/ranking/group_standing.hpp>
#include <quizlib/ranking/standing.hpp>
#include <quizlib/text/collation.hpp>
#include <quizlib/text/unicode.hpp>
#include <quizlib/workflow/people.hpp>
#include <quizlib/workflow/published.hpp>

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Cell;
using report::Kind;

RoundNo chosen_round(const contest::Contest& contest, const std::string& round) {
  if (round.empty()) return 0;
  const RoundNo no = contest.find_round(round);
  if (no == kNone) throw Error(ErrorKind::not_found, Message("round.unknown", {{"round", round}}));
  return no;
}

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
report::Table person_table(const std::shared_ptr<const Results>& results,
                           std::vector<ranking::Standing> standings, RoundNo round) {
  return {"rows", person_columns(),
          [results, round, standings = std::move(standings)](const report::RowSink& sink) {
            for (const ranking::Standing& standing : standings) {
              sink(person_row(*results, standing, results->actuals()[round]));
            }
          }};
}

Cell decimal_cell(const std::optional<Ratio>& value) {
  return value ? Cell(format_ratio(*value, 2)) : Cell();
}

std::int64_t count(std::uint64_t value) { return static_cast<std::int64_t>(value); }

std::vector<Cell> group_row(const Results& results, const ranking::GroupStanding& standing,
                            const ranking::GroupTally& tally) {
  const roster::Group& group = results.field().groups[standing.group];
  return {standing.place == 0 ? Cell() : Cell(std::int64_t{standing.place}),
          group.code.text,
          group.name,
          group.level,
          text_cell(group.kind),
          group.headcount ? Cell(count(*group.headcount)) : Cell(),
          count(tally.counters.registered),
          count(tally.counters.finished),
          count(tally.counters.attempts),
          count(tally.counters.all_correct),
          format_points(tally.total_points),
          decimal_cell(tally.mean_points()),
          decimal_cell(ranking::participation(group, tally, contest::Over::headcount)),
          decimal_cell(standing.score)};
}

std::vector<report::Column> group_columns() {
  return {{"place", Kind::count},
          {"group"},
          {"name"},
          {"level"},
          {"kind"},
          {"headcount", Kind::count},
          {"registered", Kind::count},
          {"finished", Kind::count},
          {"attempts", Kind::count},
          {"all_correct", Kind::count},
          {"total_points", Kind::decimal},
          {"mean_points", Kind::decimal},
          {"participation", Kind::decimal},
          {"score", Kind::decimal}};
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

}  // namespace

report::Document rank_entrants(const std::shared_ptr<const Results>& results, const RankRequest& request) {
  const RoundNo round = chosen_round(results->contest(), request.round);
  ranking::Scope scope{round, std::nullopt};
  if (!request.track.empty()) {
    scope.track = results->contest().find_track(request.track);
    if (scope.track == kNone)
      throw Error(ErrorKind::not_found, Message("track.unknown", {{"track", request.track}}));
  }
  const std::size_t top = request.top ? std::max<std::size_t>(*request.top, 1) : ranking::kWholeList;
  auto standings = ranking::rank(results->field(), results->tally(), scope, results->actuals()[round], top);
  report::Document document = results->document("rank");
  cut(document, standings, request.top);
  document.rows = person_table(results, std::move(standings), round);
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
  const auto tallies = std::make_shared<const std::vector<ranking::GroupTally>>(
      ranking::tally_groups(results->field(), results->tally()));
  auto standings = ranking::rank_groups(results->field(), *tallies, chosen.level, award);
  report::Document document = results->document("rank-groups");
  cut(document, standings, request.top);
  document.rows = {"rows", group_columns(),
                   [results, tallies, standings = std::move(standings)](const report::RowSink& sink) {
                     for (const ranking::GroupStanding& standing : standings) {
                       sink(group_row(*results, standing, (*tallies)[standing.group]));
                     }
                   }};
  return document;
}

report::Document participation(const std::shared_ptr<const Results>& results, text::Language language) {
  const roster::GroupTree& groups = results->field().groups;
  const std::vector<ranking::GroupTally> tallies = ranking::tally_groups(results->field(), results->tally());
  const auto& levels = results->contest().levels;
  const text::Collator collator(language);
  std::vector<std::tuple<std::ptrdiff_t, std::string, std::string, GroupNo>> order;
  for (GroupNo no = 0; no < groups.size(); ++no) {
    order.emplace_back(std::ranges::find(levels, groups[no].level) - levels.begin(),
                       collator.key(groups[no].name), groups[no].code.text, no);
  }
  std::ranges::sort(order);
  std::vector<std::vector<Cell>> rows;
  for (const auto& [level, name, code, no] : order) {
    ranking::GroupStanding standing;
    standing.group = no;
    std::vector<Cell> row = group_row(*results, standing, tallies[no]);
    row.erase(row.begin());
    row.pop_back();
    rows.push_back(std::move(row));
  }
  std::vector<report::Column> columns = group_columns();
  columns.erase(columns.begin());
  columns.pop_back();
  report::Document document = results->document("participation");
  document.rows = report::table("rows", std::move(columns), std::move(rows));
  return document;
}

report::Document standings(const std::shared_ptr<const Results>& results) {
  const contest::Contest& contest = results->contest();
  std::vector<std::string> names = contest.publish.columns;
  if (names.empty()) {
    for (const report::Column& column : person_columns()) names.push_back(column.name);
  }
  if (contest.has_tracks() && std::ranges::find(names, "track") == names.end()) {
    names.insert(names.begin(), "track");
  }
  std::vector<PublishedColumn> published = published_columns(contest, names);
  std::vector<report::Column> columns;
  for (const PublishedColumn& column : published) columns.push_back(column.column);

  std::vector<std::pair<RoundNo, std::vector<ranking::Standing>>> lists;
  for (RoundNo round = 0; round < contest.rounds.size(); ++round) {
    for (TrackNo track = 0; track < contest.tracks.size(); ++track) {
      lists.emplace_back(round, ranking::rank(results->field(), results->tally(), {round, track},
                                              results->actuals()[round]));
    }
  }
  report::Document document = results->document("standings");
  document.rows = {
      "rows", std::move(columns),
      [results, published = std::move(published), lists = std::move(lists)](const report::RowSink& sink) {
        for (const auto& [round, standings] : lists) {
          for (const ranking::Standing& standing : standings) {
            sink(published_row(*results, published, standing, results->actuals()[round]));
          }
        }
      }};
  return document;
}

}  // namespace quiz::workflow
