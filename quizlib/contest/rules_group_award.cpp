// SPDX-License-Identifier: Apache-2.0
#include <quizlib/contest/rules_parts.hpp>

#include <algorithm>

namespace quiz::contest {
namespace {

/// Which groups an award looks at, and whose results.
RulesParagraph purpose(const Phrases& phrases, const Award& award) {
  std::vector<Argument> arguments = rounds_of_award(phrases, award);
  const bool all_tracks = award.tracks.size() == phrases.contest().tracks.size();
  arguments.emplace_back("level", phrases.level(award.level));
  arguments.push_back(choice("by_track", !all_tracks));
  arguments.emplace_back("tracks", all_tracks ? std::string() : phrases.tracks(award.tracks));
  arguments.push_back(choice("conditional", !award.where.empty()));
  arguments.emplace_back(
      "condition", award.where.empty() ? std::string() : phrases.condition(award.where, ColumnOf::groups));
  return paragraph(phrases.say("award.groups", std::move(arguments)));
}

void add_blocks(const Phrases& phrases, const Award& award, Paragraphs& result) {
  if (award.blocks.empty()) return;
  Strings points;
  for (const Block& block : award.blocks)
    points.push_back(phrases.say(
        "block", {{"block", phrases.title(block.title, block.id)},
                  choice("conditional", !block.where.empty()),
                  {"condition",
                   block.where.empty() ? std::string() : phrases.condition(block.where, ColumnOf::groups)}}));
  std::string intro = phrases.say("blocks", {{"count", points.size()}});
  result.push_back(paragraph(std::move(intro), std::move(points)));
}

/// What a participation of the award is over: that of its term, else the headcount.
Over over_of(const Award& award) {
  for (const GroupTerm& term : award.score)
    if (term.key.measure == GroupMeasure::participation) return term.over;
  return Over::headcount;
}

/// A measure by its name, as an order names it.
std::string measure(const Phrases& phrases, const GroupKey& key) {
  const std::string code = "measure.";
  if (key.measure == GroupMeasure::top_mean) return phrases.say(code + "top-mean", {{"count", key.count}});
  if (key.measure == GroupMeasure::column)
    return phrases.say(code + "column", {{"column", phrases.column(key.column, ColumnOf::groups)}});
  return phrases.say(code + name(key));
}

/// How a measure is computed, where its name does not say it.
std::string meaning(const Phrases& phrases, const GroupKey& key, Over over) {
  const std::string called = measure(phrases, key);
  switch (key.measure) {
    case GroupMeasure::participation:
      return phrases.say("meaning.participation",
                         {{"name", called}, {"over", over == Over::headcount ? "headcount" : "registered"}});
    case GroupMeasure::mean_points:
      return phrases.say("meaning.mean-points", {{"name", called}});
    case GroupMeasure::top_mean:
      return phrases.say("meaning.top-mean", {{"name", called}, {"count", key.count}});
    default:
      return called;
  }
}

/// The points for each prize of another award.
std::string prize_points(const Phrases& phrases, const GroupTerm& term) {
  const Award& award = phrases.contest().awards[term.award];
  Strings values;
  for (std::size_t prize = 0; prize < award.prizes.size(); ++prize)
    values.push_back(phrases.say("prize-value", {{"prize", phrases.prize(award.prizes[prize])},
                                                 {"value", phrases.number(term.values[prize])}}));
  return phrases.say("meaning.prize-points", {{"name", measure(phrases, term.key)},
                                              {"award", phrases.award(award)},
                                              {"values", phrases.all_of(values)}});
}

std::string weight(const Phrases& phrases, const GroupTerm& term) {
  const std::optional<Decimal> decimal = parse_decimal(term.weight_text);
  return decimal ? phrases.number(*decimal) : term.weight_text;
}

std::string term_point(const Phrases& phrases, const GroupTerm& term) {
  std::string cap;
  // A cap was read from a decimal, so billionths hold it exactly.
  if (term.cap) cap = phrases.number(Decimal{term.cap->rounded(Decimal::kOne).value()});
  const std::string what = term.key.measure == GroupMeasure::prize_points
                               ? prize_points(phrases, term)
                               : meaning(phrases, term.key, term.over);
  return phrases.say("term", {{"what", what},
                              choice("capped", term.cap.has_value()),
                              {"cap", cap},
                              choice("weighted", term.weight != Ratio(1)),
                              {"weight", weight(phrases, term)}});
}

bool is_term(const Award& award, const GroupKey& key) {
  return std::ranges::find(award.score, key, &GroupTerm::key) != award.score.end();
}

void add_score(const Phrases& phrases, const Award& award, Paragraphs& result) {
  if (award.score.empty()) return;
  Strings points;
  for (const GroupTerm& term : award.score) points.push_back(term_point(phrases, term));
  std::string intro = phrases.say("score", {{"count", points.size()}});
  result.push_back(paragraph_or_sentence(phrases, std::move(intro), std::move(points)));
}

void add_order(const Phrases& phrases, const Award& award, Paragraphs& result) {
  Strings points;
  for (const GroupRankingKey& key : award.group_order) {
    const bool is_known = is_term(award, key.key);
    const std::string what = is_known ? measure(phrases, key.key) : meaning(phrases, key.key, over_of(award));
    points.push_back(phrases.say("group-key", {{"what", what}, choice("more", key.descending)}));
  }
  result.push_back(paragraph(phrases.say("group-order"), std::move(points)));
}

bool needs(const Award& award, GroupMeasure measure) {
  return std::ranges::any_of(award.score,
                             [&](const GroupTerm& term) { return term.key.measure == measure; }) ||
         std::ranges::any_of(award.group_order,
                             [&](const GroupRankingKey& key) { return key.key.measure == measure; });
}

/// Which groups have no place.
RulesParagraph unranked(const Phrases& phrases, const Award& award) {
  Strings reasons{phrases.say("unranked.finished")};
  if (needs(award, GroupMeasure::participation))
    reasons.push_back(phrases.say(
        "unranked.over", {{"over", over_of(award) == Over::headcount ? "headcount" : "registered"}}));
  if (needs(award, GroupMeasure::column)) reasons.push_back(phrases.say("unranked.column"));
  return paragraph(phrases.say("unranked", {{"reasons", phrases.one_of(reasons)}}));
}

void add_minimum(const Phrases& phrases, const GroupMinimum& minimum, Paragraphs& result) {
  Strings parts;
  const auto add = [&](std::string_view counter, std::uint64_t least) {
    if (least != 0) parts.push_back(phrases.say("minimum." + std::string(counter), {{"count", least}}));
  };
  add("registered", minimum.registered);
  add("finished", minimum.finished);
  add("attempts", minimum.attempts);
  add("all-correct", minimum.all_correct);
  add("headcount", minimum.headcount);
  if (!parts.empty())
    result.push_back(paragraph(phrases.say("minimum.groups", {{"minimum", phrases.all_of(parts)}})));
}

}  // namespace

Paragraphs group_award_rules(const Phrases& phrases, const Award& award) {
  Paragraphs result{purpose(phrases, award)};
  add_blocks(phrases, award, result);
  for (RulesParagraph& prizes : prize_rules(phrases, award)) result.push_back(std::move(prizes));
  add_score(phrases, award, result);
  add_order(phrases, award, result);
  if (combines_rounds(award))
    result.push_back(paragraph(phrases.say("across-groups." + std::string(name(award.across_rounds)),
                                           {{"count", award.rounds.size()}})));
  result.push_back(unranked(phrases, award));
  add_minimum(phrases, award.minimum, result);
  result.push_back(tie_rule(phrases, award));
  return result;
}

}  // namespace quiz::contest
