// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/reader.hpp>
#include <quizlib/contest/values.hpp>

#include <quizlib/bank/localized.hpp>

namespace quiz::contest {

void read_tracks(Reader& reader, io::Fields& contest) {
  Seen seen;
  for (const io::YamlNode* node : contest.list("tracks")) {
    io::Fields fields = reader.fields(*node, "track");
    Track track;
    track.place = reader.document.place(*node);
    track.id.text = read_id(fields, seen);
    track.title = bank::read_localized(fields, "title", reader.contest.languages);
    track.where = read_condition(fields, "where");
    track.eligible = read_condition(fields, "eligible");
    fields.finish();
    reader.contest.tracks.push_back(std::move(track));
  }
  if (reader.contest.tracks.empty()) reader.contest.tracks.emplace_back();
}

}  // namespace quiz::contest
