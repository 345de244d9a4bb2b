// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/intake_add.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/io/file.hpp>
#include <quizlib/io/yaml.hpp>
#include <quizlib/workflow/freeze.hpp>
#include <quizlib/workflow/impact.hpp>
#include <quizlib/workflow/intake.hpp>
#include <quizlib/workflow/results.hpp>
#include <quizlib/workflow/sealed.hpp>
#include <quizlib/workflow/set_aside.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <utility>

namespace quiz::workflow {
namespace {

using response::Verdict;

std::optional<response::ColumnMap> read_map(const std::string& path, Diagnostics& diagnostics) {
  const auto document = io::parse_yaml(path, io::read_file(path), diagnostics);
  return document ? response::read_column_map(*document, diagnostics) : std::nullopt;
}

/// Open every file and understand its columns before any row of any is kept.
std::vector<SheetFile> open_files(const ContestFolder& folder, const IntakeRequest& request,
                                  const response::ColumnMap* map, Diagnostics& diagnostics) {
  std::vector<SheetFile> files;
  for (const std::string& name : request.files)
    if (auto file = open_sheet_file(folder, name, map, diagnostics)) files.push_back(*std::move(file));
  return files;
}

/// A row of the answer: a file and its rows by verdict.
std::vector<report::Cell> tally_row(const std::string& name, const FileTally& tally,
                                    const ranking::Tally& judged) {
  std::array<std::int64_t, response::kVerdicts> counts{};
  counts[static_cast<std::size_t>(Verdict::duplicate)] = static_cast<std::int64_t>(tally.duplicates);
  counts[static_cast<std::size_t>(Verdict::unknown_entrant)] =
      static_cast<std::int64_t>(tally.unknown_entrants);
  counts[static_cast<std::size_t>(Verdict::refused)] = static_cast<std::int64_t>(tally.refused);
  for (std::uint64_t i = 0; i < tally.sheets; ++i)
    ++counts[static_cast<std::size_t>(judged.verdict[tally.first_sheet + i])];
  std::vector<report::Cell> row{name, static_cast<std::int64_t>(tally.rows)};
  for (const std::int64_t count : counts) row.emplace_back(count);
  return row;
}

std::vector<report::Column> verdict_columns() {
  std::vector<report::Column> columns{{"file"}, {"in", report::Kind::count}};
  for (std::size_t i = 0; i < response::kVerdicts; ++i) {
    std::string name(response::name(static_cast<Verdict>(i)));
    for (char& c : name) c = c == '-' ? '_' : c;
    columns.push_back({std::move(name), report::Kind::count});
  }
  return columns;
}

/// Whether any sheet from number `first` on is of a round whose figures are frozen.
bool has_late_sheets(store::Store& store, std::uint64_t first) {
  const std::vector<store::Frozen> frozen = store.frozen();
  std::uint64_t next = 0;
  bool late = false;
  store.each_batch(response::Part::digests, [&](const response::PackedBatch& batch) {
    next += batch.count;
    late = next > first && is_frozen(frozen, batch.round);
    return !late;
  });
  return late;
}

store::Decision late_decision(const IntakeRequest& request, std::uint64_t sheets_before) {
  store::Decision decision;
  decision.kind = store::Decision::Kind::late_file;
  decision.subjects.push_back(std::to_string(sheets_before));
  for (const std::string& file : request.files) decision.subjects.push_back(file);
  decision.reason = request.reason;
  decision.made_at = request.now;
  return decision;
}

/// The results without the sheets of this run and the decision to let them in.
AsOf before_late(store::Store& store, std::uint64_t sheets) {
  AsOf as_of;
  as_of.decisions = static_cast<store::DecisionCount>(store.decisions().size() - 1);
  as_of.sheets = sheets;
  return as_of;
}

}  // namespace

std::optional<report::Document> add_sheets(const std::shared_ptr<const ContestFolder>& folder,
                                           const IntakeRequest& request, const Writer& writer,
                                           Diagnostics& diagnostics) {
  require_store(*folder);
  auto store = store::Store::open(store_path(*folder), writer);
  const store::Seal seal = require_seal(store.get(), *folder);
  std::optional<response::ColumnMap> map;
  if (!request.map.empty() && !(map = read_map(request.map, diagnostics))) return std::nullopt;
  std::vector<SheetFile> files = open_files(*folder, request, map ? &*map : nullptr, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;

  const bool is_partly_frozen = !store->frozen().empty();
  const bool keep_open = request.strict || request.dry_run || is_partly_frozen;
  const std::uint64_t sheets_before = store->sheet_count();
  std::optional<store::Transaction> whole;
  if (keep_open) whole.emplace(store->database());
  std::vector<FileTally> tallies;
  {
    Intake intake(*folder, request, *store, seal, diagnostics);
    for (SheetFile& file : files) tallies.push_back(intake.add(file, keep_open));
    files.clear();
  }
  if (diagnostics.has_errors()) return std::nullopt;

  const bool is_late = is_partly_frozen && has_late_sheets(*store, sheets_before);
  if (is_late) store->put(late_decision(request, sheets_before));
  const Results results(folder, *store, request.threads);
  report::Document document = results.document("intake");
  std::vector<std::vector<report::Cell>> rows;
  for (std::size_t i = 0; i < tallies.size(); ++i)
    rows.push_back(tally_row(request.files[i], tallies[i], results.tally()));
  document.rows = report::table("rows", verdict_columns(), std::move(rows));
  if (is_late)
    append_impact(Results(folder, *store, request.threads, before_late(*store, sheets_before)), results,
                  document);
  const bool is_shown_only = is_late && !request.apply;
  if (whole && !request.dry_run && !is_shown_only) whole->commit();
  if (request.dry_run) document.notes.emplace_back("dry-run");
  if (is_shown_only) document.notes.emplace_back("impact.not-applied");
  return document;
}

report::Document intake_status(const std::shared_ptr<const ContestFolder>& folder, unsigned threads) {
  const auto results = std::make_shared<Results>(folder, threads);
  std::array<std::int64_t, response::kVerdicts> counts{};
  for (const Verdict verdict : results->tally().verdict) ++counts[static_cast<std::size_t>(verdict)];
  results->store().each_set_aside(
      [&](const store::SetAside& row) { ++counts[static_cast<std::size_t>(row.verdict)]; });
  report::Document document = results->document("intake-status");
  std::vector<std::vector<report::Cell>> files;
  for (const store::Intake& run : results->store().intakes()) {
    counts[static_cast<std::size_t>(Verdict::duplicate)] += static_cast<std::int64_t>(run.duplicates);
    files.push_back({run.file, folder->contest.zone.format(run.added_at), static_cast<std::int64_t>(run.rows),
                     static_cast<std::int64_t>(run.sheets), static_cast<std::int64_t>(run.duplicates),
                     static_cast<std::int64_t>(run.set_aside)});
  }
  std::vector<report::Cell> total{std::accumulate(counts.begin(), counts.end(), std::int64_t{0})};
  for (const std::int64_t count : counts) total.emplace_back(count);
  std::vector<report::Column> columns = verdict_columns();
  columns.erase(columns.begin());
  if (results->unmarked() != 0)
    document.notes.emplace_back("marks.missing", std::vector<Argument>{{"count", results->unmarked()}});
  document.rows = report::table("rows", std::move(columns), {std::move(total)});
  document.more.push_back(report::table("files",
                                        {{"file"},
                                         {"added_at", report::Kind::instant},
                                         {"in", report::Kind::count},
                                         {"sheets", report::Kind::count},
                                         {"duplicate", report::Kind::count},
                                         {"set_aside", report::Kind::count}},
                                        std::move(files)));
  report::Table aside;
  aside.name = "set_aside";
  aside.columns = {{"file"},
                   {"line", report::Kind::count},
                   {"entrant"},
                   {"verdict", report::Kind::word},
                   {"reason", report::Kind::message}};
  aside.each = [results](const report::RowSink& sink) {
    results->store().each_set_aside([&](const store::SetAside& row) {
      const std::array<report::Cell, 5> cells{row.file, static_cast<std::int64_t>(row.line),
                                              text_cell(row.entrant),
                                              std::string(response::name(row.verdict)), reason_of(row)};
      sink(cells);
    });
  };
  document.more.push_back(std::move(aside));
  return document;
}

}  // namespace quiz::workflow
