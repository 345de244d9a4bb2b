// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/winners.hpp>

#include <quizlib/report/winners.hpp>
#include <quizlib/workflow/awards.hpp>
#include <quizlib/workflow/people.hpp>
#include <quizlib/workflow/published.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Cell;
using report::Column;
using report::Honoree;
using report::Kind;

std::string title_or_id(const text::Localized& title, const std::string& id, text::Language language) {
  return std::string(title.empty() ? std::string_view(id) : title.in(language));
}

/// A group's name with those above it, but for the top of its tree, to which everything belongs.
std::string group_name(const roster::GroupTree& groups, GroupNo no) {
  std::string name = groups[no].name;
  for (GroupNo above = groups[no].parent; above != kNone && groups[above].parent != kNone;
       above = groups[above].parent) {
    name += ", " + groups[above].name;
  }
  return name;
}

Cell place_cell(std::uint32_t place) { return place == 0 ? Cell() : Cell(std::int64_t{place}); }

Cell count_cell(std::uint64_t count) { return static_cast<std::int64_t>(count); }

Cell ratio_cell(const std::optional<Ratio>& value) { return value ? Cell(format_ratio(*value, 2)) : Cell(); }

/// Makes the lines of persons and groups. A place of 0 is shown as none.
class Lines {
 public:
  explicit Lines(const Awards& awards) : awards_(awards) {
    static constexpr std::array<std::string_view, 4> kDefault{"place", "name", "group", "points"};
    const contest::Publish& publish = awards.results.contest().publish;
    const std::vector<std::string> names = publish.columns.empty()
                                               ? std::vector<std::string>(kDefault.begin(), kDefault.end())
                                               : publish.columns;
    published_ = published_columns(awards.results.contest(), names);
  }

  [[nodiscard]] std::vector<Column> columns(std::uint32_t list) const {
    if (awards_.of_groups(list)) {
      return {{"place", Kind::count},           {"group"},
              {"headcount", Kind::count},       {"finished", Kind::count},
              {"participation", Kind::decimal}, {"mean_points", Kind::decimal},
              {"score", Kind::decimal}};
    }
    std::vector<Column> columns;
    for (const PublishedColumn& column : published_) {
      columns.push_back(column.column.name == "name" ? Column{"full_name"} : column.column);
    }
    return columns;
  }

  [[nodiscard]] Honoree line(std::uint32_t list, ranking::Rank rank, std::uint32_t place) const {
    return awards_.of_groups(list) ? group(list, rank, place) : person(list, rank, place);
  }

 private:
  [[nodiscard]] Honoree group(std::uint32_t list, ranking::Rank rank, std::uint32_t place) const {
    const ranking::GroupStanding& standing = awards_.list(list).groups[rank];
    const roster::Group& group = awards_.results.field().groups[standing.group];
    return {group.name,
            {place_cell(place), group_name(awards_.results.field().groups, standing.group),
             standing.headcount ? count_cell(*standing.headcount) : Cell(),
             count_cell(standing.counts.counters.finished),
             ratio_cell(ranking::participation(standing.counts, standing.headcount)),
             ratio_cell(standing.counts.mean_points()), ratio_cell(standing.score)}};
  }

  /// The name is as the list shows it: not at all where the contest does not publish names.
  [[nodiscard]] Honoree person(std::uint32_t list, ranking::Rank rank, std::uint32_t place) const {
    const ranking::AwardList& in = awards_.list(list);
    const EntrantNo entrant = awards_.entrant(list, rank);
    Honoree line;
    line.cells = published_row(awards_.results, published_, ranking::rules_of(awards_.results.contest(), in),
                               in.persons[rank]);
    for (std::size_t i = 0; i < published_.size(); ++i) {
      const std::string& name = published_[i].column.name;
      Cell& cell = line.cells[i];
      if (name == "place") cell = place_cell(place);
      if (name == "group") cell = group_of(entrant);
      if (name == "track") cell = track(entrant);
      const auto* text = std::get_if<std::string>(&cell);
      if (name == "name" && text != nullptr) line.name = *text;
    }
    return line;
  }

  [[nodiscard]] Cell group_of(EntrantNo entrant) const {
    const ranking::Field& field = awards_.results.field();
    const GroupNo group = field.roster.group[entrant];
    return group == kNone ? group_cell(awards_.results, entrant) : text_cell(group_name(field.groups, group));
  }

  [[nodiscard]] Cell track(EntrantNo entrant) const {
    const TrackNo no = awards_.results.field().placement[entrant].track;
    if (no == kNone) return {};
    const contest::Track& track = awards_.results.contest().tracks[no];
    return text_cell(title_or_id(track.title, track.id.text, awards_.language));
  }

  const Awards& awards_;
  std::vector<PublishedColumn> published_;
};

/// The column that those passed over have nothing in.
bool is_place(const Column& column) { return column.name == "place"; }

/// A list with its prizes, of which nothing has been given yet.
report::PrizeList empty_list(const Awards& awards, const Lines& lines, std::uint32_t no) {
  const contest::Contest& contest = awards.results.contest();
  const ranking::AwardList& from = awards.list(no);
  report::PrizeList list;
  if (from.round) {
    const contest::Round& round = contest.rounds[*from.round];
    list.round = title_or_id(round.title, round.id.text, awards.language);
  }
  if (from.track) {
    const contest::Track& track = contest.tracks[*from.track];
    list.track = title_or_id(track.title, track.id.text, awards.language);
  }
  list.columns = lines.columns(no);
  list.passed_columns = list.columns;
  std::erase_if(list.passed_columns, is_place);
  for (const contest::Prize& prize : awards.award(no).prizes) {
    report::PrizeOutcome outcome;
    outcome.title = title_or_id(prize.title, prize.id.text, awards.language);
    if (const Cell amount = amount_cell(prize, from); std::holds_alternative<std::string>(amount)) {
      outcome.amount = std::get<std::string>(amount);
    }
    outcome.places = prize.places.of(from.track.value_or(0));
    list.prizes.push_back(std::move(outcome));
  }
  return list;
}

std::vector<report::PrizeList> prize_lists(const Awards& awards) {
  const Lines lines(awards);
  std::vector<report::PrizeList> lists;
  for (std::uint32_t no = 0; no < awards.result.lists.size(); ++no) {
    lists.push_back(empty_list(awards, lines, no));
  }
  for (const ranking::Seat& seat : awards.result.seats) {
    Honoree winner = lines.line(seat.list, seat.rank, seat.place);
    winner.depends = seat.depends;
    lists[seat.list].prizes[seat.prize].winners.push_back(std::move(winner));
  }
  for (const ranking::OpenTie& tie : awards.result.open) {
    report::PrizeOutcome& prize = lists[tie.list].prizes[tie.prize];
    prize.open = tie.places;
    for (const ranking::Rank rank : tie.candidates) {
      prize.candidates.push_back(lines.line(tie.list, rank, tie.place));
    }
  }
  for (const ranking::Vacancy& vacancy : awards.result.vacant) {
    lists[vacancy.list].prizes[vacancy.prize].vacant = vacancy.places;
  }
  for (const ranking::Skip& skip : awards.result.skipped) {
    report::PassedOver passed{lines.line(skip.list, skip.rank, 0), std::string(name(skip.reason)), {}};
    const std::vector<Column>& columns = lists[skip.list].columns;
    if (const auto place = std::ranges::find_if(columns, is_place); place != columns.end()) {
      passed.who.cells.erase(passed.who.cells.begin() + (place - columns.begin()));
    }
    if (skip.moved_up) passed.moved_up = lines.line(skip.list, *skip.moved_up, 0).name;
    lists[skip.list].passed_over.push_back(std::move(passed));
  }
  return lists;
}

}  // namespace

report::Document winners(const std::shared_ptr<const Results>& results, text::Language language) {
  const Awards awards = compute_awards(*results, language);
  const contest::Contest& contest = results->contest();
  report::Winners page;
  page.organizer = contest.organizer.in(language);
  for (const contest::Award& award : contest.awards) {
    page.awards.push_back(
        {title_or_id(award.title, award.id.text, language), award.of == contest::AwardOf::entrants, {}});
  }
  std::vector<report::PrizeList> lists = prize_lists(awards);
  for (std::size_t no = 0; no < lists.size(); ++no) {
    page.awards[awards.result.lists[no].award].lists.push_back(std::move(lists[no]));
  }
  report::Document document = award_document(awards);
  document.name = "winners";
  document.winners = std::make_shared<const report::Winners>(std::move(page));
  return document;
}

}  // namespace quiz::workflow
