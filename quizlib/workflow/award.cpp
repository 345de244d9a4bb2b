// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/lists.hpp>

#include <quizlib/ranking/awards.hpp>
#include <quizlib/workflow/people.hpp>

#include <string>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Cell;
using report::Kind;
using Row = std::vector<Cell>;

/// One computation of awards and how to name what it holds.
struct Awards {
  const Results& results;
  const ranking::AwardResult result;
  text::Language language;

  [[nodiscard]] const ranking::AwardList& list(std::uint32_t no) const { return result.lists[no]; }
  [[nodiscard]] const contest::Award& award(std::uint32_t list_no) const {
    return results.contest().awards[list(list_no).award];
  }

  /// award, track, round, block: what every table of awards begins with.
  [[nodiscard]] Row head(std::uint32_t list_no) const {
    const ranking::AwardList& in = list(list_no);
    const contest::Contest& contest = results.contest();
    return {award(list_no).id.text, in.track ? text_cell(contest.tracks[*in.track].id.text) : Cell(),
            in.round ? Cell(contest.rounds[*in.round].id.text) : Cell(), Cell()};
  }

  /// The id of the person or the code of the group at a rank of a list.
  [[nodiscard]] std::string holder(std::uint32_t list_no, ranking::Rank rank) const {
    const ranking::AwardList& in = list(list_no);
    if (award(list_no).of == contest::AwardOf::groups) {
      return results.field().groups[in.groups[rank].group].code.text;
    }
    return std::string(results.field().roster.ids[entrant(list_no, rank)]);
  }

  [[nodiscard]] EntrantNo entrant(std::uint32_t list_no, ranking::Rank rank) const {
    return results.tally().persons.first(list(list_no).persons[rank].person);
  }
};

Cell amount_cell(const contest::Prize& prize, const ranking::AwardList& list) {
  if (!prize.amount || (prize.amount->varies() && !list.track)) return {};
  const contest::Amount& amount = prize.amount->of(list.track.value_or(0));
  return std::to_string(amount.value) + " " + amount.currency;
}

/// entrant, name, group, points, prediction_distance, duration_ms, submitted_at, score of a seat's holder.
Row winner(const Awards& awards, const ranking::Seat& seat) {
  const ranking::AwardList& list = awards.list(seat.list);
  if (awards.award(seat.list).of == contest::AwardOf::groups) {
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
    Row row = awards.head(seat.list);
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
    Row row = awards.head(tie.list);
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
    Row row = awards.head(vacancy.list);
    row.emplace_back(awards.award(vacancy.list).prizes[vacancy.prize].id.text);
    row.emplace_back(std::int64_t{vacancy.places});
    rows.push_back(std::move(row));
  }
  return report::table("vacant",
                       {{"award"}, {"track"}, {"round"}, {"block"}, {"prize"}, {"places", Kind::count}},
                       std::move(rows));
}

std::string reason(ranking::SkipReason reason) {
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

report::Table skipped(const Awards& awards) {
  std::vector<Row> rows;
  for (const ranking::Skip& skip : awards.result.skipped) {
    const bool group = awards.award(skip.list).of == contest::AwardOf::groups;
    rows.push_back(
        {awards.award(skip.list).id.text, group ? Cell() : Cell(awards.holder(skip.list, skip.rank)),
         group ? Cell(awards.holder(skip.list, skip.rank))
               : group_cell(awards.results, awards.entrant(skip.list, skip.rank)),
         reason(skip.reason), skip.moved_up ? Cell(awards.holder(skip.list, *skip.moved_up)) : Cell()});
  }
  return report::table("skipped", {{"award"}, {"entrant"}, {"group"}, {"reason", Kind::word}, {"moved_up"}},
                       std::move(rows));
}

}  // namespace

report::Document award(const std::shared_ptr<const Results>& results, text::Language language) {
  const auto groups = ranking::tally_groups(results->field(), results->tally());
  const Awards awards{
      *results, ranking::award(results->field(), results->tally(), groups, results->actuals()), language};
  report::Document document = results->document("award");
  document.rows = seats(awards);
  document.more = {unresolved(awards), vacant(awards), skipped(awards)};
  return document;
}

}  // namespace quiz::workflow
