// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/hand_in.hpp>

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/base/error.hpp>
#include <quizlib/crypto/digest.hpp>
#include <quizlib/workflow/intake.hpp>
#include <quizlib/workflow/sitter.hpp>
#include <quizlib/workflow/sitting_lock.hpp>
#include <quizlib/workflow/sitting_sheet.hpp>

#include <algorithm>
#include <functional>
#include <utility>

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

/// Take a sheet in. Whether intake took it; else it was set aside.
bool take_in(const ContestFolder& folder, const store::Seal& seal, store::Store& store, KnownSitting& known,
             const sitting::Tick& now) {
  IntakeRequest request;
  request.now = now.wall;
  Diagnostics findings;
  SheetFile file = sheet_of(folder, ended(known, now), known.sitting, known.paper);
  const FileTally tally = Intake(folder, request, store, seal, findings).add(file, true);
  sitting::Event event;
  event.act = sitting::Act::submit;
  event.at = sitting::read_on(known.sitting.last, now);
  store.put(known.id, event);
  sitting::apply(known.sitting, event);
  return tally.refused + tally.unknown_entrants == 0;
}

using Visit = std::function<void(KnownSitting&, bool is_over)>;

/// Visit every sitting of a round that has not been handed in. The sheet of who has left the roster since
/// will be set aside as that of an unknown entrant.
void each_unfinished(const ContestFolder& folder, const store::Seal& seal, store::Store& store,
                     std::optional<RoundNo> round, const sitting::Tick& now, const Visit& visit) {
  std::vector<store::StoredSitting> waiting;
  for (store::StoredSitting& stored : store.sittings()) {
    const RoundNo of = folder.contest.find_round(stored.round);
    if (!stored.submitted && of != kNone && of == round.value_or(of)) waiting.push_back(std::move(stored));
  }
  if (waiting.empty()) return;
  const Sitters sitters(folder, store);
  for (const store::StoredSitting& stored : waiting) {
    Sitter sitter = sitters.find(stored.entrant).value_or(Sitter{.entrant = stored.entrant});
    KnownSitting known = stored_sitting(folder, seal, store, std::move(sitter), stored);
    const Milliseconds over_for = known.elapsed(now) - known.limits.end;
    const bool is_left_alone = over_for < kOwnTime && is_open(folder, stored.id, stored.holder);
    visit(known, over_for >= Milliseconds{0} && !is_left_alone);
  }
}

}  // namespace

Receipt hand_in(const ContestFolder& folder, const store::Seal& seal, store::Store& store,
                KnownSitting& known, const sitting::Tick& now) {
  const EndedSitting sheet = ended(known, now);
  if (!take_in(folder, seal, store, known, now))
    throw Error(ErrorKind::failed, Message("take.refused", {{"entrant", sheet.entrant}}));
  return {receipt_code(folder, sheet, known), sheet.started + sheet.duration, known.sitting.answered(),
          known.paper.items.size()};
}

Unfinished unfinished_sittings(const ContestFolder& folder, const store::Seal& seal, store::Store& store,
                               std::optional<RoundNo> round, const Clock& clock) {
  Unfinished count;
  each_unfinished(folder, seal, store, round, tick_of(clock),
                  [&](KnownSitting&, bool is_over) { ++(is_over ? count.over : count.running); });
  return count;
}

std::size_t hand_in_abandoned(const ContestFolder& folder, const store::Seal& seal, store::Store& store,
                              const Clock& clock, std::int64_t but) {
  std::size_t count = 0;
  const sitting::Tick now = tick_of(clock);
  each_unfinished(folder, seal, store, std::nullopt, now, [&](KnownSitting& known, bool is_over) {
    if (!is_over || known.id == but) return;
    static_cast<void>(take_in(folder, seal, store, known, now));
    ++count;
  });
  return count;
}

}  // namespace quiz::workflow
