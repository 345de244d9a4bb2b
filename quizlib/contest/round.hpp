// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/item.hpp>
#include <quizlib/base/diagnostics.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/base/points.hpp>
#include <quizlib/contest/per_track.hpp>
#include <quizlib/contest/ranking_key.hpp>
#include <quizlib/contest/scoring_rule.hpp>
#include <quizlib/text/language.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quiz::contest {

/// Which of a person's sheets of a round counts for the lists.
enum class Keep {
  best,
  first,
  last,
  by_keys  ///< the first by AttemptPolicy::keys
};

struct AttemptPolicy {
  std::optional<std::uint32_t> max = 1;  ///< nothing: unlimited
  bool per_contest = false;              ///< the rounds that say so share one count
  Keep keep = Keep::best;
  std::vector<RankingKey> keys;  ///< of Keep::by_keys

  friend bool operator==(const AttemptPolicy&, const AttemptPolicy&) = default;
};

/// A part of a paper.
struct Section {
  std::uint32_t bank = 0;  ///< position in Contest::banks
  std::vector<std::string> skills;
  std::vector<std::string> tags;
  std::vector<bank::Difficulty> difficulty;
  std::optional<std::uint32_t> draw;  ///< nothing: all
  std::optional<Points> points;       ///< instead of the items' own
  Place place;

  friend bool operator==(const Section&, const Section&) = default;
};

struct Blueprint {
  std::vector<Section> sections;
  bool shuffle_items = true;
  bool shuffle_choices = true;

  friend bool operator==(const Blueprint&, const Blueprint&) = default;
};

/// The four counters of docs/scoring-rules.md, in the order of their columns.
enum class Counter { registered, finished, attempts, all_correct };

/// What the entrants guess: a counter, or the share of the finished that it is.
struct Prediction {
  Counter target = Counter::all_correct;
  bool of_round = true;   ///< counted in the round, else over all rounds
  bool of_track = false;  ///< counted in the entrant's track, else over all tracks
  bool percent = false;   ///< 100 x target / finished

  friend bool operator==(const Prediction&, const Prediction&) = default;
};

/// What a round is for the entrants of a track.
struct RoundRules {
  Window window;
  std::optional<Milliseconds> time_limit;
  Milliseconds grace{0};
  AttemptPolicy attempts;
  bool require_all = false;  ///< to submit before the time is over, every question must be answered
  Blueprint paper;
  ScoringRule scoring;
  std::optional<Prediction> prediction;

  friend bool operator==(const RoundRules&, const RoundRules&) = default;
};

struct Round {
  RoundId id;
  text::Localized title;
  PerTrack<RoundRules> rules;
  Place place;

  [[nodiscard]] const RoundRules& of(TrackNo track) const { return rules.of(track); }
  /// From the first opening to the last closing over all tracks.
  [[nodiscard]] Window window() const;
  /// Whether predictions are percents; it is the same for all tracks.
  [[nodiscard]] bool predicts_percent() const;
};

}  // namespace quiz::contest
