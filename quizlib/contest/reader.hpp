// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/base/diagnostics.hpp>
#include <quizlib/contest/condition.hpp>
#include <quizlib/contest/contest.hpp>
#include <quizlib/io/fields.hpp>
#include <quizlib/io/yaml.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The parts of read_contest. Each reads what it is named after into the contest that the reader holds; what
// comes first in this header is read first, because later parts look it up.
namespace quiz::contest {

/// What the parts share: the file, what has been read of it, and where findings go.
struct Reader {
  const io::YamlDocument& document;
  Diagnostics& diagnostics;
  Contest contest;

  /// The fields of a mapping; `thing` names it in messages.
  [[nodiscard]] io::Fields fields(const io::YamlNode& node, std::string_view thing) const {
    return {document, node, "contest", thing, diagnostics};
  }
};

/// Title, languages, time zone, banks, groups, registration, persons, exclusions.
void read_header(Reader& reader, io::Fields& contest);
void read_tracks(Reader& reader, io::Fields& contest);
void read_rounds(Reader& reader, io::Fields& contest);
/// The day of ages: the contest's own, else that of the first opening.
void read_age_on(Reader& reader, io::Fields& contest);
void read_ranking(Reader& reader, io::Fields& contest);
void read_awards(Reader& reader, io::Fields& contest);
void read_publish(Reader& reader, io::Fields& contest);

/// `where` or `eligible`: a mapping of columns to a value, a list of values, or a range.
[[nodiscard]] Condition read_condition(io::Fields& fields, std::string_view key);
/// The paper of `track`.
[[nodiscard]] Blueprint read_paper(Reader& reader, const io::YamlNode& node, TrackNo track);
[[nodiscard]] ScoringRule read_scoring(Reader& reader, const io::YamlNode& node);
void read_entrant_award(Reader& reader, io::Fields& fields, Award& award);
/// Needs the awards of entrants to have been read.
void read_group_award(Reader& reader, io::Fields& fields, Award& award);

/// An order of persons: keys, none of them twice (`contest.word-unknown`, `contest.direction-unknown`,
/// `contest.duplicate`, `contest.prediction-direction`).
[[nodiscard]] std::vector<RankingKey> read_order(io::Fields& fields, std::string_view key,
                                                 bool required = false);
/// An order of groups. Empty where there is none.
[[nodiscard]] std::vector<GroupRankingKey> read_group_order(io::Fields& fields);
/// A measure of groups that stands at `at` in `field`: a word, `top-mean:K` (`contest.not-top-mean`) or
/// `column:NAME` (`contest.not-column`).
[[nodiscard]] std::optional<GroupKey> read_group_key(io::Fields& fields, std::string_view field,
                                                     const io::YamlNode& at, std::string_view word);

/// The values of a field that may be a map of every track: one for all tracks, or one a track in their order.
/// Empty where the map lacks a track or names an unknown one (`contest.track-missing`,
/// `contest.track-unknown`, `contest.no-tracks`).
[[nodiscard]] std::vector<const io::YamlNode*> values_by_track(Reader& reader, const io::YamlNode& node);

/// A copy of a mapping with every map of tracks replaced by its value for `track`, but for texts, whose maps
/// are of languages. Findings as of `values_by_track`.
[[nodiscard]] io::YamlNode for_track(Reader& reader, const io::YamlNode& node, TrackNo track);

/// Read the value of a field that may be a map of every track with `read`, which returns an optional. Nothing
/// where any of them could not be read.
template <class T, class Read>
[[nodiscard]] std::optional<PerTrack<T>> read_per_track(Reader& reader, const io::YamlNode& node, Read read) {
  const std::vector<const io::YamlNode*> nodes = values_by_track(reader, node);
  PerTrack<T> result;
  for (const io::YamlNode* value : nodes)
    if (std::optional<T> one = read(*value)) result.values.push_back(*std::move(one));
  if (nodes.empty() || result.values.size() != nodes.size()) return std::nullopt;
  return result;
}

}  // namespace quiz::contest
