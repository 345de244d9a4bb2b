// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/hand_in.hpp>

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/base/error.hpp>
#include <quizlib/crypto/digest.hpp>
#include <quizlib/sitting/question.hpp>
#include <quizlib/workflow/intake.hpp>
#include <quizlib/workflow/sitter.hpp>
#include <quizlib/workflow/sitting_lock.hpp>
#include <quizlib/workflow/sitting_sheet.hpp>

#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace quiz::workflow {
namespace {

/// So long after its end a sitting that somebody has open is left to its own program.
constexpr Milliseconds kOwnTime = std::chrono::minutes(1);

EndedSitting ended(const KnownSitting& known, const sitting::Tick& now) {
  return {known.sitter.entrant, known.round, known.attempt, known.started(),
          std::min(known.elapsed(now), known.limits.end)};
}

/// What an entrant may check a published sheet by (docs/commands/take.md).
std::string receipt_code(const ContestFolder& folder, const EndedSitting& ended, const KnownSitting& known) {
  const auto submitted = (ended.started + ended.duration).time_since_epoch().count();
  std::string text = "quiz/1 receipt";
  for (const std::string& part :
       {folder.contest.id, ended.entrant, folder.contest.rounds[ended.round].id.text,
        std::to_string(ended.attempt), std::to_string(submitted), known.sitting.prediction})
    text.append(1, '\0').append(part);
  for (std::size_t i = 0; i < known.paper.items.size(); ++i)
    text.append(1, '\0')
        .append(folder.items->reference(known.paper.items[i].item))
        .append("=")
        .append(known.sitting.slots[i].answer);
  return crypto::hex(crypto::view(crypto::sha256(text))).substr(0, 16);
}

/// Takes the sheets of sittings in. It costs as much as the store is big to make one.
class HandingIn {
 public:
  HandingIn(const ContestFolder& folder, const store::Seal& seal, store::Store& store,
            const sitting::Tick& now)
      : folder_(folder),
        store_(store),
        now_(now),
        request_(request(now)),
        intake_(folder, request_, store, seal, findings_) {}

  /// Whether intake took the sheet; else it was set aside.
  bool take_in(KnownSitting& known) {
    drop_odd_prediction(known);
    SheetFile file = sheet_of(folder_, ended(known, now_), known.sitting, known.paper);
    const FileTally tally = intake_.add(file, true);
    sitting::Event event;
    event.act = sitting::Act::submit;
    event.at = sitting::read_on(known.sitting.last, now_);
    store_.put(known.id, event);
    sitting::apply(known.sitting, event);
    return tally.refused + tally.unknown_entrants == 0;
  }

 private:
  /// What counts as none is none on the sheet, and so in the receipt.
  void drop_odd_prediction(KnownSitting& known) const {
    const auto& asked = folder_.contest.rounds[known.round].of(known.sitter.track).prediction;
    std::string& text = known.sitting.prediction;
    text = asked ? sitting::read_prediction(text, asked->percent).value_or("") : "";
  }

  static IntakeRequest request(const sitting::Tick& now) {
    IntakeRequest request;
    request.now = now.wall;
    return request;
  }

  const ContestFolder& folder_;
  store::Store& store_;
  sitting::Tick now_;
  IntakeRequest request_;
  Diagnostics findings_;
  Intake intake_;
};

enum class State { running, over, displaced };

using Visit = std::function<void(KnownSitting&, State)>;

State state_of(const ContestFolder& folder, const KnownSitting& known, bool is_displaced,
               const sitting::Tick& now) {
  const Milliseconds over_for = known.elapsed(now) - known.limits.end;
  if (over_for < Milliseconds{0}) return State::running;
  if (over_for < kOwnTime && is_open(folder, known.id, known.holder)) return State::running;
  return is_displaced ? State::displaced : State::over;
}

/// Visit every sitting of some rounds, or of all where none are named, that has not been handed in.
void each_unfinished(const ContestFolder& folder, const store::Seal& seal, store::Store& store,
                     std::span<const RoundNo> rounds, const sitting::Tick& now, const Visit& visit) {
  std::vector<store::StoredSitting> waiting;
  for (store::StoredSitting& stored : store.sittings()) {
    const RoundNo of = folder.contest.find_round(stored.round);
    const bool is_asked_for = rounds.empty() || std::ranges::find(rounds, of) != rounds.end();
    if (!stored.submitted && of != kNone && is_asked_for) waiting.push_back(std::move(stored));
  }
  if (waiting.empty()) return;
  const Sitters sitters(folder, store);
  for (const store::StoredSitting& stored : waiting) {
    const std::optional<Sitter> found = sitters.find(stored.entrant);
    const bool is_displaced = !found || found->track != folder.contest.find_track(stored.track);
    KnownSitting known =
        stored_sitting(folder, seal, store, found.value_or(Sitter{.entrant = stored.entrant}), stored);
    visit(known, state_of(folder, known, is_displaced, now));
  }
}

}  // namespace

Receipt hand_in(const ContestFolder& folder, const store::Seal& seal, store::Store& store,
                KnownSitting& known, const sitting::Tick& now) {
  const EndedSitting sheet = ended(known, now);
  if (!HandingIn(folder, seal, store, now).take_in(known))
    throw Error(ErrorKind::failed, Message("take.refused", {{"entrant", sheet.entrant}}));
  return {receipt_code(folder, sheet, known), sheet.started + sheet.duration, known.sitting.answered(),
          known.paper.items.size()};
}

Unfinished unfinished_sittings(const ContestFolder& folder, const store::Seal& seal, store::Store& store,
                               std::span<const RoundNo> rounds, const Clock& clock) {
  Unfinished count;
  each_unfinished(folder, seal, store, rounds, tick_of(clock), [&](KnownSitting&, State state) {
    ++(state == State::over ? count.over : state == State::displaced ? count.displaced : count.running);
  });
  return count;
}

std::size_t hand_in_abandoned(const ContestFolder& folder, const store::Seal& seal, store::Store& store,
                              std::span<const RoundNo> rounds, const Clock& clock, std::int64_t but) {
  std::vector<KnownSitting> abandoned;
  const sitting::Tick now = tick_of(clock);
  each_unfinished(folder, seal, store, rounds, now, [&](KnownSitting& known, State state) {
    if (state == State::over && known.id != but) abandoned.push_back(std::move(known));
  });
  if (abandoned.empty()) return 0;
  HandingIn handing_in(folder, seal, store, now);
  for (KnownSitting& known : abandoned) handing_in.take_in(known);
  return abandoned.size();
}

}  // namespace quiz::workflow
