// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/people.hpp>

#include <quizlib/base/utf8.hpp>
#include <quizlib/roster/group_names.hpp>
#include <quizlib/text/unicode.hpp>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace quiz::workflow {

using report::Cell;
using report::Kind;

Kind prediction_kind(const contest::Contest& contest) {
  return std::ranges::any_of(contest.rounds, &contest::Round::predicts_percent) ? Kind::decimal : Kind::count;
}

Cell prediction_cell(const Results& results, SheetNo sheet) {
  const scoring::ScoredSheet& scored = results.field().sheets[sheet];
  if (scored.prediction == kMissing) return {};
  if (results.contest().rounds[scored.round].predicts_percent())
    return format_decimal(Decimal{scored.prediction});
  if (prediction_kind(results.contest()) == Kind::decimal) return std::to_string(scored.prediction);
  return scored.prediction;
}

Cell distance_cell(const contest::Contest& contest, const std::optional<Ratio>& distance) {
  constexpr int kPlaces = 6;
  if (!distance) return {};
  if (prediction_kind(contest) == Kind::decimal) return format_ratio(*distance, kPlaces);
  const std::optional<std::int64_t> whole = distance->rounded();
  return whole ? Cell(*whole) : Cell();
}

std::vector<report::Column> person_columns(const contest::Contest& contest) {
  const Kind prediction = prediction_kind(contest);
  return {{"place", Kind::count},
          {"entrant"},
          {"name"},
          {"group"},
          {"track"},
          {"points", Kind::decimal},
          {"correct", Kind::count},
          {"prediction", prediction},
          {"prediction_distance", prediction},
          {"duration_ms", Kind::duration},
          {"submitted_at", Kind::instant},
          {"attempts", Kind::count}};
}

std::string_view track_of(const Results& results, EntrantNo entrant) {
  const TrackNo track = results.field().placement[entrant].track;
  return track == kNone ? std::string_view() : std::string_view(results.contest().tracks[track].id.text);
}

Cell group_cell(const Results& results, EntrantNo entrant) {
  const roster::Roster& roster = results.field().roster;
  const roster::GroupTree& groups = results.field().groups;
  std::string codes;
  roster::for_each_part(roster.cell(entrant, "group"), [&](std::string_view part) {
    const GroupNo group = groups.find(part);
    codes.append(codes.empty() ? "" : ";").append(group == kNone ? part : groups[group].code.text);
  });
  return text_cell(codes);
}

std::vector<Cell> person_row(const Results& results, const ranking::ListRules& rules,
                             const ranking::Standing& standing) {
  const ranking::Field& field = results.field();
  const EntrantNo entrant = results.tally().persons.first(standing.person);
  const ranking::Line line = ranking::line_of(field, results.tally(), results.actuals(), rules, standing);
  const bool one_sheet = rules.scope.rounds.size() == 1 || rules.across == contest::AcrossRounds::best;
  return {std::int64_t{standing.place},
          std::string(field.roster.ids[entrant]),
          text_cell(field.roster.cell(entrant, "name")),
          group_cell(results, entrant),
          text_cell(track_of(results, entrant)),
          format_points(line.points),
          std::int64_t{line.correct},
          one_sheet ? prediction_cell(results, standing.sheet) : Cell(),
          distance_cell(results.contest(), line.prediction_distance),
          number_cell(line.duration),
          results.instant(line.submitted),
          static_cast<std::int64_t>(line.attempts)};
}

std::string masked(std::string_view column, std::string_view value) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (begins_character(value[i])) starts.push_back(i);
  }
  const std::size_t first = column == "phone" ? 2 : 0;
  constexpr std::size_t kLast = 3;
  std::string hidden;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : value.size();
    const std::string_view character = value.substr(starts[i], end - starts[i]);
    const bool shown = starts.size() > first + kLast && (i < first || i + kLast >= starts.size());
    if (shown || character == " ")
      hidden.append(character);
    else
      hidden.push_back('x');
  }
  return hidden;
}

std::vector<SheetNo> sheets_by_entrant(const Results& results) {
  const ranking::Field& field = results.field();
  std::vector<SheetNo> order;
  order.reserve(field.sheets.size());
  for (SheetNo sheet = 0; sheet < field.sheets.size(); ++sheet) {
    if (field.sheets[sheet].entrant != kNone) order.push_back(sheet);
  }
  const auto rest = [&](SheetNo no) {
    const scoring::ScoredSheet& sheet = field.sheets[no];
    return std::tuple(sheet.round, results.tally().attempt[no], sheet.submitted);
  };
  std::ranges::sort(order, [&](SheetNo a, SheetNo b) {
    const EntrantNo left = field.sheets[a].entrant;
    const EntrantNo right = field.sheets[b].entrant;
    if (left != right) {
      const int ids = text::nfc(field.roster.ids[left]).compare(text::nfc(field.roster.ids[right]));
      if (ids != 0) return ids < 0;
    }
    if (rest(a) != rest(b)) return rest(a) < rest(b);
    return a != b && field.digest(a) < field.digest(b);
  });
  return order;
}

}  // namespace quiz::workflow
