// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/lists.hpp>

#include <quizlib/workflow/awards.hpp>
#include <quizlib/workflow/chosen.hpp>
#include <quizlib/workflow/people.hpp>

#include <cstddef>
#include <set>
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
          in.round ? Cell(contest.rounds[*in.round].id.text) : Cell(),
          in.block ? Cell(awards.award(list_no).blocks[*in.block].id) : Cell()};
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
  const ranking::Line line =
      ranking::line_of(results.field(), results.tally(), results.actuals(),
                       ranking::rules_of(results.contest(), list), list.persons[seat.rank]);
  return {std::string(results.field().roster.ids[entrant]),
          text_cell(results.field().roster.cell(entrant, "name")),
          group_cell(results, entrant),
          format_points(line.points),
          distance_cell(results.contest(), line.prediction_distance),
          number_cell(line.duration),
          results.instant(line.submitted),
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
                        {"prediction_distance", prediction_kind(awards.results.contest())},
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

/// Seats that nobody gets.
report::Table vacancies(const Awards& awards, std::string name, const std::vector<ranking::Vacancy>& seats) {
  std::vector<Row> rows;
  for (const ranking::Vacancy& vacancy : seats) {
    Row row = head(awards, vacancy.list);
    row.emplace_back(awards.award(vacancy.list).prizes[vacancy.prize].id.text);
    row.emplace_back(std::int64_t{vacancy.places});
    rows.push_back(std::move(row));
  }
  return report::table(std::move(name),
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

/// Leave only what concerns lists of this round alone.
void narrow(Awards& awards, RoundNo round) {
  const auto is_elsewhere = [&](const auto& row) {
    return ranking::scope_of(awards.results.contest(), awards.list(row.list)).rounds != std::vector{round};
  };
  std::erase_if(awards.result.seats, is_elsewhere);
  std::erase_if(awards.result.open, is_elsewhere);
  std::erase_if(awards.result.vacant, is_elsewhere);
  std::erase_if(awards.result.fallen, is_elsewhere);
  std::erase_if(awards.result.skipped, is_elsewhere);
}

/// Whether groups wait for the points of seats that are open.
bool has_open_prize_points(const Awards& awards) {
  for (const contest::Award& award : awards.results.contest().awards)
    for (const contest::GroupTerm& term : award.score)
      for (const ranking::OpenTie& tie : awards.result.open)
        if (term.key.measure == contest::GroupMeasure::prize_points &&
            awards.list(tie.list).award == term.award)
          return true;
  return false;
}

/// Groups on lists of which more have finished than they have people, each once.
std::vector<Message> small_headcounts(const Awards& awards) {
  std::vector<Message> notes;
  std::set<GroupNo> named;
  for (const ranking::AwardList& list : awards.result.lists)
    for (const ranking::GroupStanding& group : list.groups)
      if (group.headcount && *group.headcount < group.counts.counters.finished &&
          named.insert(group.group).second)
        notes.emplace_back(
            "award.headcount-below",
            std::vector<Argument>{{"group", awards.results.field().groups[group.group].code.text},
                                  {"headcount", *group.headcount},
                                  {"finished", group.counts.counters.finished}});
  return notes;
}

}  // namespace

Awards compute_awards(const Results& results, text::Language language) {
  const std::vector<contest::TieDecision> decisions = tie_decisions(results);
  return {
      results,
      ranking::award(results.field(), results.tally(), results.membership(), results.actuals(), decisions),
      language};
}

std::vector<contest::TieDecision> tie_decisions(const Results& results) {
  std::vector<contest::TieDecision> decisions;
  for (const store::Decision& made : results.decisions()) {
    if (made.kind != store::Decision::Kind::tie && made.kind != store::Decision::Kind::lot) continue;
    decisions.push_back({{made.award}, {made.round}, {made.track}, made.block, made.subjects});
  }
  return decisions;
}

report::Document award_document(const Awards& awards) {
  report::Document document = awards.results.document("award");
  document.rows = seats(awards);
  document.more = {unresolved(awards), vacancies(awards, "vacant", awards.result.vacant), skipped(awards),
                   vacancies(awards, "fallen", awards.result.fallen)};
  const std::vector<contest::TieDecision> decisions = tie_decisions(awards.results);
  for (const std::size_t lapsed : awards.result.lapsed)
    document.notes.emplace_back("award.decision-lapsed",
                                std::vector<Argument>{{"award", decisions[lapsed].award.text},
                                                      {"candidates", enumerated(decisions[lapsed].order)}});
  for (Message& note : small_headcounts(awards)) document.notes.push_back(std::move(note));
  document.provisional = document.provisional || has_open_prize_points(awards);
  return document;
}

report::Document award(const std::shared_ptr<const Results>& results, const std::string& round,
                       text::Language language) {
  Awards awards = compute_awards(*results, language);
  if (!round.empty()) narrow(awards, require_round(results->contest(), round));
  return award_document(awards);
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
    case ranking::SkipReason::decided:
      return "decided";
  }
  return {};
}

}  // namespace quiz::workflow
