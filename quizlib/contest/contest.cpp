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

std::uint64_t lists(const Contest& contest, const Award& award) {
  const std::uint64_t rounds = award.per_round ? contest.rounds.size() : 1;
  const std::uint64_t tracks = award.per_track ? contest.tracks.size() : 1;
  return rounds * tracks;
}

TrackNo Contest::find_track(std::string_view track) const { return position(tracks, track); }

RoundNo Contest::find_round(std::string_view round) const { return position(rounds, round); }

}  // namespace quiz::contest
