// SPDX-License-Identifier: Apache-2.0
#include <quizlib/workflow/chosen.hpp>

#include <quizlib/base/error.hpp>

#include <numeric>
#include <optional>

namespace quiz::workflow {

RoundNo require_round(const contest::Contest& contest, std::string_view round) {
  const RoundNo no = contest.find_round(round);
  if (no == kNone) throw Error(ErrorKind::not_found, Message("round.unknown", {{"round", round}}));
  return no;
}

TrackNo require_track(const contest::Contest& contest, std::string_view track) {
  const TrackNo no = contest.find_track(track);
  if (no == kNone) throw Error(ErrorKind::not_found, Message("track.unknown", {{"track", track}}));
  return no;
}

ranking::Scope chosen_scope(const contest::Contest& contest, std::string_view round, std::string_view track) {
  ranking::Scope scope = ranking::whole_contest(contest);
  if (!round.empty()) scope.rounds = {require_round(contest, round)};
  if (!track.empty()) scope.tracks = {require_track(contest, track)};
  return scope;
}

Instant require_moment(const contest::Contest& contest, std::string_view text) {
  const std::optional<WrittenTime> time = parse_time(text);
  if (!time) throw Error(ErrorKind::usage, Message("usage.not-moment", {{"value", text}}));
  return contest.zone.at(*time);
}

std::vector<RoundNo> chosen_rounds(const contest::Contest& contest, std::string_view round) {
  if (!round.empty()) return {require_round(contest, round)};
  std::vector<RoundNo> rounds(contest.rounds.size());
  std::iota(rounds.begin(), rounds.end(), RoundNo{0});
  return rounds;
}

}  // namespace quiz::workflow
