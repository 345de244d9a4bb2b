// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/freeze.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/crypto/digest.hpp>
#include <quizlib/workflow/results.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Kind;

/// The rounds that a command is about.
std::vector<RoundNo> chosen_rounds(const contest::Contest& contest, std::string_view round) {
  std::vector<RoundNo> rounds;
  if (round.empty()) {
    for (RoundNo no = 0; no < contest.rounds.size(); ++no) rounds.push_back(no);
    return rounds;
  }
  rounds.push_back(contest.find_round(round));
  if (rounds.front() == kNone)
    throw Error(ErrorKind::not_found, Message("round.unknown", {{"round", round}}));
  return rounds;
}

std::int64_t count(std::uint64_t value) { return static_cast<std::int64_t>(value); }

/// Before, while or after a round is open.
std::string_view phase(const contest::Round& round, Instant now) {
  if (now < round.window.opens) return "not-open-yet";
  return now < round.window.closes ? "open" : "closed";
}

const store::Frozen* find(const std::vector<store::Frozen>& frozen, const contest::Round& round) {
  const auto found = std::ranges::find(frozen, round.id.text, &store::Frozen::round);
  return found == frozen.end() ? nullptr : &*found;
}

}  // namespace

report::Document freeze(const std::shared_ptr<const ContestFolder>& folder, std::string_view round,
                        unsigned threads, Instant now, const Writer& writer, bool dry_run) {
  const contest::Contest& contest = folder->contest;
  require_store(*folder);
  const auto store = store::Store::open(store_path(*folder), writer);
  const Results results(folder, *store, threads);
  const std::vector<store::Frozen> already = store->frozen();
  const ranking::Counters& counters = results.tally().counters;
  std::vector<std::vector<report::Cell>> rows;
  std::vector<Message> notes;
  store::Transaction transaction(store->database());
  for (const RoundNo no : chosen_rounds(contest, round)) {
    const contest::Round& rules = contest.rounds[no];
    if (find(already, rules) != nullptr)
      throw Error(ErrorKind::failed, Message("freeze.already", {{"round", rules.id.text}}));
    if (now < rules.window.closes)
      notes.emplace_back("freeze.before-close", std::vector<Argument>{{"round", rules.id.text}});
    store->put(store::Frozen{rules.id.text, counters.registered, counters.finished, counters.attempts,
                             counters.all_correct, now});
    rows.push_back({rules.id.text, count(counters.registered), count(counters.finished),
                    count(counters.attempts), count(counters.all_correct), contest.zone.format(now)});
  }
  if (dry_run)
    notes.emplace_back("dry-run");
  else
    transaction.commit();

  report::Document document = results.document("freeze");
  const bool all = std::ranges::all_of(
      contest.rounds, [&](const contest::Round& rules) { return find(store->frozen(), rules) != nullptr; });
  document.provisional = !all;
  document.revision = all ? 1 : 0;
  document.notes = std::move(notes);
  document.rows = report::table("rows",
                                {{"round"},
                                 {"registered", Kind::count},
                                 {"finished", Kind::count},
                                 {"attempts", Kind::count},
                                 {"all_correct", Kind::count},
                                 {"frozen_at", Kind::instant}},
                                std::move(rows));
  return document;
}

report::Document contest_status(const std::shared_ptr<const ContestFolder>& folder, unsigned threads,
                                Instant now) {
  const contest::Contest& contest = folder->contest;
  const auto store = store::Store::open(store_path(*folder));
  const auto seal = store ? store->seal() : std::nullopt;
  report::Document document;
  std::vector<store::Frozen> frozen;
  if (seal) {
    const Results results(folder, *store, threads);
    document = results.document("status");
    frozen = store->frozen();
  } else {
    document.name = "status";
    document.contest = contest.id;
    document.title = contest.title;
    document.provisional = true;
  }
  std::vector<std::vector<report::Cell>> rows;
  for (const contest::Round& round : contest.rounds) {
    const store::Frozen* fixed = find(frozen, round);
    rows.push_back({round.id.text, std::string(phase(round, now)), contest.zone.format(round.window.opens),
                    contest.zone.format(round.window.closes),
                    seal ? report::Cell(contest.zone.format(seal->sealed_at)) : report::Cell(),
                    fixed != nullptr ? report::Cell(contest.zone.format(fixed->frozen_at)) : report::Cell(),
                    seal ? report::Cell(crypto::hex(seal->commitment)) : report::Cell()});
  }
  document.rows = report::table("rows",
                                {{"round"},
                                 {"phase", Kind::word},
                                 {"opens", Kind::instant},
                                 {"closes", Kind::instant},
                                 {"sealed_at", Kind::instant},
                                 {"frozen_at", Kind::instant},
                                 {"commitment"}},
                                std::move(rows));
  return document;
}

}  // namespace quiz::workflow
