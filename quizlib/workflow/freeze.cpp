// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/freeze.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/crypto/digest.hpp>
#include <quizlib/workflow/chosen.hpp>
#include <quizlib/workflow/hand_in.hpp>
#include <quizlib/workflow/results.hpp>
#include <quizlib/workflow/sealed.hpp>
#include <quizlib/workflow/sitting_lock.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

using report::Kind;

std::int64_t count(std::uint64_t value) { return static_cast<std::int64_t>(value); }

/// Before, while or after a round is open.
std::string_view phase(const contest::Round& round, Instant now) {
  if (now < round.window().opens) return "not-open-yet";
  return now < round.window().closes ? "open" : "closed";
}

const store::Frozen* find(const std::vector<store::Frozen>& frozen, const contest::Round& round) {
  const auto found = std::ranges::find(frozen, round.id.text, &store::Frozen::round);
  return found == frozen.end() ? nullptr : &*found;
}

/// The rounds that the figures of a round are counted over, itself among them.
std::vector<RoundNo> counted_rounds(const contest::Contest& contest, RoundNo no) {
  std::vector<RoundNo> counted{no};
  for (TrackNo track = 0; track < contest.tracks.size(); ++track)
    for (const RoundNo round : ranking::prediction_scope(contest, no, track).rounds) counted.push_back(round);
  return counted;
}

/// When the last of them closes.
Instant last_closing(const contest::Contest& contest, RoundNo no) {
  Instant last{};
  for (const RoundNo counted : counted_rounds(contest, no))
    last = std::max(last, contest.rounds[counted].window().closes);
  return last;
}

store::Decision freeze_decision(const FreezeRequest& request, Instant now) {
  store::Decision decision;
  decision.kind = store::Decision::Kind::freeze;
  decision.round = request.round;
  decision.reason = request.reason;
  decision.made_at = now;
  return decision;
}

/// Hand in the sittings that nobody came back to. Refuses while somebody still sits: what is handed in after
/// freezing does not count. What there is to say of them.
std::vector<Message> collect_sittings(const ContestFolder& folder, const FreezeRequest& request,
                                      store::Store& store, const Clock& clock) {
  const store::Seal seal = require_seal(&store, folder);
  std::vector<RoundNo> rounds;
  for (const RoundNo no : chosen_rounds(folder.contest, request.round)) {
    const std::vector<RoundNo> counted = counted_rounds(folder.contest, no);
    rounds.insert(rounds.end(), counted.begin(), counted.end());
    const std::size_t running = unfinished_sittings(folder, seal, store, counted, clock).running;
    if (running != 0)
      throw Error(
          ErrorKind::try_again,
          Message("freeze.sittings", {{"round", folder.contest.rounds[no].id.text}, {"count", running}}));
  }
  std::vector<Message> notes;
  const auto add = [&notes](std::string_view code, std::size_t count) {
    if (count != 0) notes.emplace_back(code, std::vector<Argument>{{"count", count}});
  };
  add("freeze.handed-in", hand_in_abandoned(folder, seal, store, rounds, clock));
  add("freeze.displaced", unfinished_sittings(folder, seal, store, rounds, clock).displaced);
  return notes;
}

}  // namespace

report::Document freeze(const std::shared_ptr<const ContestFolder>& folder, const FreezeRequest& request,
                        unsigned threads, const Clock& clock, const Writer& writer) {
  const contest::Contest& contest = folder->contest;
  const Instant now = clock.now();
  require_store(*folder);
  const auto store = store::Store::open(store_path(*folder), writer);
  const std::vector<store::Frozen> already = store->frozen();
  store::Transaction transaction(store->database());
  std::vector<Message> notes = collect_sittings(*folder, request, *store, clock);
  const Results results(folder, *store, threads);
  const ranking::Actuals counted = ranking::count_actuals(results.field(), results.tally());
  const store::DecisionCount since = request.again ? store->put(freeze_decision(request, now)) : 0;
  std::vector<std::vector<report::Cell>> rows;
  for (const RoundNo no : chosen_rounds(contest, request.round)) {
    const contest::Round& round = contest.rounds[no];
    const bool was_frozen = is_frozen(already, round.id.text);
    if (request.again && !was_frozen) continue;
    if (was_frozen && !request.again)
      throw Error(ErrorKind::failed, Message("freeze.already", {{"round", round.id.text}}));
    if (now < last_closing(contest, no))
      notes.emplace_back("freeze.before-close", std::vector<Argument>{{"round", round.id.text}});
    const std::vector<ranking::Actual>& actuals = counted.rounds[no].values;
    for (TrackNo track = 0; track < actuals.size(); ++track) {
      const std::string of_track = actuals.size() > 1 ? contest.tracks[track].id.text : std::string();
      const ranking::Counters& counters = actuals[track].counters;
      store->put(store::Frozen{round.id.text, of_track, counters.registered, counters.finished,
                               counters.attempts, counters.all_correct, now, since});
      rows.push_back({round.id.text, text_cell(of_track), count(counters.registered),
                      count(counters.finished), count(counters.attempts), count(counters.all_correct),
                      contest.zone.format(now)});
    }
  }
  if (rows.empty()) throw Error(ErrorKind::failed, Message("freeze.nothing", {{"contest", contest.id}}));
  report::Document document = results.document("freeze");
  const bool all = all_frozen(contest, *store);
  if (request.dry_run)
    notes.emplace_back("dry-run");
  else
    transaction.commit();
  clear_dead_locks(*folder);

  document.provisional = !all;
  document.revision = all ? results.revision() + (request.again ? 1 : 0) : 0;
  document.notes = std::move(notes);
  document.rows = report::table("rows",
                                {{"round"},
                                 {"track"},
                                 {"registered", Kind::count},
                                 {"finished", Kind::count},
                                 {"attempts", Kind::count},
                                 {"all_correct", Kind::count},
                                 {"frozen_at", Kind::instant}},
                                std::move(rows));
  return document;
}

bool is_frozen(const std::vector<store::Frozen>& frozen, std::string_view round) {
  return std::ranges::find(frozen, round, &store::Frozen::round) != frozen.end();
}

bool all_frozen(const contest::Contest& contest, store::Store& store) {
  const std::vector<store::Frozen> frozen = store.frozen();
  return std::ranges::all_of(contest.rounds,
                             [&](const contest::Round& round) { return is_frozen(frozen, round.id.text); });
}

report::Document contest_status(const std::shared_ptr<const ContestFolder>& folder, unsigned threads,
                                const Clock& clock) {
  const contest::Contest& contest = folder->contest;
  const Instant now = clock.now();
  const auto store = store::Store::open(store_path(*folder));
  const auto seal = store ? store->seal() : std::nullopt;
  report::Document document;
  std::vector<store::Frozen> frozen;
  if (seal) {
    const Results results(folder, *store, threads);
    document = results.document("status");
    frozen = store->frozen();
    const Unfinished sittings = unfinished_sittings(*folder, *seal, *store, {}, clock);
    if (sittings.running + sittings.over != 0)
      document.notes.emplace_back(
          "status.sittings", std::vector<Argument>{{"running", sittings.running}, {"over", sittings.over}});
    if (sittings.displaced != 0)
      document.notes.emplace_back("freeze.displaced", std::vector<Argument>{{"count", sittings.displaced}});
  } else {
    document.name = "status";
    document.contest = contest.id;
    document.title = contest.title;
    document.provisional = true;
  }
  std::vector<std::vector<report::Cell>> rows;
  for (const contest::Round& round : contest.rounds) {
    const store::Frozen* fixed = find(frozen, round);
    rows.push_back({round.id.text, std::string(phase(round, now)), contest.zone.format(round.window().opens),
                    contest.zone.format(round.window().closes),
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
