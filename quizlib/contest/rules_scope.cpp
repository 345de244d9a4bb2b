// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/rules_parts.hpp>

#include <algorithm>
#include <utility>

namespace quiz::contest {
namespace {

/// One text and for whom it holds: for each round the tracks, ascending.
struct Scoped {
  RulesParagraph paragraph;
  std::vector<std::vector<TrackNo>> tracks;
};

/// Rounds in which a text holds for the same tracks.
struct Block {
  std::vector<TrackNo> tracks;
  std::vector<RoundNo> rounds;
};

std::vector<Block> blocks(const Scoped& scoped) {
  std::vector<Block> result;
  for (RoundNo round = 0; round < scoped.tracks.size(); ++round) {
    const std::vector<TrackNo>& tracks = scoped.tracks[round];
    if (tracks.empty()) continue;
    const auto known = std::ranges::find(result, tracks, &Block::tracks);
    if (known == result.end()) {
      result.push_back({tracks, {round}});
    } else {
      known->rounds.push_back(round);
    }
  }
  return result;
}

/// For whom a text holds; empty: for all.
std::string scope(const Phrases& phrases, const Scoped& scoped) {
  Strings parts;
  for (const Block& block : blocks(scoped)) {
    const bool all_rounds = block.rounds.size() == scoped.tracks.size();
    const bool all_tracks = block.tracks.size() == phrases.contest().tracks.size();
    if (all_rounds && all_tracks) return {};
    if (all_tracks) {
      parts.push_back(phrases.rounds(block.rounds));
    } else if (all_rounds) {
      parts.push_back(phrases.tracks(block.tracks));
    } else {
      parts.push_back(phrases.say("scope.both", {{"rounds", phrases.rounds(block.rounds)},
                                                 {"tracks", phrases.tracks(block.tracks)}}));
    }
  }
  return phrases.all_of(parts);
}

/// The different statements of the rounds [first, first + count).
template <class State>
Paragraphs stated(const Phrases& phrases, RoundNo first, std::size_t count, const State& state) {
  std::vector<Scoped> texts;
  for (RoundNo round = 0; round < count; ++round) {
    for (TrackNo track = 0; track < phrases.contest().tracks.size(); ++track) {
      std::optional<RulesParagraph> paragraph =
          state(phrases.contest().rounds[first + round].of(track), track);
      if (!paragraph) continue;
      auto text = std::ranges::find(texts, *paragraph, &Scoped::paragraph);
      if (text == texts.end())
        text = texts.insert(text, {*std::move(paragraph), std::vector<std::vector<TrackNo>>(count)});
      text->tracks[round].push_back(track);
    }
  }
  Paragraphs result;
  for (Scoped& text : texts) {
    const std::string of = scope(phrases, text);
    if (!of.empty())
      text.paragraph.text = phrases.say("scoped", {{"scope", of}, {"text", text.paragraph.text}});
    result.push_back(std::move(text.paragraph));
  }
  return result;
}

}  // namespace

RulesParagraph paragraph(std::string text, Strings points) {
  RulesParagraph result{{}, std::move(text)};
  for (std::string& point : points) result.points.push_back({{}, std::move(point)});
  return result;
}

RulesParagraph paragraph_or_sentence(const Phrases& phrases, std::string text, Strings points) {
  if (points.size() != 1) return paragraph(std::move(text), std::move(points));
  return paragraph(phrases.say("sentence", {{"text", text}, {"point", points.front()}}));
}

void add_stated(const Phrases& phrases, Statement statement, Paragraphs& to) {
  const auto state = [&](const RoundRules& rules, TrackNo track) { return statement(phrases, rules, track); };
  for (RulesParagraph& one : stated(phrases, 0, phrases.contest().rounds.size(), state))
    to.push_back(std::move(one));
}

Strings stated_by_track(const Phrases& phrases, RoundNo round,
                        const std::function<std::string(const RoundRules&)>& text) {
  const auto state = [&](const RoundRules& rules, TrackNo) { return std::optional(paragraph(text(rules))); };
  Strings result;
  for (RulesParagraph& one : stated(phrases, round, 1, state)) result.push_back(std::move(one.text));
  return result;
}

}  // namespace quiz::contest
