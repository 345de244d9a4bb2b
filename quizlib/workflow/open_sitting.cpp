// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/open_sitting.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/base/trim.hpp>
#include <quizlib/base/utf8.hpp>
#include <quizlib/crypto/digest.hpp>
#include <quizlib/text/unicode.hpp>
#include <quizlib/workflow/chosen.hpp>
#include <quizlib/workflow/freeze.hpp>
#include <quizlib/workflow/next_attempt.hpp>
#include <quizlib/workflow/sealed.hpp>
#include <quizlib/workflow/sitting_lock.hpp>

#include <filesystem>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

[[noreturn]] void fail(std::string_view code, std::vector<Argument> arguments) {
  throw Error(ErrorKind::failed, Message(code, std::move(arguments)));
}

RoundNo choose_round(const contest::Contest& contest, const std::string& round) {
  if (!round.empty()) return require_round(contest, round);
  if (contest.rounds.size() != 1)
    throw Error(ErrorKind::usage, Message("take.round-missing", {{"count", contest.rounds.size()}}));
  return 0;
}

Sitter require_sitter(const Sitters& sitters, const std::string& entrant) {
  std::optional<Sitter> sitter = sitters.find(trim(entrant));
  if (!sitter)
    throw Error(ErrorKind::not_found, Message("entrant.unknown", {{"entrant", text::nfc(entrant)}}));
  if (sitter->track == kNone) fail("take.excluded", {{"entrant", sitter->entrant}});
  return *std::move(sitter);
}

/// Its paper is that of the track in which a sitting began.
void require_same_track(const contest::Contest& contest, const Sitter& sitter,
                        const store::StoredSitting& begun) {
  if (contest.find_track(begun.track) != sitter.track)
    fail("take.track-changed", {{"entrant", sitter.entrant}, {"track", begun.track}});
}

/// The sitting of a round that an entrant has not handed in.
std::optional<store::StoredSitting> find_unfinished(store::Store& store, const std::string& entrant,
                                                    std::string_view round) {
  std::optional<store::StoredSitting> found;
  for (store::StoredSitting& stored : store.sittings())
    if (!stored.submitted && stored.entrant == entrant && stored.round == round) found = std::move(stored);
  return found;
}

/// Refuse to begin a round that is not open, or whose results are fixed.
void require_open(const contest::Contest& contest, store::Store& store, const contest::Round& round,
                  TrackNo track, Instant now) {
  const Window window = round.of(track).window;
  if (now < window.opens)
    fail("take.not-open", {{"round", round.id.text}, {"opens", contest.zone.format(window.opens)}});
  if (now >= window.closes)
    fail("take.closed", {{"round", round.id.text}, {"closes", contest.zone.format(window.closes)}});
  if (is_frozen(store.frozen(), round.id.text)) fail("take.frozen", {{"round", round.id.text}});
}

/// The rounds whose results may still change without a decision.
std::vector<RoundNo> not_frozen(const contest::Contest& contest, store::Store& store) {
  const std::vector<store::Frozen> frozen = store.frozen();
  std::vector<RoundNo> rounds;
  for (RoundNo round = 0; round < contest.rounds.size(); ++round)
    if (!is_frozen(frozen, contest.rounds[round].id.text)) rounds.push_back(round);
  return rounds;
}

/// An answer as what changes in the one before, where that is shorter.
void shorten(sitting::Event& answer, std::string_view before) {
  std::string change = sitting::change_of(before, answer.text);
  if (change.size() >= answer.text.size()) return;
  answer.act = sitting::Act::edit;
  answer.text = std::move(change);
}

}  // namespace

OpenSitting::OpenSitting(std::shared_ptr<const ContestFolder> folder, const TakeRequest& request,
                         const Clock& clock, const Writer& writer)
    : folder_(std::move(folder)),
      request_(request),
      clock_(clock),
      writer_(writer) {
  if (trim(request.entrant).empty()) throw Error(ErrorKind::usage, Message("take.entrant-missing"));
  if (!is_clean(request.entrant))
    throw Error(ErrorKind::usage, Message("take.entrant-id", {{"entrant", request.entrant}}));
  require_store(*folder_);
  known_.round = choose_round(contest(), request.round);
  std::ignore = look(*store::Store::open(store_path(*folder_)));
}

OpenSitting::~OpenSitting() {
  recorder_.reset();
  if (!alive_) return;
  alive_.reset();
  if (open_) tidy_up();
  std::error_code ignored;
  std::filesystem::remove(sitting_lock(*folder_, known_.id, holder_), ignored);
}

/// Whoever closes a store last tidies it up, if it may write; where it cannot, the next writer will.
void OpenSitting::tidy_up() {
  open_.reset();
  try {
    std::ignore = open_held(held(), {writer_.name, Milliseconds{0}});
  } catch (const Error&) {
    return;
  }
}

/// Find the sitting to go on with, or see what the next one is. The contest's seal.
store::Seal OpenSitting::look(store::Store& store) {
  store::Seal seal = require_seal(&store, *folder_);
  const Sitters sitters(*folder_, store);
  const RoundNo round = known_.round;
  Sitter sitter = require_sitter(sitters, request_.entrant);
  const SittingPerson person = sitters.person_of(sitter);
  if (!person.may_enter) fail("take.excluded", {{"entrant", sitter.entrant}});
  const auto unfinished = find_unfinished(store, sitter.entrant, contest().rounds[round].id.text);
  resumed_ = unfinished.has_value();
  if (unfinished) {
    require_same_track(contest(), sitter, *unfinished);
    if (!request_.take_over && is_open(*folder_, unfinished->id, unfinished->holder))
      fail("take.held", {{"entrant", sitter.entrant}});
    known_ = stored_sitting(*folder_, seal, store, std::move(sitter), *unfinished);
    return seal;
  }
  require_open(contest(), store, contest().rounds[round], sitter.track, clock_.now());
  const std::optional<std::uint32_t> attempt = next_attempt(contest(), store, person, round);
  if (!attempt) {
    const auto& max = contest().rounds[round].of(person.track).attempts.max;
    fail("take.attempts-used", {{"entrant", sitter.entrant}, {"max", max.value_or(0)}});
  }
  known_ = new_sitting(*folder_, seal, std::move(sitter), round, *attempt, tick_of(clock_));
  return seal;
}

void OpenSitting::begin() {
  if (has_begun()) return;
  require_store(*folder_);
  const auto store = store::Store::open(store_path(*folder_), writer_);
  store::Transaction transaction(store->database());
  const store::Seal seal = look(*store);
  start(*store);
  const std::vector<RoundNo> rounds = not_frozen(contest(), *store);
  if (!rounds.empty()) hand_in_abandoned(*folder_, seal, *store, rounds, clock_, known_.id);
  // Whoever looks whether we live holds it for a moment.
  alive_.emplace(sitting_lock(*folder_, known_.id, holder_), writer_.name, std::chrono::seconds(5));
  transaction.commit();
  clear_dead_locks(*folder_);
  open_ = store::Store::keep_open(store_path(*folder_));
  recorder_ = std::make_unique<SittingRecorder>(held(), writer_);
}

/// Take hold of the sitting that was found, or put the next one into the store.
void OpenSitting::start(store::Store& store) {
  holder_ = crypto::hex(crypto::view(crypto::random_bytes())).substr(0, 16);
  if (resumed_) {
    store.hold(known_.id, holder_);
  } else {
    const std::string& track = contest().tracks[known_.sitter.track].id.text;
    known_.id = store.put({0, known_.sitter.entrant, round().id.text, track, known_.attempt, holder_, false});
  }
  sitting::Event event;
  event.act = sitting::Act::open;
  event.at = sitting::read_on(known_.sitting.last, tick_of(clock_));
  store.put(known_.id, event);
  sitting::apply(known_.sitting, event);
}

HeldSitting OpenSitting::held() const {
  return {store_path(*folder_), known_.id, known_.sitter.entrant, holder_};
}

Milliseconds OpenSitting::left() const {
  if (!has_begun() && !resumed_) return known_.limits.end;
  return known_.limits.left(known_.elapsed(tick_of(clock_)));
}

std::optional<Milliseconds> OpenSitting::left_for(std::size_t position) const {
  return known_.limits.left_for(known_.sitting, position, known_.elapsed(tick_of(clock_)));
}

std::size_t OpenSitting::unanswered() const {
  const Milliseconds elapsed = known_.elapsed(tick_of(clock_));
  std::size_t count = 0;
  for (std::size_t i = 0; i < known_.sitting.slots.size(); ++i)
    if (known_.sitting.slots[i].answer.empty() && !known_.limits.is_over(known_.sitting, i, elapsed)) ++count;
  return count;
}

bool OpenSitting::record(sitting::Act act, std::size_t position, std::string_view text) {
  sitting::Event event{act, static_cast<std::uint32_t>(position), std::string(text),
                       sitting::read_on(known_.sitting.last, tick_of(clock_))};
  if (event.at.elapsed >= known_.limits.end) return false;
  if (act == sitting::Act::answer) {
    if (known_.limits.is_over(known_.sitting, position, event.at.elapsed)) return false;
    if (known_.sitting.slots[position].answer == text) return true;
  }
  if (act == sitting::Act::see && known_.sitting.slots[position].first_seen) return true;
  if (act == sitting::Act::answer) shorten(event, known_.sitting.slots[position].answer);
  recorder_->put(event);
  sitting::apply(known_.sitting, event);
  return true;
}

bool OpenSitting::settle(Milliseconds patience) { return !recorder_ || recorder_->settle(patience); }

Receipt OpenSitting::submit() {
  const auto store = open_held(held(), writer_);
  const store::Seal seal = require_seal(store.get(), *folder_);
  store::Transaction transaction(store->database());
  const Receipt receipt = hand_in(*folder_, seal, *store, known_, tick_of(clock_));
  transaction.commit();
  open_.reset();  // so that `store` is the last one and tidies up
  return receipt;
}

}  // namespace quiz::workflow
