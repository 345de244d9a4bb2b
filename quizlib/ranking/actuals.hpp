// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/ids.hpp>
#include <quizlib/base/ratio.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/ranking/tally.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace quiz::ranking {

/// What the predictions of a round and track are held against: the counters of their scope, as frozen, else
/// as counted now.
struct Actual {
  Counters counters;
  bool frozen = false;
};

/// By round and, where rules or scopes differ between tracks, by track.
struct Actuals {
  std::vector<contest::PerTrack<Actual>> rounds;

  [[nodiscard]] const Actual& of(RoundNo round, TrackNo track) const { return rounds[round].of(track); }
};

/// What the predictions of a round are counted over, for the entrants of a track; the round alone where
/// nothing is predicted.
[[nodiscard]] Scope prediction_scope(const contest::Contest& contest, RoundNo round, TrackNo track);

/// Whether the figures of a round differ between tracks.
[[nodiscard]] bool differs_by_track(const contest::Round& round);

/// As counted now. Every round has one, also without a prediction.
[[nodiscard]] Actuals count_actuals(const Field& field, const Tally& tally);

/// How far the prediction of a sheet is off, in counts or percent; nothing without a prediction or an actual
/// value. `track` is that of the person.
[[nodiscard]] std::optional<Ratio> prediction_distance(const Field& field, const Actuals& actuals,
                                                       SheetNo sheet, TrackNo track);

}  // namespace quiz::ranking
