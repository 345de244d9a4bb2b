// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/rules_parts.hpp>

#include <algorithm>

namespace quiz::contest {
namespace {

/// Whether tracks say who is placed in them.
bool has_places(const Contest& contest) {
  return std::ranges::any_of(contest.tracks, [](const Track& track) { return !track.where.empty(); });
}

/// Who is in a track and on what conditions.
std::string track_point(const Phrases& phrases, TrackNo no) {
  const Track& track = phrases.contest().tracks[no];
  const auto text = [&](const Condition& condition) {
    return condition.empty() ? std::string() : phrases.condition(condition, ColumnOf::entrants);
  };
  const std::string_view who = !track.where.empty()             ? "some"
                               : !has_places(phrases.contest()) ? "named"
                               : no == 0                        ? "all"
                                                                : "others";
  return phrases.say("track", {{"track", phrases.track(no)},
                               {"who", who},
                               {"where", text(track.where)},
                               choice("conditional", !track.eligible.empty()),
                               {"eligible", text(track.eligible)}});
}

bool asks_for_age(const Condition& condition) {
  return std::ranges::any_of(condition.tests, [](const Test& test) { return test.column == "age"; });
}

/// Whether ages decide anything.
bool has_ages(const Contest& contest) {
  return std::ranges::any_of(
             contest.tracks,
             [](const Track& track) { return asks_for_age(track.where) || asks_for_age(track.eligible); }) ||
         std::ranges::any_of(contest.awards, [](const Award& award) {
           return award.of == AwardOf::entrants && asks_for_age(award.where);
         });
}

/// Whether there is a track for everybody.
bool takes_all(const Contest& contest) {
  return std::ranges::any_of(contest.tracks, [](const Track& track) { return track.where.empty(); });
}

bool has_conditions(const Contest& contest) {
  return std::ranges::any_of(contest.tracks, [](const Track& track) { return !track.eligible.empty(); });
}

RulesParagraph person_rule(const Phrases& phrases) {
  const Strings& person = phrases.contest().person;
  if (person.size() == 1 && person.front() == "id") return paragraph(phrases.say("person.id"));
  Strings columns;
  for (const std::string& column : person) columns.push_back(phrases.column(column, ColumnOf::entrants));
  return paragraph(phrases.say("person.columns", {{"columns", phrases.all_of(columns)}}));
}

}  // namespace

Paragraphs general_rules(const Phrases& phrases) {
  const Contest& contest = phrases.contest();
  Paragraphs result;
  if (!contest.organizer.empty())
    result.push_back(paragraph(phrases.say("organizer", {{"organizer", phrases.organizer()}})));
  Strings languages;
  for (const text::Language language : contest.languages) languages.push_back(phrases.language(language));
  result.push_back(paragraph(phrases.say("languages", {{"count", languages.size()},
                                                       {"languages", phrases.all_of(languages)},
                                                       {"first", languages.front()}})));
  if (!contest.levels.empty()) {
    Strings levels;
    for (const std::string& level : contest.levels) levels.push_back(phrases.level(level));
    result.push_back(
        paragraph(phrases.say("levels", {{"count", levels.size()}, {"levels", phrases.all_of(levels)}})));
  }
  return result;
}

Paragraphs entrant_rules(const Phrases& phrases) {
  const Contest& contest = phrases.contest();
  const bool has_roster = contest.registration == RegistrationMode::roster;
  Paragraphs result{paragraph(phrases.say(has_roster ? "registration.roster" : "registration.open"))};
  if (contest.has_tracks()) {
    Strings points;
    for (TrackNo track = 0; track < contest.tracks.size(); ++track)
      points.push_back(track_point(phrases, track));
    result.push_back(paragraph(phrases.say("tracks.intro", {{"count", points.size()}}), points));
    result.push_back(paragraph(phrases.say("tracks.placing", {choice("all", takes_all(contest))})));
  }
  if (has_ages(contest))
    result.push_back(paragraph(phrases.say("age-on", {{"date", phrases.date(contest.age_on)}})));
  result.push_back(person_rule(phrases));
  return result;
}

Paragraphs barred_rules(const Phrases& phrases) {
  const Contest& contest = phrases.contest();
  Paragraphs result;
  if (has_conditions(contest)) result.push_back(paragraph(phrases.say("barred.eligible")));
  if (!contest.excluded_file.empty()) result.push_back(paragraph(phrases.say("barred.excluded")));
  if (result.empty() && takes_all(contest)) return result;
  result.push_back(paragraph(phrases.say("barred.enter")));
  if (result.size() > 1) result.push_back(paragraph(phrases.say("barred.win")));
  return result;
}

}  // namespace quiz::contest
