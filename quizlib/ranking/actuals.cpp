// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/actuals.hpp>

#include <quizlib/base/decimal.hpp>
#include <quizlib/base/instant.hpp>

#include <algorithm>

namespace quiz::ranking {
namespace {

Ratio whole(std::uint64_t number) { return Ratio(static_cast<std::int64_t>(number)); }

}  // namespace

Scope prediction_scope(const contest::Contest& contest, RoundNo round, TrackNo track) {
  const std::optional<contest::Prediction>& prediction = contest.rounds[round].of(track).prediction;
  Scope scope = whole_contest(contest);
  if (!prediction || prediction->of_round) scope.rounds = {round};
  if (prediction && prediction->of_track) scope.tracks = {track};
  return scope;
}

bool differs_by_track(const contest::Round& round) {
  const std::optional<contest::Prediction>& first = round.of(0).prediction;
  return (first && first->of_track) ||
         std::ranges::any_of(round.rules.values,
                             [&](const contest::RoundRules& rules) { return rules.prediction != first; });
}

Actuals count_actuals(const Field& field, const Tally& tally) {
  Actuals actuals;
  for (RoundNo round = 0; round < field.contest.rounds.size(); ++round) {
    contest::PerTrack<Actual>& of_round = actuals.rounds.emplace_back();
    const std::size_t tracks =
        differs_by_track(field.contest.rounds[round]) ? field.contest.tracks.size() : std::size_t{1};
    for (TrackNo track = 0; track < tracks; ++track) {
      const Scope scope = prediction_scope(field.contest, round, track);
      const bool is_whole = scope == whole_contest(field.contest);
      of_round.values.push_back(
          Actual{is_whole ? tally.counters : count(field, tally, scope).counters, false});
    }
  }
  return actuals;
}

std::optional<Ratio> prediction_distance(const Field& field, const Actuals& actuals, SheetNo sheet,
                                         TrackNo track) {
  const scoring::ScoredSheet& scored = field.sheets[sheet];
  const std::optional<contest::Prediction>& rule = field.contest.rounds[scored.round].of(track).prediction;
  if (!rule || scored.prediction == kMissing) return std::nullopt;
  const Counters& counters = actuals.of(scored.round, track).counters;
  Ratio guess(scored.prediction);
  Ratio value = whole(counters.of(rule->target));
  if (rule->percent) {
    if (counters.finished == 0) return std::nullopt;
    guess = Ratio(Decimal{scored.prediction});
    value = Ratio(100) * value / whole(counters.finished);
  }
  return guess < value ? value - guess : guess - value;
}

}  // namespace quiz::ranking
