// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/award_diff.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/workflow/awards.hpp>
#include <quizlib/workflow/impact.hpp>
#include <quizlib/workflow/results.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Cell;
using store::Decision;

/// How many sheets there were before a decision.
std::uint64_t sheets_before(const Decision& decision, store::Database& database) {
  if (decision.kind != Decision::Kind::late_file) return decision.sheets;
  std::uint64_t sheets = 0;
  const std::string& text = decision.subjects.at(0);
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), sheets);
  if (failed != std::errc() || end != text.data() + text.size()) database.damaged();
  return sheets;
}

/// What there was when the results got that number, which the first one never did: what was before the
/// others.
AsOf as_of_revision(store::Store& store, const std::vector<Decision>& decisions, std::uint32_t revision) {
  AsOf as_of;
  as_of.decisions = 0;
  std::uint32_t made = 1;
  for (std::size_t i = 0; i < decisions.size() && made < revision; ++i) {
    if (!decisions[i].changes_results()) continue;
    ++made;
    as_of.decisions = static_cast<store::DecisionCount>(i + 1);
    as_of.sheets = decisions[i].sheets;
  }
  if (made != revision)
    throw Error(ErrorKind::not_found,
                Message("award.revision-unknown", {{"revision", revision}, {"last", made}}));
  const auto first = std::ranges::find_if(decisions, &Decision::changes_results);
  if (revision == 1 && first != decisions.end()) as_of.sheets = sheets_before(*first, store.database());
  return as_of;
}

/// The sheets that have a name in decisions, as `quiz score` lists them: by digest.
std::map<std::string, std::string> sheet_names(const Results& results) {
  std::map<std::string, std::string> names;
  for (const Decision& decision : results.decisions())
    if (decision.kind == Decision::Kind::admit) names[decision.subjects.at(0)];
  if (names.empty()) return names;
  const std::vector<Hash128> digests = results.sheet_digests();
  const ranking::Field& field = results.field();
  for (SheetNo no = 0; no < field.sheets.size(); ++no)
    if (const auto name = names.find(digest_text(digests[no]));
        name != names.end() && field.sheets[no].entrant != kNone)
      name->second = std::string(field.roster.ids[field.sheets[no].entrant]) + '/' +
                     results.contest().rounds[field.sheets[no].round].id.text + '/' +
                     std::to_string(results.tally().attempt[no]);
  return names;
}

/// What a decision is about, for people.
std::vector<std::string> subjects_of(const Decision& decision,
                                     const std::map<std::string, std::string>& sheets) {
  std::vector<std::string> subjects = decision.subjects;
  if (decision.kind == Decision::Kind::late_file) subjects.erase(subjects.begin());  // a number, for us
  if (decision.kind == Decision::Kind::admit) subjects = {sheets.at(decision.subjects.at(0))};
  return subjects;
}

/// The decisions that lie between, each with the revision that it made. `last` is the later of the two.
report::Table decisions_between(const Results& last, std::uint32_t from, std::uint32_t to) {
  const std::map<std::string, std::string> sheets = sheet_names(last);
  std::vector<std::vector<Cell>> rows;
  std::uint32_t revision = 1;
  for (const Decision& decision : last.decisions()) {
    if (!decision.changes_results()) continue;
    ++revision;
    if (revision <= std::min(from, to)) continue;
    rows.push_back({std::int64_t{revision}, std::string(store::name(decision.kind)),
                    text_cell(decision.award), text_cell(decision.track), text_cell(decision.round),
                    text_cell(decision.block), subjects_of(decision, sheets), text_cell(decision.reason),
                    last.contest().zone.format(decision.made_at)});
  }
  return report::table("decisions",
                       {{"revision", report::Kind::count},
                        {"decision", report::Kind::word},
                        {"award"},
                        {"track"},
                        {"round"},
                        {"block"},
                        {"subjects", report::Kind::list},
                        {"reason"},
                        {"made_at", report::Kind::instant}},
                       std::move(rows));
}

}  // namespace

report::Document award_diff(const std::shared_ptr<const ContestFolder>& folder, std::uint32_t from,
                            std::uint32_t to, unsigned threads) {
  const auto store = store::Store::open(store_path(*folder));
  [[maybe_unused]] const store::Seal seal = require_seal(store.get(), *folder);
  const std::vector<Decision> decisions = store->decisions();
  const auto results_of = [&](std::uint32_t revision) {
    const AsOf as_of = as_of_revision(*store, decisions, revision);
    return Results(with_sealed_banks(*folder, *store, as_of.decisions), *store, threads, as_of);
  };
  const Results before = results_of(from);
  const Results after = results_of(to);
  const text::Language language = folder->contest.languages.front();
  report::Document document = award_impact(compute_awards(before, language), compute_awards(after, language));
  document.name = "award-diff";
  document.more.push_back(decisions_between(from < to ? after : before, from, to));
  return document;
}

}  // namespace quiz::workflow
