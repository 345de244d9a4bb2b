// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/impact.hpp>

#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Cell;

/// Who holds something in a list: the list's number, which is the same before and after, and the holder.
using Place = std::pair<std::uint32_t, std::string>;

/// What somebody has: a prize, or a part in an open tie.
struct Holding {
  std::string prize;
  bool open = false;
  friend bool operator==(const Holding&, const Holding&) = default;
};

std::map<Place, Holding> holdings(const Awards& awards) {
  std::map<Place, Holding> all;
  const auto prize = [&](std::uint32_t list, std::uint32_t no) {
    return awards.award(list).prizes[no].id.text;
  };
  for (const ranking::OpenTie& tie : awards.result.open)
    for (const ranking::Rank rank : tie.candidates)
      all.try_emplace({tie.list, awards.holder(tie.list, rank)}, Holding{prize(tie.list, tie.prize), true});
  for (const ranking::Seat& seat : awards.result.seats)
    all[{seat.list, awards.holder(seat.list, seat.rank)}] = {prize(seat.list, seat.prize), false};
  return all;
}

Cell shown(const Holding* holding) {
  if (holding == nullptr) return {};
  return holding->open ? holding->prize + "?" : holding->prize;
}

std::string change(const Holding* before, const Holding* after) {
  if (before == nullptr) return "gains";
  return after == nullptr ? "loses" : "moves";
}

std::vector<Cell> row(const Awards& awards, const Place& place, const Holding* before, const Holding* after) {
  const ranking::AwardList& list = awards.list(place.first);
  const contest::Contest& contest = awards.results.contest();
  const contest::Award& award = awards.award(place.first);
  return {award.id.text,
          list.track ? text_cell(contest.tracks[*list.track].id.text) : Cell(),
          list.round ? Cell(contest.rounds[*list.round].id.text) : Cell(),
          list.block ? Cell(award.blocks[*list.block].id) : Cell(),
          place.second,
          change(before, after),
          shown(before),
          shown(after)};
}

}  // namespace

report::Document award_impact(const Awards& before, const Awards& after) {
  const std::map<Place, Holding> had = holdings(before);
  const std::map<Place, Holding> has = holdings(after);
  std::map<Place, std::pair<const Holding*, const Holding*>> both;
  for (const auto& [place, holding] : had) both[place].first = &holding;
  for (const auto& [place, holding] : has) both[place].second = &holding;
  std::vector<std::vector<Cell>> rows;
  for (const auto& [place, holding] : both) {
    if (holding.first != nullptr && holding.second != nullptr && *holding.first == *holding.second) continue;
    rows.push_back(row(after, place, holding.first, holding.second));
  }
  report::Document document = after.results.document("impact");
  if (rows.empty()) document.notes.emplace_back("impact.none");
  document.rows = report::table("rows",
                                {{"award"},
                                 {"track"},
                                 {"round"},
                                 {"block"},
                                 {"holder"},
                                 {"change", report::Kind::word},
                                 {"before"},
                                 {"after"}},
                                std::move(rows));
  return document;
}

void append_impact(const Results& before, const Results& after, report::Document& document) {
  const text::Language language = after.contest().languages.front();
  report::Document impact = award_impact(compute_awards(before, language), compute_awards(after, language));
  impact.rows.name = "impact";
  document.more.push_back(std::move(impact.rows));
  for (Message& note : impact.notes) document.notes.push_back(std::move(note));
}

}  // namespace quiz::workflow
