// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/intake_marks.hpp>

#include <quizlib/base/hash.hpp>
#include <quizlib/base/points.hpp>
#include <quizlib/io/table.hpp>
#include <quizlib/scoring/score.hpp>
#include <quizlib/text/unicode.hpp>
#include <quizlib/workflow/impact.hpp>
#include <quizlib/workflow/results.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

constexpr std::array<std::string_view, 5> kColumns{"entrant", "round", "attempt", "item", "points"};

/// Judges rows against the sheets that there are.
class Desk {
 public:
  explicit Desk(const Results& results)
      : results_(results),
        items_(*results.folder().items),
        digests_(results.sheet_digests()) {
    const ranking::Field& field = results.field();
    for (SheetNo no = 0; no < field.sheets.size(); ++no) {
      const scoring::ScoredSheet& sheet = field.sheets[no];
      if (sheet.entrant == kNone) continue;
      sheets_.emplace(std::tuple(text::nfc(field.roster.ids[sheet.entrant]), RoundNo{sheet.round},
                                 results.tally().attempt[no]),
                      no);
    }
  }

  /// The row as a mark, or why it is refused.
  std::optional<Message> read(const io::Table& table, std::size_t row, store::Mark& mark) {
    const auto cell = [&](std::string_view name) {
      const TextColumn* column = table.find(name);
      return column == nullptr ? std::string_view() : (*column)[row];
    };
    const contest::Contest& contest = results_.contest();
    const std::string entrant = text::nfc(cell("entrant"));
    const std::string_view round = cell("round");
    const RoundNo round_no = round.empty() && contest.rounds.size() == 1 ? 0 : contest.find_round(round);
    if (round_no == kNone) return Message("intake.round-unknown", {{"round", round}});
    const std::string_view attempt = cell("attempt").empty() ? "1" : cell("attempt");
    std::uint32_t attempt_no = 0;
    const auto [end, failed] = std::from_chars(attempt.data(), attempt.data() + attempt.size(), attempt_no);
    if (failed != std::errc() || end != attempt.data() + attempt.size())
      return Message("intake.attempt", {{"value", attempt}});
    const ItemNo item = items_.find(cell("item"));
    if (item == kNone || items_[item].type != bank::ItemType::essay)
      return Message("marks.no-essay", {{"item", cell("item")}});
    mark.item = items_.reference(item);
    const auto sheet = sheets_.find(std::tuple(entrant, round_no, attempt_no));
    if (sheet == sheets_.end())
      return Message(
          "marks.no-sheet",
          {{"entrant", entrant}, {"round", contest.rounds[round_no].id.text}, {"attempt", attempt_no}});
    mark.sheet = digests_[sheet->second];
    const ranking::Field& field = results_.field();
    return read_points(cell("points"), round_no, field.placement[field.sheets[sheet->second].entrant].track,
                       item, mark);
  }

  /// Whether this file has marked the answer before.
  bool is_repeated(const store::Mark& mark) {
    return !marked_.insert(std::pair(digest_text(mark.sheet), mark.item)).second;
  }

 private:
  std::optional<Message> read_points(std::string_view text, RoundNo round, TrackNo track, ItemNo item,
                                     store::Mark& mark) {
    const std::optional<Points> points = parse_points(text);
    const std::vector<Points> most =
        scoring::points_in_paper(items_, results_.contest().rounds[round].of(track).paper);
    if (!points || points->units < 0 || *points > most[item])
      return Message("marks.points", {{"value", text}, {"most", format_points(most[item])}});
    mark.points = *points;
    return std::nullopt;
  }

  const Results& results_;
  const contest::Items& items_;
  std::vector<Hash128> digests_;
  std::map<std::tuple<std::string, RoundNo, std::uint32_t>, SheetNo> sheets_;
  std::set<std::pair<std::string, std::string>> marked_;  ///< sheet and item
};

/// Whether the table has just the columns of marks; else findings at its first line.
bool has_columns(const io::Table& table, Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.errors();
  const auto report = [&](std::string_view code, std::string_view column) {
    diagnostics.error({table.file, 1, 0, {}, {}}, Message(code, {{"column", column}}));
  };
  for (const std::string& name : table.names)
    if (std::ranges::find(kColumns, name) == kColumns.end()) report("marks.column-unknown", name);
  for (const std::string_view needed : {"entrant", "item", "points"})
    if (table.find(needed) == nullptr) report("marks.column-missing", needed);
  return diagnostics.errors() == errors;
}

store::Decision marks_decision(const IntakeRequest& request) {
  store::Decision decision;
  decision.kind = store::Decision::Kind::marks;
  decision.subjects = request.files;
  decision.reason = request.reason;
  decision.made_at = request.now;
  return decision;
}

}  // namespace

std::optional<report::Document> add_marks(const std::shared_ptr<const ContestFolder>& folder,
                                          const IntakeRequest& request, const Writer& writer,
                                          Diagnostics& diagnostics) {
  require_store(*folder);
  const auto store = store::Store::open(store_path(*folder), writer);
  const Results results(folder, *store, request.threads);
  std::vector<io::Table> tables;
  for (const std::string& name : request.files) {
    auto table = io::read_table(name, name, diagnostics);
    if (table && has_columns(*table, diagnostics)) tables.push_back(*std::move(table));
  }
  if (diagnostics.has_errors()) return std::nullopt;

  std::vector<std::vector<report::Cell>> rows;
  store::Transaction transaction(store->database());
  bool is_correction = false;
  for (const io::Table& table : tables) {
    Desk desk(results);
    std::int64_t refused = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
      store::Mark mark;
      std::optional<Message> reason = desk.read(table, row, mark);
      if (!reason && desk.is_repeated(mark)) reason = Message("marks.twice", {{"item", mark.item}});
      if (!reason) {
        // The marks are part of the decision that lets them in.
        if (!results.provisional() && !std::exchange(is_correction, true))
          store->put(marks_decision(request));
        store->put(mark);
        continue;
      }
      ++refused;
      const Place place = table.place(row);
      if (request.strict)
        diagnostics.error(place, *std::move(reason));
      else
        diagnostics.warning(place, *std::move(reason));
    }
    const auto in = static_cast<std::int64_t>(table.rows());
    rows.push_back({table.file, in, in - refused, refused});
  }
  if (diagnostics.has_errors()) return std::nullopt;
  const Results after(folder, *store, request.threads);
  report::Document document = after.document("marks");
  document.rows = report::table("rows",
                                {{"file"},
                                 {"in", report::Kind::count},
                                 {"accepted", report::Kind::count},
                                 {"refused", report::Kind::count}},
                                std::move(rows));
  if (is_correction) append_impact(results, after, document);
  const bool is_shown_only = is_correction && !request.apply;
  if (request.dry_run) document.notes.emplace_back("dry-run");
  if (is_shown_only) document.notes.emplace_back("impact.not-applied");
  if (!request.dry_run && !is_shown_only) transaction.commit();
  return document;
}

}  // namespace quiz::workflow
