// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/open_sitting.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/contest/placement.hpp>
#include <quizlib/crypto/digest.hpp>
#include <quizlib/io/file.hpp>
#include <quizlib/response/registry.hpp>
#include <quizlib/roster/roster.hpp>
#include <quizlib/text/unicode.hpp>
#include <quizlib/workflow/chosen.hpp>
#include <quizlib/workflow/intake.hpp>
#include <quizlib/workflow/results.hpp>
#include <quizlib/workflow/sealed.hpp>
#include <quizlib/workflow/sitting_sheet.hpp>

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

namespace quiz::workflow {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(std::string_view code, std::vector<Argument> arguments) {
  throw Error(ErrorKind::failed, Message(code, std::move(arguments)));
}

/// What names this run of the machine; empty where the system does not say.
std::string boot_id() {
  try {
    return io::read_file("/proc/sys/kernel/random/boot_id");
  } catch (const Error&) {
    return {};
  }
}

RoundNo choose_round(const contest::Contest& contest, const std::string& round) {
  if (!round.empty()) return require_round(contest, round);
  if (contest.rounds.size() != 1)
    throw Error(ErrorKind::usage, Message("take.round-missing", {{"count", contest.rounds.size()}}));
  return 0;
}

/// The sheets that an entrant has handed in by any way, by round.
struct Used {
  std::uint32_t sheets = 0;
  std::uint32_t highest = 0;  ///< of the numbers that attempts were given
};

std::vector<Used> count_used(const contest::Contest& contest, store::Store& store,
                             const std::string& entrant) {
  std::vector<bool> own;
  const TextColumn registrations = store.registrations();
  for (std::size_t i = 0; i < registrations.size(); ++i)
    own.push_back(response::registration_id(registrations[i]) == entrant);
  std::vector<Used> used(contest.rounds.size());
  store.each_batch(response::Part::digests, [&](const response::PackedBatch& packed) {
    const RoundNo round = contest.find_round(packed.round);
    const auto batch = response::unpack_batch(packed, response::Part::digests);
    if (!batch || round == kNone) store.database().damaged();
    for (std::size_t i = 0; i < batch->size(); ++i) {
      if (batch->entrant[i] >= own.size() || !own[batch->entrant[i]]) continue;
      ++used[round].sheets;
      used[round].highest = std::max(used[round].highest, batch->attempt[i]);
    }
    return true;
  });
  return used;
}

/// The number of the next attempt, or why there is none.
std::uint32_t next_attempt(const contest::Contest& contest, const std::vector<Used>& used, RoundNo round,
                           TrackNo track, const std::string& entrant) {
  const std::uint32_t next = std::max(used[round].sheets, used[round].highest) + 1;
  const contest::AttemptPolicy& policy = contest.rounds[round].of(track).attempts;
  std::uint32_t spent = next - 1;
  if (policy.per_contest) {
    spent = 0;
    for (RoundNo other = 0; other < contest.rounds.size(); ++other)
      if (contest.rounds[other].of(track).attempts.per_contest)
        spent += std::max(used[other].sheets, used[other].highest);
  }
  if (policy.max && spent >= *policy.max)
    fail("take.attempts-used", {{"entrant", entrant}, {"max", *policy.max}});
  return next;
}

fs::path lock_path(const ContestFolder& folder, std::int64_t id, const std::string& holder) {
  return store_path(folder).string() + ".sitting-" + std::to_string(id) + '-' + holder;
}

/// Whether the process that has a sitting open still lives; what a dead one has left is cleared away.
bool is_alive(const fs::path& lock) {
  std::error_code ignored;
  if (!fs::exists(lock, ignored)) return false;
  try {
    const io::FileLock probe(lock, "quiz take", Milliseconds{0});
    fs::remove(lock, ignored);
    return false;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::try_again) throw;
    return true;
  }
}

/// What an entrant may check a published sheet by (docs/commands/take.md).
std::string receipt_code(const ContestFolder& folder, const EndedSitting& ended,
                         const sitting::Sitting& sitting, const paper::Paper& paper) {
  const auto submitted = (ended.started + ended.duration).time_since_epoch().count();
  std::string text = "quiz/1 receipt";
  for (const std::string& part :
       {folder.contest.id, ended.entrant, folder.contest.rounds[ended.round].id.text,
        std::to_string(ended.attempt), std::to_string(submitted), sitting.prediction})
    text.append(1, '\0').append(part);
  for (std::size_t i = 0; i < paper.items.size(); ++i)
    text.append(1, '\0')
        .append(folder.items->reference(paper.items[i].item))
        .append("=")
        .append(sitting.slots[i].answer);
  return crypto::hex(crypto::view(crypto::sha256(text))).substr(0, 16);
}

}  // namespace

OpenSitting::OpenSitting(std::shared_ptr<const ContestFolder> folder, const TakeRequest& request,
                         const Clock& clock, const Writer& writer)
    : folder_(std::move(folder)),
      clock_(clock),
      writer_(writer),
      boot_(boot_id()) {
  if (request.entrant.empty()) throw Error(ErrorKind::usage, Message("take.entrant-missing"));
  require_store(*folder_);
  round_ = choose_round(folder_->contest, request.round);
  find_entrant(request);
  find_sitting(request);
  open_ = store::Store::open(store_path(*folder_));
}

OpenSitting::~OpenSitting() {
  std::error_code ignored;
  if (alive_) fs::remove(lock_path(*folder_, id_, holder_), ignored);
}

void OpenSitting::find_entrant(const TakeRequest& request) {
  entrant_ = text::nfc(request.entrant);
  if (!folder_->roster) return;
  const roster::Roster& roster = *folder_->roster;
  const EntrantNo no = require_entrant(roster, entrant_);
  entrant_name_ = roster.cell(no, "name");
  const std::string_view factor = roster.cell(no, "time_factor");
  std::from_chars(factor.data(), factor.data() + factor.size(), time_factor_);
  const contest::Placement placed =
      contest::place_entrants(folder_->contest, roster, folder_->exclusions)[no];
  if (placed.barred_from() == roster::Barred::from_enter || placed.track == kNone)
    fail("take.excluded", {{"entrant", entrant_}});
  track_ = placed.track;
}

void OpenSitting::find_sitting(const TakeRequest& request) {
  const auto store = store::Store::open(store_path(*folder_), writer_);
  const contest::Contest& contest = folder_->contest;
  std::vector<Used> used = count_used(contest, *store, entrant_);
  for (const store::StoredSitting& stored : store->sittings()) {
    if (stored.entrant != entrant_) continue;
    const RoundNo of = contest.find_round(stored.round);
    if (of != kNone) used[of].highest = std::max(used[of].highest, stored.attempt);
    if (stored.submitted || of != round_) continue;
    if (is_alive(lock_path(*folder_, stored.id, stored.holder)) && !request.take_over)
      fail("take.held", {{"entrant", entrant_}});
    id_ = stored.id;
    attempt_ = stored.attempt;
    resumed_ = true;
  }
  const Instant now = clock_.now();
  if (!resumed_) {
    if (now < rules().window.opens)
      fail("take.not-open",
           {{"round", round().id.text}, {"opens", contest.zone.format(rules().window.opens)}});
    if (now >= rules().window.closes)
      fail("take.closed",
           {{"round", round().id.text}, {"closes", contest.zone.format(rules().window.closes)}});
    attempt_ = next_attempt(contest, used, round_, track_, entrant_);
  }
  holder_ = crypto::hex(crypto::view(crypto::random_bytes())).substr(0, 16);
  const store::Seal seal = require_seal(store.get(), *folder_);
  const paper::Drawer drawer(contest, *folder_->items, round_, seal.seed, questions_of(seal, round()));
  paper_ = drawer.draw(entrant_, track_, attempt_);
  sitting_.slots.resize(paper_.items.size());

  store::Transaction transaction(store->database());
  if (resumed_) {
    for (const sitting::Event& event : store->sitting_events(id_)) {
      if (event.position >= sitting_.slots.size()) store->database().damaged();
      if (event.act == sitting::Act::open && sitting_.last.tick == sitting::Tick{}) first_ = event.at;
      sitting::apply(sitting_, event);
    }
    store->hold(id_, holder_);
  } else {
    id_ = store->put({0, entrant_, round().id.text, attempt_, holder_, false});
    first_.tick = tick();
    sitting_.last = first_;
  }
  limits_ = sitting::limits_of(rules(), *folder_->items, paper_, first_.tick.wall, time_factor_);
  append({sitting::Act::open, 0, {}, sitting::read_on(sitting_.last, tick())}, *store);
  alive_.emplace(lock_path(*folder_, id_, holder_), writer_.name, Milliseconds{0});
  transaction.commit();
}

sitting::Tick OpenSitting::tick() const { return {boot_, clock_.since_boot(), clock_.now()}; }

Milliseconds OpenSitting::elapsed() const { return sitting::read_on(sitting_.last, tick()).elapsed; }

Instant OpenSitting::started() const { return first_.tick.wall; }

void OpenSitting::append(sitting::Event event, store::Store& store) {
  store.put(id_, event);
  sitting::apply(sitting_, event);
}

bool OpenSitting::record(sitting::Act act, std::size_t position, std::string_view text) {
  const sitting::Reading now = sitting::read_on(sitting_.last, tick());
  if (now.elapsed >= limits_.end) return false;
  if (act == sitting::Act::answer) {
    if (limits_.is_over(sitting_, position, now.elapsed)) return false;
    if (sitting_.slots[position].answer == text) return true;
  }
  if (act == sitting::Act::see && sitting_.slots[position].first_seen) return true;
  const auto store = store::Store::open(store_path(*folder_), writer_);
  if (store->holder(id_) != holder_) fail("take.taken-over", {{"entrant", entrant_}});
  store::Transaction transaction(store->database());
  append({act, static_cast<std::uint32_t>(position), std::string(text), now}, *store);
  transaction.commit();
  return true;
}

Receipt OpenSitting::submit() {
  const sitting::Reading now = sitting::read_on(sitting_.last, tick());
  const auto store = store::Store::open(store_path(*folder_), writer_);
  if (store->holder(id_) != holder_) fail("take.taken-over", {{"entrant", entrant_}});
  const store::Seal seal = require_seal(store.get(), *folder_);
  const EndedSitting ended{entrant_, round_, attempt_, started(), std::min(now.elapsed, limits_.end)};
  SheetFile file = sheet_of(*folder_, ended, sitting_, paper_);
  Diagnostics diagnostics;
  IntakeRequest request;
  request.now = clock_.now();
  store::Transaction transaction(store->database());
  const FileTally tally = Intake(*folder_, request, *store, seal, diagnostics).add(file, true);
  if (tally.refused + tally.unknown_entrants != 0) fail("take.refused", {{"entrant", entrant_}});
  append({sitting::Act::submit, 0, {}, now}, *store);
  transaction.commit();
  return {receipt_code(*folder_, ended, sitting_, paper_), ended.started + ended.duration,
          sitting_.answered(), paper_.items.size()};
}

}  // namespace quiz::workflow
