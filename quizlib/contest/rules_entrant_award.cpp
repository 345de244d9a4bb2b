// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/rules_parts.hpp>

#include <algorithm>

namespace quiz::contest {
namespace {

/// Whose results an award looks at.
RulesParagraph purpose(const Phrases& phrases, const Award& award) {
  std::vector<Argument> arguments = rounds_of_award(phrases, award);
  const bool all_tracks = award.tracks.size() == phrases.contest().tracks.size();
  arguments.push_back(choice("by_track", !all_tracks));
  arguments.emplace_back("tracks", all_tracks ? std::string() : phrases.tracks(award.tracks));
  arguments.push_back(choice("conditional", !award.where.empty()));
  arguments.emplace_back(
      "condition", award.where.empty() ? std::string() : phrases.condition(award.where, ColumnOf::entrants));
  return paragraph(phrases.say("award.entrants", std::move(arguments)));
}

bool is_same(const std::vector<RankingKey>& a, const std::vector<RankingKey>& b) {
  return std::ranges::equal(a, b, [](const RankingKey& one, const RankingKey& other) {
    return one.key == other.key && one.descending == other.descending;
  });
}

/// The order where it is not that of the contest.
void add_order(const Phrases& phrases, const Award& award, Paragraphs& result) {
  const Contest& contest = phrases.contest();
  const bool has_own = !is_same(award.order, contest.order);
  if (has_own) result.push_back(paragraph(phrases.say("award.order"), key_phrases(phrases, award.order)));
  if (combines_rounds(award) && (has_own || award.across_rounds != contest.across_rounds))
    result.push_back(paragraph(phrases.say("across." + std::string(name(award.across_rounds)))));
}

void add_minimum(const Phrases& phrases, const Award& award, Paragraphs& result) {
  if (!award.minimum_points) return;
  const MinimumPoints& minimum = *award.minimum_points;
  // A part of the maximum has to say of which.
  const std::string_view of = !combines_rounds(award)                     ? "one"
                              : award.across_rounds == AcrossRounds::best ? "best"
                                                                          : "sum";
  result.push_back(paragraph(phrases.say(
      minimum.percent ? "minimum.percent" : "minimum.points",
      {{"value", minimum.percent ? phrases.percent(minimum.value) : phrases.number(minimum.value)},
       {"rounds", of}})));
}

void add_person_limit(const Phrases& phrases, const Award& award, Paragraphs& result) {
  if (award.person_limit == PersonLimit::none) return;
  Strings awards;
  bool by_round = false;
  for (const Award& other : phrases.contest().awards) {
    if (other.person_limit == PersonLimit::none) continue;
    awards.push_back(phrases.award(other));
    by_round = by_round || other.person_limit == PersonLimit::first;
  }
  result.push_back(paragraph(phrases.say(
      "limit.person",
      {{"count", awards.size()}, {"awards", phrases.all_of(awards)}, choice("by_round", by_round)})));
}

}  // namespace

Paragraphs entrant_award_rules(const Phrases& phrases, const Award& award) {
  Paragraphs result{purpose(phrases, award)};
  for (RulesParagraph& prizes : prize_rules(phrases, award)) result.push_back(std::move(prizes));
  add_order(phrases, award, result);
  add_minimum(phrases, award, result);
  if (award.share)
    result.push_back(paragraph(phrases.say("limit.share", {{"share", phrases.percent(*award.share)}})));
  add_person_limit(phrases, award, result);
  result.push_back(tie_rule(phrases, award));
  return result;
}

}  // namespace quiz::contest
