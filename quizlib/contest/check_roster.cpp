// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/check_parts.hpp>

#include <quizlib/base/nearest.hpp>
#include <quizlib/contest/placement.hpp>
#include <quizlib/roster/comparable.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace quiz::contest {
namespace {

/// The columns that lists of people have beside those of the roster.
constexpr std::array<std::string_view, 19> kListColumns{
    "place",    "entrant",     "points",       "correct", "prediction", "prediction_distance",
    "attempts", "duration_ms", "submitted_at", "award",   "track",      "round",
    "block",    "prize",       "title",        "amount",  "score",      "depends",
    "name"};

/// The columns of entrants.csv that the format names: they may be absent.
constexpr std::array<std::string_view, 11> kEntrantColumns{
    "group",         "track",     "birth_date", "gender",      "phone", "national_id",
    "registered_at", "residence", "kind",       "time_factor", "id"};

class ColumnCheck {
 public:
  ColumnCheck(const roster::Roster& roster, Diagnostics& diagnostics) : diagnostics_(diagnostics) {
    known_.emplace_back("id");
    known_.insert(known_.end(), roster.names.begin(), roster.names.end());
  }

  [[nodiscard]] bool has(std::string_view column) const {
    return std::ranges::find(known_, column) != known_.end();
  }

  void add(std::span<const std::string_view> columns) {
    known_.insert(known_.end(), columns.begin(), columns.end());
  }

  void need(std::string_view column, const Place& place) {
    if (has(column)) return;
    diagnostics_.error(place, Message("contest.column-unknown",
                                      {{"column", column}, {"suggestion", nearest(column, known_)}}));
  }

  void need(const Condition& condition) {
    for (const Test& test : condition.tests)
      need(test.column == "age" ? "birth_date" : test.column, test.place);
  }

 private:
  std::vector<std::string_view> known_;
  Diagnostics& diagnostics_;
};

void check_columns(const Contest& contest, const roster::Roster& roster, Diagnostics& diagnostics) {
  ColumnCheck columns(roster, diagnostics);
  for (std::size_t i = 0; i < contest.places.person.size(); ++i)
    columns.need(contest.person[i], contest.places.person[i]);
  for (const Track& track : contest.tracks) {
    columns.need(track.where);
    columns.need(track.eligible);
  }
  for (const Award& award : contest.awards)
    if (award.of == AwardOf::entrants) columns.need(award.where);
  columns.add(kListColumns);
  columns.add(kEntrantColumns);
  for (std::size_t i = 0; i < contest.publish.columns.size(); ++i)
    columns.need(contest.publish.columns[i], contest.places.columns[i]);
  for (std::size_t i = 0; i < contest.publish.mask.size(); ++i)
    columns.need(contest.publish.mask[i], contest.places.mask[i]);
}

void check_keys(const Contest& contest, const roster::Roster& roster, Diagnostics& diagnostics) {
  if (roster.column("registered_at") != kNone) return;
  const auto check_order = [&](const std::vector<RankingKey>& order) {
    for (const RankingKey& key : order)
      if (key.key == Key::registered)
        diagnostics.warning(key.place, Message("contest.key-idle", {{"key", name(key.key)}}));
  };
  check_order(contest.order);
  for (const Award& award : contest.awards)
    if (award.order != contest.order) check_order(award.order);
}

/// Whether everybody who meets one condition meets the other, as far as they are written alike.
bool takes_all_of(const Condition& earlier, const Condition& later) {
  const auto asks = [](const Condition& condition, const Test& wanted) {
    return std::ranges::any_of(condition.tests, [&](const Test& test) {
      return test.column == wanted.column && test.any_of == wanted.any_of && test.low == wanted.low &&
             test.high == wanted.high;
    });
  };
  return std::ranges::all_of(earlier.tests, [&](const Test& test) { return asks(later, test); });
}

/// A track whose people an earlier one takes all gets nobody, unless entrants can name it.
void check_reachable(const Contest& contest, const roster::Roster& roster, Diagnostics& diagnostics) {
  const bool can_be_named = roster.column("track") != kNone;
  for (auto track = contest.tracks.begin(); track != contest.tracks.end(); ++track) {
    const auto earlier = std::find_if(contest.tracks.begin(), track, [&](const Track& other) {
      return takes_all_of(other.where, track->where);
    });
    if (earlier == track) continue;
    const auto is_named = [&](EntrantNo entrant) {
      return roster::comparable("track", roster.cell(entrant, "track")) ==
             roster::comparable("track", track->id.text);
    };
    const auto names_it = [&] {
      EntrantNo entrant = 0;
      while (entrant < roster.size() && !is_named(entrant)) ++entrant;
      return entrant < roster.size();
    };
    if (can_be_named && (track->where.empty() || names_it())) continue;
    const std::vector<Argument> arguments{{"track", track->id.text}, {"earlier", earlier->id.text}};
    if (can_be_named)
      diagnostics.warning(track->place, Message("contest.track-named-only", arguments));
    else
      diagnostics.error(track->place, Message("contest.track-unreachable", arguments));
  }
}

/// Prizes beyond the share of the finished that may be given fall away even if everybody takes part.
void check_share(const Award& award, const std::vector<std::uint64_t>& entrants, Diagnostics& diagnostics) {
  if (!award.share) return;
  const auto check_list = [&](std::uint64_t people, TrackNo track) {
    const auto most = static_cast<std::uint64_t>(static_cast<std::int64_t>(people) * award.share->billionths /
                                                 (100 * Decimal::kOne));
    std::uint64_t places = 0;
    for (const Prize& prize : award.prizes) places += prize.places.of(track);
    if (places <= most) return;
    diagnostics.warning(
        award.place,
        Message("contest.places-beyond-share",
                {{"award", award.id.text}, {"places", places}, {"most", most}, {"entrants", people}}));
  };
  if (award.per_track) {
    for (const TrackNo track : award.tracks) check_list(entrants[track], track);
    return;
  }
  std::uint64_t all = 0;
  for (const TrackNo track : award.tracks) all += entrants[track];
  check_list(all, 0);
}

void check_placement(const Contest& contest, const roster::Roster& roster, Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  for (const Track& track : contest.tracks) known.push_back(track.id.text);
  Place place;
  place.file = beside(contest, contest.entrants_file);
  const std::vector<Placement> placements = place_entrants(contest, roster, {});
  std::vector<std::uint64_t> entrants(contest.tracks.size());
  for (EntrantNo entrant = 0; entrant < placements.size(); ++entrant) {
    if (placements[entrant].track != kNone) {
      ++entrants[placements[entrant].track];
      continue;
    }
    const std::string_view id = roster.cell(entrant, "id");
    const std::string_view track = roster.cell(entrant, "track");
    if (track.empty()) {
      diagnostics.error(place, Message("contest.entrant-without-track", {{"entrant", id}}));
    } else {
      diagnostics.error(place,
                        Message("contest.entrant-track-unknown",
                                {{"entrant", id}, {"track", track}, {"suggestion", nearest(track, known)}}));
    }
  }
  if (placements.empty()) return;
  for (TrackNo track = 0; track < entrants.size(); ++track)
    if (contest.has_tracks() && entrants[track] == 0)
      diagnostics.warning(contest.tracks[track].place,
                          Message("contest.track-empty", {{"track", contest.tracks[track].id.text}}));
  for (const Award& award : contest.awards) check_share(award, entrants, diagnostics);
}

}  // namespace

void check_roster(const Contest& contest, const roster::Roster& roster, Diagnostics& diagnostics) {
  check_columns(contest, roster, diagnostics);
  check_keys(contest, roster, diagnostics);
  check_reachable(contest, roster, diagnostics);
  check_placement(contest, roster, diagnostics);
}

}  // namespace quiz::contest
