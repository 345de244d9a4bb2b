// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/bank/item.hpp>
#include <quizlib/base/decimal.hpp>
#include <quizlib/base/diagnostics.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/base/points.hpp>
#include <quizlib/base/ratio.hpp>
#include <quizlib/contest/condition.hpp>
#include <quizlib/contest/scoring_rule.hpp>
#include <quizlib/io/yaml.hpp>
#include <quizlib/text/language.hpp>
#include <quizlib/text/zone.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::contest {

/// One value for every track, or one a track in the order of the tracks.
template <class T>
struct PerTrack {
  std::vector<T> values;  ///< one, or as many as there are tracks

  [[nodiscard]] const T& of(TrackNo track) const {
    return values.size() == 1 ? values.front() : values[track];
  }
  [[nodiscard]] bool varies() const { return values.size() > 1; }
};

/// A class of entrants with its own list. A contest without tracks has one, with an empty id.
struct Track {
  TrackId id;
  text::Localized title;
  Condition where;     ///< places an entrant whose track cell is empty
  Condition eligible;  ///< who fails it may not enter; who lacks the value may not win
  Place place;
};

enum class RegistrationMode { roster, open };

/// Which of an entrant's sheets of a round counts for the lists.
enum class Keep { best, first };

struct AttemptPolicy {
  std::optional<std::uint32_t> max = 1;  ///< nothing: unlimited
  Keep keep = Keep::best;
};

/// A part of a paper.
struct Section {
  PerTrack<std::uint32_t> bank;  ///< positions in Contest::banks
  std::vector<std::string> skills;
  std::vector<std::string> tags;
  std::vector<bank::Difficulty> difficulty;
  std::optional<std::uint32_t> draw;  ///< nothing: all
  std::optional<Points> points;       ///< instead of the items' own
  Place place;
};

struct Blueprint {
  std::vector<Section> sections;
  bool shuffle_items = true;
  bool shuffle_choices = true;
};

/// The entrants guess how many persons have everything right in the round.
struct Prediction {};

struct Round {
  RoundId id;
  text::Localized title;
  Window window;
  std::optional<Milliseconds> time_limit;
  Milliseconds grace{0};
  AttemptPolicy attempts;
  Blueprint paper;
  ScoringRule scoring;
  std::optional<Prediction> prediction;
  Place place;
};

/// What a list is ordered by.
enum class Key {
  points,
  correct,
  rounds_at_max,
  prediction,
  duration,
  submitted,
  started,
  registered,
  attempts
};

struct RankingKey {
  Key key = Key::points;
  bool descending = false;  ///< in force, after a key's own direction and `asc` or `desc`
  Place place{};
};

/// How several rounds come together: those of a person by sum or best, those of a group's term by mean or
/// sum.
enum class AcrossRounds { sum, best, mean };

/// What a list of groups is ordered by; also the terms of a group's score. More is better for all.
enum class GroupKey {
  score,
  participation,
  finished,
  mean_points,
  total_points,
  attempts,
  all_correct,
  registered
};

struct GroupRankingKey {
  GroupKey key = GroupKey::score;
  bool descending = true;
};

enum class Over { headcount, registered };

struct GroupTerm {
  GroupKey term = GroupKey::participation;  ///< participation, finished, mean_points or total_points
  std::optional<Ratio> cap;
  Ratio weight{1};
  std::string weight_text = "1";  ///< as written, for printing back
  Over over = Over::headcount;    ///< of participation
};

struct Amount {
  std::int64_t value = 0;  ///< whole units of the currency
  std::string currency;    ///< VND, LAK, THB, …
};

struct Prize {
  PrizeId id;
  text::Localized title;
  std::uint32_t places = 1;  ///< in each list
  std::optional<PerTrack<Amount>> amount;
  Place place;
};

enum class AwardOf { entrants, groups };
enum class PersonLimit { none, highest, first };

/// A share of the maximum or a number of points that a winner must reach.
struct MinimumPoints {
  bool percent = false;
  Decimal value;  ///< with `percent`, 50 is half of the maximum
  Place place{};
};

struct Award {
  AwardId id;
  text::Localized title;
  AwardOf of = AwardOf::entrants;
  bool per_round = false;
  bool per_track = false;
  std::vector<Prize> prizes;
  PersonLimit person_limit = PersonLimit::none;     ///< entrants
  std::optional<MinimumPoints> minimum_points;      ///< entrants
  std::string level;                                ///< groups
  std::vector<GroupTerm> score;                     ///< groups; empty: no score
  AcrossRounds across_rounds = AcrossRounds::mean;  ///< groups: of each term
  std::vector<GroupRankingKey> order;               ///< groups; in force, never empty
  std::uint64_t minimum_finished = 0;               ///< groups
  std::uint64_t minimum_headcount = 0;              ///< groups
  Place place;
};

struct Publish {
  std::vector<std::string> columns;  ///< of people in public lists; empty: all that a report has
  std::vector<std::string> mask;     ///< columns shown with most characters hidden
};

struct NamedBank {
  std::string name;  ///< the key in contest.yaml: the BANK of BANK/ITEM
  std::string file;  ///< relative to the contest's folder
  Place place;
};

/// Where those parts stand in contest.yaml that have no place of their own.
struct Places {
  Place title;
  Place organizer;
  std::vector<Place> levels;   ///< one a level
  std::vector<Place> person;   ///< one a column; empty by default
  std::vector<Place> columns;  ///< of Publish, one a column
  std::vector<Place> mask;     ///< of Publish, one a column
};

/// A contest's rules as contest.yaml says them, every default filled in.
struct Contest {
  std::string id;
  text::Localized title;
  text::Localized organizer;
  std::vector<text::Language> languages;
  std::string timezone;
  text::Zone zone = *text::Zone::find("Etc/UTC");
  std::vector<NamedBank> banks;
  std::string groups_file;          ///< empty: no groups
  std::vector<std::string> levels;  ///< from the top
  RegistrationMode registration = RegistrationMode::open;
  std::string entrants_file;        ///< of a roster
  std::string excluded_file;        ///< empty: none
  std::vector<std::string> person;  ///< columns; {"id"} by default
  Date age_on{};
  std::vector<Track> tracks;      ///< never empty
  std::vector<Round> rounds;      ///< never empty
  std::vector<RankingKey> order;  ///< never empty
  AcrossRounds across_rounds = AcrossRounds::sum;
  Milliseconds resolution{1};
  std::vector<Award> awards;
  Publish publish;
  Places places;
  std::string file;  ///< as named in messages

  [[nodiscard]] TrackNo find_track(std::string_view track) const;  ///< kNone where there is none
  [[nodiscard]] RoundNo find_round(std::string_view round) const;  ///< kNone where there is none
  [[nodiscard]] bool has_tracks() const { return !tracks.front().id.text.empty(); }
};

/// How many lists an award has: one for each round and each track that it is given per.
[[nodiscard]] std::uint64_t lists(const Contest& contest, const Award& award);

/// Read a contest (`quiz-contest/1`, docs/formats/contest.md). All findings with `contest.*` codes; what a
/// later version executes is refused at its place (`contest.not-supported`). Nothing is returned when there
/// was an error.
[[nodiscard]] std::optional<Contest> read_contest(const io::YamlDocument& document, Diagnostics& diagnostics);

/// The words for values in files: `all-correct`, `rounds-at-max`.
[[nodiscard]] std::string_view name(Key key);
[[nodiscard]] std::string_view name(GroupKey key);
[[nodiscard]] std::string_view name(AcrossRounds combination);

/// Whether more of a key is better by its own direction; for the others less is, a prediction's distance too.
[[nodiscard]] bool more_is_better(Key key);

/// The column of a group key in tables: its name with `_`.
[[nodiscard]] std::string_view column(GroupKey key);

}  // namespace quiz::contest
