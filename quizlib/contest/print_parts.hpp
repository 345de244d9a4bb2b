// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <quizlib/contest/contest.hpp>
#include <quizlib/io/json_writer.hpp>

#include <string>
#include <string_view>
#include <vector>

// The parts of write_json: each writes fields into the object that is open.
namespace quiz::contest {

void write_rounds(const Contest& contest, io::JsonWriter& json);
void write_awards(const Contest& contest, io::JsonWriter& json);

/// A list of texts, on one line.
void write_texts(io::JsonWriter& json, std::string_view key, const std::vector<std::string>& texts);
/// An object of language codes; null for no text.
void write_localized(io::JsonWriter& json, std::string_view key, const text::Localized& text);
/// A text; null where it is empty.
void write_optional(io::JsonWriter& json, std::string_view key, std::string_view text);

/// An object of a column to its value, list or range each.
void write_condition(io::JsonWriter& json, std::string_view key, const Condition& condition);

/// A value for all tracks, or an object of one a track. `write` writes one.
template <class T, class Write>
void write_per_track(io::JsonWriter& json, const Contest& contest, const PerTrack<T>& values, Write write) {
  if (!values.varies()) {
    write(values.values.front());
    return;
  }
  json.begin_object();
  for (TrackNo track = 0; track < contest.tracks.size(); ++track) {
    json.key(contest.tracks[track].id.text);
    write(values.of(track));
  }
  json.end_object();
}

/// A key as files write it, with `asc` or `desc` where that is not its own direction.
[[nodiscard]] std::string order_text(const RankingKey& key);
[[nodiscard]] std::string order_text(const GroupRankingKey& key);

}  // namespace quiz::contest
