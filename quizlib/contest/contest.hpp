// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/decimal.hpp>
#include <quizlib/base/diagnostics.hpp>
#include <quizlib/base/ids.hpp>
#include <quizlib/base/instant.hpp>
#include <quizlib/contest/award.hpp>
#include <quizlib/contest/condition.hpp>
#include <quizlib/contest/ranking_key.hpp>
#include <quizlib/contest/round.hpp>
#include <quizlib/io/yaml.hpp>
#include <quizlib/text/language.hpp>
#include <quizlib/text/zone.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quiz::contest {

/// A class of entrants with its own list. A contest without tracks has one, with an empty id.
struct Track {
  TrackId id;
  text::Localized title;
  Condition where;     ///< places an entrant whose track cell is empty
  Condition eligible;  ///< who fails it may not enter; who lacks the value may not win
  Place place;
};

enum class RegistrationMode { roster, open };

struct Publish {
  std::vector<std::string> columns;  ///< of people in public lists; empty: all that a report has
  std::vector<std::string> mask;     ///< columns shown with most characters hidden
  std::vector<Decimal> bands;        ///< percents of the maximum, falling: the bands of participation
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

/// How many lists an award has: one for each of its rounds, tracks and blocks that it is given per.
[[nodiscard]] std::uint64_t lists(const Award& award);

/// The places of a prize over all lists of its award.
[[nodiscard]] std::uint64_t total_places(const Award& award, const Prize& prize);

/// Read a contest (`quiz-contest/1`, docs/formats/contest.md). All findings with `contest.*` codes; a
/// sealed bundle, which a later version executes, is refused at its place (`contest.not-supported`). Nothing
/// is returned when there was an error.
[[nodiscard]] std::optional<Contest> read_contest(const io::YamlDocument& document, Diagnostics& diagnostics);

/// The words for values in files: `all-correct`.
[[nodiscard]] std::string_view name(Counter counter);

}  // namespace quiz::contest
