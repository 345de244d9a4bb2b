// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/lists.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/base/ratio.hpp>
#include <quizlib/response/answer.hpp>
#include <quizlib/text/unicode.hpp>
#include <quizlib/workflow/answers.hpp>
#include <quizlib/workflow/people.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Cell;
using report::Kind;

std::string_view name(scoring::Outcome outcome) {
  switch (outcome) {
    case scoring::Outcome::right:
      return "right";
    case scoring::Outcome::partial:
      return "partial";
    case scoring::Outcome::wrong:
      return "wrong";
    case scoring::Outcome::blank:
      return "blank";
    case scoring::Outcome::unmarked:
      return "unmarked";
  }
  return {};
}

/// The rule in force for the item; none for an essay, which is marked by hand.
Cell rule_of(const scoring::PointsTable& table, const contest::Items& items, ItemNo item) {
  if (items[item].type == bank::ItemType::essay) return {};
  return std::string(name(table.rule(item)));
}

/// What points that were given by hand are of those that there are.
Ratio share_of(Points mark, Points all) { return Ratio(mark.units, all.units); }

scoring::Outcome outcome_of(Points mark, Points all) {
  if (mark == all) return scoring::Outcome::right;
  return mark.units == 0 ? scoring::Outcome::wrong : scoring::Outcome::partial;
}

/// round, attempt, status, and whether the sheet is the one that counts.
struct Standing {
  std::string round;
  std::int64_t attempt = 0;
  std::string status;
  bool counts = false;
};

Standing standing_of(const Results& results, SheetNo no) {
  const scoring::ScoredSheet& sheet = results.field().sheets[no];
  const ranking::Tally& tally = results.tally();
  const PersonNo person = tally.persons.of(sheet.entrant);
  return {results.contest().rounds[sheet.round].id.text, std::int64_t{tally.attempt[no]},
          std::string(response::name(tally.verdict[no])), tally.kept_sheet(sheet.round, person) == no};
}

std::vector<Cell> score_row(const Results& results, SheetNo no) {
  const scoring::ScoredSheet& sheet = results.field().sheets[no];
  Standing standing = standing_of(results, no);
  return {std::string(results.field().roster.ids[sheet.entrant]),
          std::move(standing.round),
          standing.attempt,
          std::move(standing.status),
          format_points(sheet.points),
          std::int64_t{sheet.correct},
          std::int64_t{sheet.answered},
          number_cell(sheet.duration),
          results.instant(sheet.submitted),
          standing.counts};
}

/// What the sheet says, but for its answers.
std::vector<Cell> response_head(const Results& results, SheetNo no) {
  const scoring::ScoredSheet& sheet = results.field().sheets[no];
  const roster::Roster& roster = results.field().roster;
  Standing standing = standing_of(results, no);
  return {std::string(roster.ids[sheet.entrant]),
          text_cell(roster.cell(sheet.entrant, "name")),
          text_cell(roster.cell(sheet.entrant, "group")),
          text_cell(track_of(results, sheet.entrant)),
          std::move(standing.round),
          standing.attempt,
          std::move(standing.status),
          results.instant(sheet.started),
          results.instant(sheet.submitted),
          number_cell(sheet.duration),
          prediction_cell(results, no)};
}

}  // namespace

report::Document score(const std::shared_ptr<const Results>& results, const std::string& round) {
  const RoundNo only = round.empty() ? kNone : results->contest().find_round(round);
  if (!round.empty() && only == kNone)
    throw Error(ErrorKind::not_found, Message("round.unknown", {{"round", round}}));
  report::Document document = results->document("score");
  document.rows = {"rows",
                   {{"entrant"},
                    {"round"},
                    {"attempt", Kind::count},
                    {"status", Kind::word},
                    {"points", Kind::decimal},
                    {"correct", Kind::count},
                    {"answered", Kind::count},
                    {"duration_ms", Kind::duration},
                    {"submitted_at", Kind::instant},
                    {"counts", Kind::flag}},
                   [results, only, order = sheets_by_entrant(*results)](const report::RowSink& sink) {
                     for (const SheetNo no : order) {
                       if (only == kNone || results->field().sheets[no].round == only)
                         sink(score_row(*results, no));
                     }
                   }};
  return document;
}

report::Document explain(const std::shared_ptr<const Results>& results, const std::string& entrant) {
  const contest::Items& items = *results->folder().items;
  const std::string id = text::nfc(entrant);
  std::vector<SheetNo> sheets;
  for (const SheetNo no : sheets_by_entrant(*results)) {
    if (text::nfc(results->field().roster.ids[results->field().sheets[no].entrant]) == id)
      sheets.push_back(no);
  }
  if (sheets.empty()) throw Error(ErrorKind::not_found, Message("explain.no-sheet", {{"entrant", entrant}}));
  std::vector<std::vector<Cell>> rows;
  std::vector<std::vector<Cell>> totals;
  const Answers answers(*results);
  for (const SheetNo no : sheets) {
    const scoring::ScoredSheet& sheet = results->field().sheets[no];
    const TrackNo track = results->field().placement[sheet.entrant].track;
    const scoring::PointsTable table(items, results->contest().rounds[sheet.round].of(track),
                                     answers.lists());
    const auto codes = answers.codes(no);
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const ItemNo item = answers.items(no)[i];
      const std::optional<Points> mark = results->mark(no, item);
      const Ratio share = mark ? share_of(*mark, table.item_points(item)) : table.share(item, codes[i]);
      const Ratio points = share * Ratio(table.item_points(item).units, Points::kOne);
      Standing standing = standing_of(*results, no);
      rows.push_back({std::move(standing.round), standing.attempt, static_cast<std::int64_t>(i + 1),
                      items.reference(item), text_cell(answers.text(item, codes[i])),
                      text_cell(response::key_text(items[item])), rule_of(table, items, item),
                      std::string(name(mark ? outcome_of(*mark, table.item_points(item))
                                            : table.outcome(item, codes[i]))),
                      share.fraction(), points.fraction()});
    }
    totals.push_back(score_row(*results, no));
    totals.back().erase(totals.back().begin());
  }
  report::Document document = results->document("explain");
  document.rows = report::table("rows",
                                {{"round"},
                                 {"attempt", Kind::count},
                                 {"position", Kind::count},
                                 {"item"},
                                 {"answer"},
                                 {"key"},
                                 {"rule", Kind::word},
                                 {"outcome", Kind::word},
                                 {"share", Kind::decimal},
                                 {"points", Kind::decimal}},
                                std::move(rows));
  document.more.push_back(report::table("sheets",
                                        {{"round"},
                                         {"attempt", Kind::count},
                                         {"status", Kind::word},
                                         {"points", Kind::decimal},
                                         {"correct", Kind::count},
                                         {"answered", Kind::count},
                                         {"duration_ms", Kind::duration},
                                         {"submitted_at", Kind::instant},
                                         {"counts", Kind::flag}},
                                        std::move(totals)));
  return document;
}

report::Document responses(const std::shared_ptr<const Results>& results) {
  const contest::Items& items = *results->folder().items;
  std::vector<report::Column> columns{{"entrant"},
                                      {"name"},
                                      {"group"},
                                      {"track"},
                                      {"round"},
                                      {"attempt", Kind::count},
                                      {"status", Kind::word},
                                      {"started_at", Kind::instant},
                                      {"submitted_at", Kind::instant},
                                      {"duration_ms", Kind::duration},
                                      {"prediction", prediction_kind(results->contest())}};
  for (ItemNo item = 0; item < items.size(); ++item) columns.push_back({items.reference(item)});
  report::Document document = results->document("responses");
  document.is_for_programs = true;
  document.rows = {"rows", std::move(columns),
                   [results, order = sheets_by_entrant(*results)](const report::RowSink& sink) {
                     const contest::Items& all = *results->folder().items;
                     const Answers answers(*results);
                     for (const SheetNo no : order) {
                       std::vector<Cell> row = response_head(*results, no);
                       const std::size_t head = row.size();
                       row.resize(head + all.size());
                       const auto papers = answers.items(no);
                       const auto codes = answers.codes(no);
                       for (std::size_t i = 0; i < codes.size(); ++i) {
                         row[head + papers[i]] = text_cell(answers.text(papers[i], codes[i]));
                       }
                       sink(row);
                     }
                   }};
  return document;
}

report::Document answer_key(const std::shared_ptr<const Results>& results) {
  const contest::Items& items = *results->folder().items;
  std::vector<std::vector<Cell>> rows;
  for (const contest::Round& round : results->contest().rounds) {
    for (TrackNo track = 0; track < round.rules.values.size(); ++track) {
      const std::vector<Points> points = scoring::points_in_paper(items, round.of(track).paper);
      const Cell of_track = round.rules.varies() ? Cell(results->contest().tracks[track].id.text) : Cell();
      for (ItemNo item = 0; item < items.size(); ++item) {
        rows.push_back({round.id.text, of_track, items.reference(item),
                        std::string(bank::name(items[item].type)), text_cell(response::key_text(items[item])),
                        format_points(points[item])});
      }
    }
  }
  report::Document document = results->document("key");
  document.rows = report::table(
      "rows", {{"round"}, {"track"}, {"item"}, {"type", Kind::word}, {"key"}, {"points", Kind::decimal}},
      std::move(rows));
  return document;
}

}  // namespace quiz::workflow
