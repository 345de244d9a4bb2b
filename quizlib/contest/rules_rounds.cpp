// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/rules_parts.hpp>

#include <algorithm>

namespace quiz::contest {
namespace {

bool any_rules(const Contest& contest, bool (*test)(const RoundRules&)) {
  return std::ranges::any_of(
      contest.rounds, [&](const Round& round) { return std::ranges::any_of(round.rules.values, test); });
}

/// When a round is open, for each track where they differ.
void add_windows(const Phrases& phrases, RoundNo round, Strings& points) {
  const auto window = [&](const RoundRules& rules) {
    return phrases.say("window", {{"round", phrases.round(round)},
                                  {"opens", phrases.moment(rules.window.opens, false)},
                                  {"closes", phrases.moment(rules.window.closes, true)}});
  };
  for (std::string& text : stated_by_track(phrases, round, window)) points.push_back(std::move(text));
}

std::optional<RulesParagraph> time_limit(const Phrases& phrases, const RoundRules& rules, TrackNo) {
  const std::optional<Milliseconds> limit = rules.time_limit;
  if (!limit) return paragraph(phrases.say("time-limit.none"));
  return paragraph(phrases.say("time-limit", {{"limit", phrases.duration(*limit)}}));
}

std::optional<RulesParagraph> grace(const Phrases& phrases, const RoundRules& rules, TrackNo) {
  const Milliseconds grace = rules.grace;
  if (grace == Milliseconds{0}) return paragraph(phrases.say("grace.none"));
  return paragraph(phrases.say("grace", {{"grace", phrases.duration(grace)}}));
}

/// The rounds that share one count of attempts, for a track.
std::vector<RoundNo> sharing_rounds(const Contest& contest, TrackNo track) {
  std::vector<RoundNo> rounds;
  for (RoundNo round = 0; round < contest.rounds.size(); ++round)
    if (contest.rounds[round].of(track).attempts.per_contest) rounds.push_back(round);
  return rounds;
}

std::optional<RulesParagraph> attempts(const Phrases& phrases, const RoundRules& rules, TrackNo track) {
  const AttemptPolicy& policy = rules.attempts;
  if (!policy.max) return paragraph(phrases.say("attempts.unlimited"));
  if (!policy.per_contest) return paragraph(phrases.say("attempts.per-round", {{"count", *policy.max}}));
  const std::vector<RoundNo> rounds = sharing_rounds(phrases.contest(), track);
  return paragraph(
      phrases.say("attempts.per-contest", {{"count", *policy.max},
                                           choice("all", rounds.size() == phrases.contest().rounds.size()),
                                           {"rounds", phrases.rounds(rounds)}}));
}

/// What decides between the sheets with the most points.
Strings best_keys(const Phrases& phrases) {
  Strings keys;
  bool by_submission = false;
  for (const RankingKey& key : phrases.contest().order) {
    const bool of_sheets = key.key == Key::correct || key.key == Key::duration || key.key == Key::submitted ||
                           key.key == Key::started;
    if (of_sheets) keys.push_back(key_phrase(phrases, key));
    by_submission = by_submission || key.key == Key::submitted;
  }
  if (!by_submission) keys.push_back(key_phrase(phrases, {Key::submitted, false}));
  keys.push_back(phrases.say("keep.number"));
  return keys;
}

std::optional<RulesParagraph> keep(const Phrases& phrases, const RoundRules& rules, TrackNo) {
  const AttemptPolicy& policy = rules.attempts;
  if (policy.max == 1U) return std::nullopt;
  switch (policy.keep) {
    case Keep::first:
      return paragraph(phrases.say("keep.first"));
    case Keep::last:
      return paragraph(phrases.say("keep.last"));
    case Keep::best:
      return paragraph(phrases.say("keep.best", {{"keys", phrases.all_of(best_keys(phrases))}}));
    case Keep::by_keys:
      break;
  }
  Strings keys = key_phrases(phrases, policy.keys);
  keys.push_back(phrases.say("keep.number"));
  return paragraph(phrases.say("keep.by-keys"), keys);
}

}  // namespace

Paragraphs time_rules(const Phrases& phrases) {
  const Contest& contest = phrases.contest();
  Strings windows;
  for (RoundNo round = 0; round < contest.rounds.size(); ++round) add_windows(phrases, round, windows);
  Paragraphs result;
  if (windows.size() == 1) {
    result.push_back(paragraph(phrases.say("window.only", {{"window", windows.front()}})));
  } else {
    result.push_back(paragraph(phrases.say("windows", {{"count", contest.rounds.size()}}), windows));
  }
  result.push_back(paragraph(phrases.say("timezone", {{"timezone", contest.timezone}})));
  add_stated(phrases, time_limit, result);
  if (any_rules(contest, [](const RoundRules& rules) { return rules.time_limit.has_value(); }))
    result.push_back(paragraph(phrases.say("time-factor")));
  add_stated(phrases, grace, result);
  result.push_back(paragraph(phrases.say("early")));
  return result;
}

Paragraphs attempt_rules(const Phrases& phrases) {
  Paragraphs result;
  add_stated(phrases, attempts, result);
  const auto is_limited = [](const RoundRules& rules) { return rules.attempts.max.has_value(); };
  if (any_rules(phrases.contest(), is_limited)) result.push_back(paragraph(phrases.say("attempts.used")));
  add_stated(phrases, keep, result);
  return result;
}

}  // namespace quiz::contest
