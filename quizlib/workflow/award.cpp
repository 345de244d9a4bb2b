// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/lists.hpp>

#include <quizlib/workflow/awards.hpp>
#include <quizlib/workflow/people.hpp>

#include <string>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Cell;
using report::Kind;
using Row = std::vector<Cell>;

/// award, track, round, block: what every table of awards begins with.
Row head(const Awards& awards, std::uint32_t list_no) {
  const ranking::AwardList& in = awards.list(list_no);
  const contest::Contest& contest = awards.results.contest();
  return {awards.award(list_no).id.text, in.track ? text_cell(contest.tracks[*in.track].id.text) : Cell(),
          in.round ? Cell(contest.rounds[*in.round].id.text) : Cell(), Cell()};
}

/// entrant, name, group, points, prediction_distance, duration_ms, submitted_at, score of a seat's holder.
Row winner(const Awards& awards, const ranking::Seat& seat) {
  const ranking::AwardList& list = awards.list(seat.list);
  if (awards.of_groups(seat.list)) {
    const ranking::GroupStanding& standing = list.groups[seat.rank];
    const roster::Group& group = awards.results.field().groups[standing.group];
    return {Cell(),          group.name,
            group.code.text, Cell(),
            Cell(),          Cell(),
            Cell(),          standing.score ? Cell(format_ratio(*standing.score, 2)) : Cell()};
  }
  const Results& results = awards.results;
  const EntrantNo entrant = awards.entrant(seat.list, seat.rank);
  const scoring::ScoredSheet& sheet = results.field().sheets[list.persons[seat.rank].sheet];
  const ranking::Actual& actual = results.actuals()[list.round.value_or(0)];
  return {std::string(results.field().roster.ids[entrant]),
          text_cell(results.field().roster.cell(entrant, "name")),
          group_cell(results, entrant),
          format_points(sheet.points),
          number_cell(ranking::prediction_distance(sheet, actual)),
          number_cell(sheet.duration),
          results.instant(sheet.submitted),
          Cell()};
}

report::Table seats(const Awards& awards) {
  std::vector<Row> rows;
  for (const ranking::Seat& seat : awards.result.seats) {
    const contest::Prize& prize = awards.award(seat.list).prizes[seat.prize];
    Row row = head(awards, seat.list);
    row.emplace_back(prize.id.text);
    row.push_back(text_cell(prize.title.in(awards.language)));
    row.emplace_back(std::int64_t{seat.place});
    row.push_back(amount_cell(prize, awards.list(seat.list)));
    for (Cell& cell : winner(awards, seat)) row.push_back(std::move(cell));
    row.emplace_back(seat.depends);
    rows.push_back(std::move(row));
  }
  return report::table("rows",
                       {{"award"},
                        {"track"},
                        {"round"},
                        {"block"},
                        {"prize"},
                        {"title"},
                        {"place", Kind::count},
                        {"amount", Kind::amount},
                        {"entrant"},
                        {"name"},
                        {"group"},
                        {"points", Kind::decimal},
                        {"prediction_distance", Kind::count},
                        {"duration_ms", Kind::duration},
                        {"submitted_at", Kind::instant},
                        {"score", Kind::decimal},
                        {"depends", Kind::flag}},
                       std::move(rows));
}

report::Table unresolved(const Awards& awards) {
  std::vector<Row> rows;
  for (const ranking::OpenTie& tie : awards.result.open) {
    Row row = head(awards, tie.list);
    row.emplace_back(awards.award(tie.list).prizes[tie.prize].id.text);
    row.emplace_back(std::int64_t{tie.places});
    std::vector<std::string> candidates;
    for (const ranking::Rank rank : tie.candidates) candidates.push_back(awards.holder(tie.list, rank));
    row.emplace_back(std::move(candidates));
    rows.push_back(std::move(row));
  }
  return report::table("unresolved",
                       {{"award"},
                        {"track"},
                        {"round"},
                        {"block"},
                        {"prize"},
                        {"places", Kind::count},
                        {"candidates", Kind::list}},
                       std::move(rows));
}

report::Table vacant(const Awards& awards) {
  std::vector<Row> rows;
  for (const ranking::Vacancy& vacancy : awards.result.vacant) {
    Row row = head(awards, vacancy.list);
    row.emplace_back(awards.award(vacancy.list).prizes[vacancy.prize].id.text);
    row.emplace_back(std::int64_t{vacancy.places});
    rows.push_back(std::move(row));
  }
  return report::table("vacant",
                       {{"award"}, {"track"}, {"round"}, {"block"}, {"prize"}, {"places", Kind::count}},
                       std::move(rows));
}

report::Table skipped(const Awards& awards) {
  std::vector<Row> rows;
  for (const ranking::Skip& skip : awards.result.skipped) {
    const bool group = awards.of_groups(skip.list);
    rows.push_back({awards.award(skip.list).id.text,
                    group ? Cell() : Cell(awards.holder(skip.list, skip.rank)),
                    group ? Cell(awards.holder(skip.list, skip.rank))
                          : group_cell(awards.results, awards.entrant(skip.list, skip.rank)),
                    std::string(name(skip.reason)),
                    skip.moved_up ? Cell(awards.holder(skip.list, *skip.moved_up)) : Cell()});
  }
  return report::table("skipped", {{"award"}, {"entrant"}, {"group"}, {"reason", Kind::word}, {"moved_up"}},
                       std::move(rows));
}

}  // namespace

Awards compute_awards(const Results& results, text::Language language) {
  std::vector<ranking::GroupTally> groups = ranking::tally_groups(results.field(), results.tally());
  ranking::AwardResult result = ranking::award(results.field(), results.tally(), groups, results.actuals());
  return {results, std::move(groups), std::move(result), language};
}

std::string Awards::holder(std::uint32_t list_no, ranking::Rank rank) const {
  if (of_groups(list_no)) return results.field().groups[list(list_no).groups[rank].group].code.text;
  return std::string(results.field().roster.ids[entrant(list_no, rank)]);
}

report::Document award_document(const Awards& awards) {
  report::Document document = awards.results.document("award");
  document.rows = seats(awards);
  document.more = {unresolved(awards), vacant(awards), skipped(awards)};
  return document;
}

report::Document award(const std::shared_ptr<const Results>& results, text::Language language) {
  return award_document(compute_awards(*results, language));
}

report::Cell amount_cell(const contest::Prize& prize, const ranking::AwardList& list) {
  if (!prize.amount || (prize.amount->varies() && !list.track)) return {};
  const contest::Amount& amount = prize.amount->of(list.track.value_or(0));
  return std::to_string(amount.value) + " " + amount.currency;
}

std::string_view name(ranking::SkipReason reason) {
  switch (reason) {
    case ranking::SkipReason::barred:
      return "barred";
    case ranking::SkipReason::below_minimum:
      return "below-minimum";
    case ranking::SkipReason::holds_seat:
      return "holds-seat";
  }
  return {};
}

}  // namespace quiz::workflow
