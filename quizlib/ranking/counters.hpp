// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/base/points.hpp>
#include <quizlib/base/ratio.hpp>
#include <quizlib/contest/contest.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace quiz::ranking {

struct Field;
struct Tally;

/// The four counters of docs/scoring-rules.md.
struct Counters {
  std::uint64_t registered = 0;
  std::uint64_t finished = 0;
  std::uint64_t attempts = 0;
  std::uint64_t all_correct = 0;

  [[nodiscard]] std::uint64_t of(contest::Counter counter) const;
  friend bool operator==(const Counters&, const Counters&) = default;
};

/// What some persons did.
struct Counts {
  Counters counters;
  Points total_points;  ///< of kept sheets

  /// total points / finished; nothing where nobody finished.
  [[nodiscard]] std::optional<Ratio> mean_points() const;
};

/// Add the persons of `more`, who must be others.
void add(Counts& to, const Counts& more);

/// Rounds and tracks by their positions, ascending.
struct Scope {
  std::vector<RoundNo> rounds;
  std::vector<TrackNo> tracks;

  [[nodiscard]] bool has_track(TrackNo track) const;
  friend bool operator==(const Scope&, const Scope&) = default;
};

/// All rounds and tracks of a contest.
[[nodiscard]] Scope whole_contest(const contest::Contest& contest);

/// Whether a person is in one of the tracks of a scope; who is in no track is where all of them are.
[[nodiscard]] bool is_in_tracks(const Field& field, const Tally& tally, const Scope& scope, PersonNo person);

/// What one person did in some rounds.
[[nodiscard]] Counts count_person(const Field& field, const Tally& tally, std::span<const RoundNo> rounds,
                                  PersonNo person);

/// What the persons of a scope did in its rounds.
[[nodiscard]] Counts count(const Field& field, const Tally& tally, const Scope& scope);

}  // namespace quiz::ranking
