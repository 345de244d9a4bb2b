// SPDX-License-Identifier: Apache-2.0
#include <quizlib/ranking/counters.hpp>

#include <quizlib/ranking/tally.hpp>

#include <algorithm>
#include <cassert>
#include <numeric>

namespace quiz::ranking {

std::uint64_t Counters::of(contest::Counter counter) const {
  switch (counter) {
    case contest::Counter::registered:
      return registered;
    case contest::Counter::finished:
      return finished;
    case contest::Counter::attempts:
      return attempts;
    case contest::Counter::all_correct:
      return all_correct;
  }
  assert(false && "no counter");
  return 0;
}

std::optional<Ratio> Counts::mean_points() const {
  if (counters.finished == 0) return std::nullopt;
  return Ratio(total_points.units, Points::kOne) / Ratio(static_cast<std::int64_t>(counters.finished));
}

void add(Counts& to, const Counts& more) {
  to.counters.registered += more.counters.registered;
  to.counters.finished += more.counters.finished;
  to.counters.attempts += more.counters.attempts;
  to.counters.all_correct += more.counters.all_correct;
  to.total_points = to.total_points + more.total_points;
}

bool Scope::has_track(TrackNo track) const { return std::ranges::binary_search(tracks, track); }

bool is_in_tracks(const Field& field, const Tally& tally, const Scope& scope, PersonNo person) {
  const bool all_tracks = scope.tracks.size() == field.contest.tracks.size();
  return all_tracks || scope.has_track(track_of(field, tally, person));
}

Scope whole_contest(const contest::Contest& contest) {
  Scope scope;
  scope.rounds.resize(contest.rounds.size());
  std::iota(scope.rounds.begin(), scope.rounds.end(), RoundNo{0});
  scope.tracks.resize(contest.tracks.size());
  std::iota(scope.tracks.begin(), scope.tracks.end(), TrackNo{0});
  return scope;
}

Counts count_person(const Field& field, const Tally& tally, std::span<const RoundNo> rounds,
                    PersonNo person) {
  Counts counts;
  for (const RoundNo round : rounds) {
    const SheetNo kept = tally.kept_sheet(round, person);
    if (kept == kNone) continue;
    counts.counters.finished = 1;
    counts.counters.attempts += tally.counted_sheets(round, person);
    if (field.sheets[kept].all_correct) counts.counters.all_correct = 1;
    counts.total_points = counts.total_points + field.sheets[kept].points;
  }
  // A roster made from sheets registers nobody by itself.
  const bool on_the_list =
      !field.roster.open && barred_from(field, tally, person) != roster::Barred::from_enter;
  counts.counters.registered = on_the_list || counts.counters.finished != 0 ? 1 : 0;
  return counts;
}

Counts count(const Field& field, const Tally& tally, const Scope& scope) {
  Counts counts;
  for (PersonNo person = 0; person < tally.persons.size(); ++person)
    if (is_in_tracks(field, tally, scope, person))
      add(counts, count_person(field, tally, scope.rounds, person));
  return counts;
}

}  // namespace quiz::ranking
