// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/known_sitting.hpp>

#include <quizlib/base/error.hpp>
#include <quizlib/io/file.hpp>
#include <quizlib/workflow/sealed.hpp>

#include <string>
#include <utility>

namespace quiz::workflow {
namespace {

/// What names this run of the machine; empty where the system does not say.
std::string boot_id() {
  try {
    return io::read_file("/proc/sys/kernel/random/boot_id");
  } catch (const Error&) {
    return {};
  }
}

/// Its paper is drawn, and nothing has happened yet.
KnownSitting blank_sitting(const ContestFolder& folder, const store::Seal& seal, Sitter sitter, RoundNo round,
                           std::uint32_t attempt) {
  KnownSitting known;
  known.sitter = std::move(sitter);
  known.round = round;
  known.attempt = attempt;
  const contest::Round& rules = folder.contest.rounds[round];
  const paper::Drawer drawer(folder.contest, *folder.items, round, seal.seed, questions_of(seal, rules));
  known.paper = drawer.draw(known.sitter.entrant, known.sitter.track, attempt);
  known.sitting.slots.resize(known.paper.items.size());
  return known;
}

void set_limits(const ContestFolder& folder, KnownSitting& known) {
  const contest::RoundRules& rules = folder.contest.rounds[known.round].of(known.sitter.track);
  known.limits =
      sitting::limits_of(rules, *folder.items, known.paper, known.started(), known.sitter.time_factor);
}

}  // namespace

KnownSitting new_sitting(const ContestFolder& folder, const store::Seal& seal, Sitter sitter, RoundNo round,
                         std::uint32_t attempt, const sitting::Tick& now) {
  KnownSitting known = blank_sitting(folder, seal, std::move(sitter), round, attempt);
  known.first.tick = now;
  known.sitting.last = known.first;
  set_limits(folder, known);
  return known;
}

KnownSitting stored_sitting(const ContestFolder& folder, const store::Seal& seal, store::Store& store,
                            Sitter sitter, const store::StoredSitting& stored) {
  const RoundNo round = folder.contest.find_round(stored.round);
  sitter.track = folder.contest.find_track(stored.track);
  KnownSitting known = blank_sitting(folder, seal, std::move(sitter), round, stored.attempt);
  known.id = stored.id;
  known.holder = stored.holder;
  bool is_first = true;
  for (const sitting::Event& event : store.sitting_events(stored.id)) {
    if (event.position >= known.sitting.slots.size()) store.database().damaged();
    if (std::exchange(is_first, false)) known.first = event.at;
    if (!sitting::apply(known.sitting, event)) store.database().damaged();
  }
  if (is_first) store.database().damaged();
  set_limits(folder, known);
  return known;
}

sitting::Tick tick_of(const Clock& clock) { return {boot_id(), clock.since_boot(), clock.now()}; }

}  // namespace quiz::workflow
