// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/contest.hpp>

#include <algorithm>
#include <iterator>

namespace quiz::contest {
namespace {

/// The position in `things` of the one with that id.
template <class Thing>
std::uint32_t position(const std::vector<Thing>& things, std::string_view id) {
  const auto found = std::ranges::find_if(things, [&](const Thing& thing) { return thing.id.text == id; });
  return found == things.end() ? kNone : static_cast<std::uint32_t>(std::distance(things.begin(), found));
}

}  // namespace

Window Round::window() const {
  Window whole = rules.values.front().window;
  for (const RoundRules& of_track : rules.values) {
    whole.opens = std::min(whole.opens, of_track.window.opens);
    whole.closes = std::max(whole.closes, of_track.window.closes);
  }
  return whole;
}

bool Round::predicts_percent() const {
  return std::ranges::any_of(rules.values, [](const RoundRules& of_track) {
    return of_track.prediction && of_track.prediction->percent;
  });
}

std::uint64_t lists(const Award& award) {
  const std::uint64_t rounds = award.per_round ? award.rounds.size() : 1;
  const std::uint64_t tracks = award.per_track ? award.tracks.size() : 1;
  return rounds * tracks * std::max<std::uint64_t>(award.blocks.size(), 1);
}

std::uint64_t total_places(const Award& award, const Prize& prize) {
  if (!prize.places.varies()) return prize.places.values.front() * lists(award);
  std::uint64_t places = 0;
  for (const TrackNo track : award.tracks) places += prize.places.of(track);
  return places * (award.per_round ? award.rounds.size() : 1);
}

TrackNo Contest::find_track(std::string_view track) const { return position(tracks, track); }

RoundNo Contest::find_round(std::string_view round) const { return position(rounds, round); }

}  // namespace quiz::contest
