// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/award_diff.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/workflow/awards.hpp>
#include <quizlib/workflow/impact.hpp>
#include <quizlib/workflow/results.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Cell;
using store::Decision;

/// How many sheets there were before a decision brought more.
std::uint64_t sheets_before(const Decision& late, store::Database& database) {
  std::uint64_t sheets = 0;
  const std::string& text = late.subjects.at(0);
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), sheets);
  if (failed != std::errc() || end != text.data() + text.size()) database.damaged();
  return sheets;
}

/// What there was when the results had that number.
AsOf as_of_revision(store::Store& store, const std::vector<Decision>& decisions, std::uint32_t revision) {
  AsOf as_of;
  as_of.decisions = 0;
  std::uint32_t at = 1;
  for (const Decision& decision : decisions) {
    if (decision.changes_results() && ++at > revision) break;
    ++as_of.decisions;
  }
  if (revision == 0 || at < revision)
    throw Error(ErrorKind::not_found,
                Message("award.revision-unknown", {{"revision", revision}, {"last", at}}));
  const auto late =
      std::find_if(decisions.begin() + as_of.decisions, decisions.end(),
                   [](const Decision& decision) { return decision.kind == Decision::Kind::late_file; });
  if (late != decisions.end()) as_of.sheets = sheets_before(*late, store.database());
  return as_of;
}

/// The decisions that lie between, each with the revision that it made.
report::Table decisions_between(const ContestFolder& folder, const std::vector<Decision>& decisions,
                                std::uint32_t from, std::uint32_t to) {
  std::vector<std::vector<Cell>> rows;
  std::uint32_t revision = 1;
  for (const Decision& decision : decisions) {
    if (!decision.changes_results()) continue;
    ++revision;
    if (revision <= std::min(from, to) || revision > std::max(from, to)) continue;
    std::vector<std::string> subjects = decision.subjects;
    if (decision.kind == Decision::Kind::late_file) subjects.erase(subjects.begin());  // a number, for us
    rows.push_back({std::int64_t{revision}, std::string(store::name(decision.kind)), std::move(subjects),
                    text_cell(decision.reason), folder.contest.zone.format(decision.made_at)});
  }
  return report::table("decisions",
                       {{"revision", report::Kind::count},
                        {"decision", report::Kind::word},
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
  document.more.push_back(decisions_between(*folder, decisions, from, to));
  return document;
}

}  // namespace quiz::workflow
