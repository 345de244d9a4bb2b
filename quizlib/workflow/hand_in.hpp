// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/clock.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/store/store.hpp>
#include <quizlib/workflow/contest_folder.hpp>
#include <quizlib/workflow/known_sitting.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace quiz::workflow {

/// What an entrant gets for a sheet that was handed in.
struct Receipt {
  std::string code;  ///< 16 hexadecimal digits over all that was handed in; no secret goes into it
  Instant submitted{};
  std::size_t answered = 0;
  std::size_t items = 0;
};

/// Take the sheet of a sitting in as it is; at the latest it counts as handed in when its time was over.
/// Needs a transaction, which the caller commits. Throws Error{failed} (`take.refused`) where intake does not
/// take it.
[[nodiscard]] Receipt hand_in(const ContestFolder& folder, const store::Seal& seal, store::Store& store,
                              KnownSitting& known, const sitting::Tick& now);

/// Sittings of a contest that have not been handed in.
struct Unfinished {
  std::size_t running = 0;    ///< some of their time is left, or they are just being handed in
  std::size_t over = 0;       ///< nobody has come back to them in their time
  std::size_t displaced = 0;  ///< their entrants are not in the roster any more, or in another track
};

/// Those of some rounds; of all where none are named.
[[nodiscard]] Unfinished unfinished_sittings(const ContestFolder& folder, const store::Seal& seal,
                                             store::Store& store, std::span<const RoundNo> rounds,
                                             const Clock& clock);

/// Hand in all of some rounds that are over, but for one that its entrant has come back to. How many there
/// were. Displaced ones stay until the roster is right again, so that no answer is read by another track's
/// paper. Needs a transaction, which the caller commits.
std::size_t hand_in_abandoned(const ContestFolder& folder, const store::Seal& seal, store::Store& store,
                              std::span<const RoundNo> rounds, const Clock& clock, std::int64_t but = 0);

}  // namespace quiz::workflow
