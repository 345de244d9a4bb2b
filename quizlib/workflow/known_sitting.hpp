// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/clock.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/paper/paper.hpp>
#include <quizlib/sitting/limits.hpp>
#include <quizlib/sitting/sitting.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/sitter.hpp>

#include <cstdint>
#include <string>

namespace quiz::workflow {

/// A sitting with all that follows from the contest for it.
struct KnownSitting {
  std::int64_t id = 0;  ///< in the store; 0: not begun
  std::string holder;   ///< who writes to it
  Sitter sitter;
  RoundNo round = 0;
  std::uint32_t attempt = 0;
  paper::Paper paper;
  sitting::Sitting sitting;
  sitting::Reading first;  ///< when it began
  sitting::Limits limits;

  [[nodiscard]] Instant started() const { return first.tick.wall; }
  /// How long it has taken at a tick, whatever the limits say.
  [[nodiscard]] Milliseconds elapsed(const sitting::Tick& now) const {
    return sitting::read_on(sitting.last, now).elapsed;
  }
};

/// A sitting that would begin now.
[[nodiscard]] KnownSitting new_sitting(const ContestFolder& folder, const store::Seal& seal, Sitter sitter,
                                       RoundNo round, std::uint32_t attempt, const sitting::Tick& now);

/// A sitting of the store, as far as its events say, in the track in which it began. Needs a round and a
/// track that the contest has.
[[nodiscard]] KnownSitting stored_sitting(const ContestFolder& folder, const store::Seal& seal,
                                          store::Store& store, Sitter sitter,
                                          const store::StoredSitting& stored);

/// What the machine's clocks say now.
[[nodiscard]] sitting::Tick tick_of(const Clock& clock);

}  // namespace quiz::workflow
