// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/contest.hpp>
#include <tests/unit/contest/contests.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

using quiz::tests::findings_in;
using quiz::tests::Lines;
using quiz::tests::with;

namespace {

/// A contest with the tracks officials and people and an award of one list a track. `@` are places for
/// further fields: of the round, of its paper, of a section, of a prize.
constexpr std::string_view kContest = R"(format: quiz-contest/1
id: demo
title: Thi thử
languages: [vi]
timezone: Asia/Ho_Chi_Minh
banks: {general: banks/general.yaml}
tracks: [{id: officials}, {id: people}]
rounds:
- id: w1
  @round
  opens: 2023-09-10
  closes: 2023-09-30
  paper:
    @paper
    sections:
    - {bank: general, draw: 2@section}
ranking: {order: [points]}
awards: [{id: x, of: entrants, per: [track], prizes: [{id: p, places: 2@prize}]}]
)";

/// A field that may be a map of every track: where it stands, its text with `$` for the map, and a value.
struct Field {
  std::string_view where;
  std::string_view text;
  std::string_view value;
};

/// All that have one value, which may be a map of every track.
constexpr std::array kSimple{
    Field{"@round", "time_limit: $", "20m"},
    Field{"@round", "grace: $", "10s"},
    Field{"@round", "require_all: $", "true"},
    Field{"@round", "attempts: {max: $}", "2"},
    Field{"@round", "attempts: {per: $}", "contest"},
    Field{"@round", "attempts: {keep: $}", "[points]"},
    Field{"@round", "scoring: {rule: $}", "per-right"},
    Field{"@round", "scoring: {multiple: $}", "per-option"},
    Field{"@round", "scoring: {wrong: $}", "-0.25"},
    Field{"@round", "scoring: {blank: $}", "0"},
    Field{"@round", "scoring: {floor: $}", "-2"},
    Field{"@round", "prediction: {target: $}", "finished"},
    Field{"@round", "prediction: {target: finished, scope: $}", "[round]"},
    Field{"@round", "prediction: {target: finished, unit: $}", "percent"},
    Field{"@paper", "shuffle: $", "[items]"},
    Field{"@section", ", skills: $", "[s]"},
    Field{"@section", ", tags: $", "[t]"},
    Field{"@section", ", difficulty: $", "[easy]"},
    Field{"@section", ", points: $", "2"},
    Field{"@prize", ", amount: $", "5 VND"},
    Field{"  opens: 2023-09-10", "  opens: $", "2023-09-10"},
    Field{"  closes: 2023-09-30", "  closes: $", "2023-09-30"},
    Field{"bank: general", "bank: $", "general"},
    Field{"draw: 2", "draw: $", "2"},
    Field{"places: 2", "places: $", "2"},
    Field{"sections:\n    - {bank: general, draw: 2@section}", "sections: $", "[{bank: general, draw: 2}]"},
};

/// Fields that are mappings themselves.
constexpr std::array kMappings{
    Field{"@round", "attempts: $", "{max: 2}"},
    Field{"@round", "scoring: $", "{wrong: -1}"},
    Field{"@round", "prediction: $", "{target: finished}"},
    Field{"paper:\n    @paper\n    sections:\n    - {bank: general, draw: 2@section}", "paper: $",
          "{sections: [{bank: general, draw: 2}]}"},
};

std::string without_marks(std::string text) {
  for (const std::string_view mark : {"@round\n  ", "@paper\n    ", "@section", "@prize"})
    if (text.find(mark) != std::string::npos) text = with(text, mark, "");
  return text;
}

/// The contest with a field whose `$` is still there.
std::string made(const Field& field, std::string_view contest) {
  std::string text(field.text);
  if (field.where == "@round") text += "\n ";
  if (field.where == "@paper") text += "\n   ";
  if (field.where == "@round" || field.where == "@paper") {
    text += " ";
    return without_marks(
        with(contest, std::string(field.where) + (field.where == "@round" ? "\n  " : "\n    "), text));
  }
  return without_marks(with(contest, field.where, text));
}

/// `line:column` of what stands at a position of a text.
std::string place(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const std::size_t line_begin = before.rfind('\n') + 1;
  return std::to_string(std::ranges::count(before, '\n') + 1) + ":" + std::to_string(at - line_begin + 1);
}

std::string filled(const std::string& text, std::string_view map) { return with(text, "$", map); }

std::string map_of(const Field& field, std::initializer_list<std::string_view> tracks) {
  std::string map;
  for (const std::string_view track : tracks)
    map.append(map.empty() ? "{" : ", ").append(track).append(": ").append(field.value);
  return map + "}";
}

void check_maps(const Field& field) {
  INFO(std::string(field.text));
  const std::string text = made(field, kContest);
  const std::size_t at = text.find('$');
  CHECK(findings_in(filled(text, field.value)).empty());
  CHECK(findings_in(filled(text, map_of(field, {"people", "officials"}))).empty());
  CHECK(findings_in(filled(text, map_of(field, {"officials"}))) ==
        Lines{place(text, at) + ": error: there is no value for the track \"people\" [contest.track-missing]",
              "help: add it: each track needs its value"});
  CHECK(findings_in(filled(text, map_of(field, {"peeple", "officials", "people"}))) ==
        Lines{place(text, at + 1) + ": error: the contest has no track \"peeple\" [contest.track-unknown]",
              "help: did you mean \"people\"?"});
}

}  // namespace

TEST_CASE("a map of tracks has every track and no other, in every field that may be one") {
  for (const Field& field : kSimple) check_maps(field);
  for (const Field& field : kMappings) check_maps(field);
}

TEST_CASE("there is no value by track in a contest without tracks, in any field") {
  const std::string contest = with(kContest, "tracks: [{id: officials}, {id: people}]\n", "");
  for (const Field& field : kSimple) {
    INFO(std::string(field.text));
    const std::string text = made(field, contest);
    CHECK(findings_in(filled(text, map_of(field, {"officials"}))) ==
          Lines{place(text, text.find('$')) +
                    ": error: a value by track stands in a contest without tracks [contest.no-tracks]",
                "help: write one value, or add tracks"});
  }
}

TEST_CASE("what one track's value has wrong is said once, at its place") {
  const std::string text = made(Field{"bank: general", "bank: $", ""}, kContest);
  CHECK(findings_in(filled(text, "{people: generl, officials: general}")) ==
        Lines{place(text, text.find('$') + 9) +
                  ": error: the contest has no bank \"generl\" [contest.bank-unknown]",
              "help: did you mean \"general\"?"});
}

TEST_CASE("what is wrong for every track is said once") {
  const std::string text = made(Field{"draw: 2", "draw: $", ""}, kContest);
  CHECK(findings_in(filled(text, "0")) ==
        Lines{place(text, text.find('$')) + ": error: \"0\" is no number for \"draw\" [contest.not-count]",
              "help: write a whole number from 1 to 1000000, or all"});
}
