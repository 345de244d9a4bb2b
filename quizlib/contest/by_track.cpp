// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/reader.hpp>

#include <quizlib/base/nearest.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

namespace quiz::contest {
namespace {

bool names_a_track(const Contest& contest, const io::YamlNode& node) {
  return contest.has_tracks() && std::ranges::any_of(node.keys, [&](const io::YamlNode& key) {
           return contest.find_track(key.text) != kNone;
         });
}

void report(Reader& reader, const io::YamlNode& at, std::string_view code, std::vector<Argument> arguments) {
  reader.diagnostics.error(reader.document.place(at), Message(code, std::move(arguments)));
}

}  // namespace

std::vector<const io::YamlNode*> values_by_track(Reader& reader, const io::YamlNode& node) {
  if (!node.is_mapping()) return {&node};
  const Contest& contest = reader.contest;
  if (!contest.has_tracks()) {
    report(reader, node, "contest.no-tracks", {});
    return {};
  }
  std::vector<std::string_view> known;
  for (const Track& track : contest.tracks)
    if (std::ranges::find(known, track.id.text) == known.end()) known.emplace_back(track.id.text);
  bool good = true;
  for (const io::YamlNode& key : node.keys) {
    if (std::ranges::find(known, key.text) != known.end()) continue;
    report(reader, key, "contest.track-unknown",
           {{"track", key.text}, {"suggestion", nearest(key.text, known)}});
    good = false;
  }
  std::vector<const io::YamlNode*> values;
  for (const std::string_view track : known) {
    const io::YamlNode* value = node.find(track);
    if (value != nullptr) {
      values.push_back(value);
    } else {
      report(reader, node, "contest.track-missing", {{"track", track}});
      good = false;
    }
  }
  return good ? values : std::vector<const io::YamlNode*>();
}

io::YamlNode for_track(Reader& reader, const io::YamlNode& node, TrackNo track) {
  constexpr std::array<std::string_view, 5> kMappings{"paper", "attempts", "scoring", "prediction", "bundle"};
  io::YamlNode result = node;
  for (std::size_t i = 0; i < result.keys.size(); ++i) {
    io::YamlNode& value = result.children[i];
    const std::string& key = result.keys[i].text;
    if (key == "title" || !value.is_mapping()) continue;
    const bool is_mapping = std::ranges::find(kMappings, key) != kMappings.end();
    if (is_mapping && !names_a_track(reader.contest, value)) continue;
    const std::vector<const io::YamlNode*> values = values_by_track(reader, value);
    if (track < values.size()) {
      value = io::YamlNode(*values[track]);
    } else if (!value.children.empty()) {
      // Already reported; any value will do to find what else is wrong.
      value = io::YamlNode(value.children.front());
    }
  }
  return result;
}

}  // namespace quiz::contest
